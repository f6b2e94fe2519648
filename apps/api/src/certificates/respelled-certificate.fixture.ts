import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** The same certificate with the issuer's ECDSA signature (r, s) as (r, n − s): as valid, and with another fingerprint. No key is needed for it. */
export function respelled(der: Uint8Array): Uint8Array {
  const certificate = new pkijs.Certificate({ schema: asn1js.fromBER(Uint8Array.from(der).buffer).result })
  const raw = Buffer.from(pkijs.createECDSASignatureFromCMS(asn1js.fromBER(certificate.signatureValue.valueBlock.valueHexView.slice().buffer).result, 32))
  const s = order - BigInt(`0x${raw.subarray(32).toString('hex')}`)
  Buffer.from(s.toString(16).padStart(64, '0'), 'hex').copy(raw, 32)
  certificate.signatureValue = new asn1js.BitString({ valueHex: pkijs.createCMSECDSASignature(Uint8Array.from(raw).buffer) })
  return new Uint8Array(certificate.toSchema().toBER())
}
