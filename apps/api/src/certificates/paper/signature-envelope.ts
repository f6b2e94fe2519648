import { webcrypto } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { documentSigning } from './certificate-authority.js'

/** The CMS structure in a signature's gap: reading it, checking it, and writing it again in its one accepted form. */
const oids = {
  signedData: '1.2.840.113549.1.7.2',
  data: '1.2.840.113549.1.7.1',
  signingTime: '1.2.840.113549.1.9.5',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  extendedKeyUsage: '2.5.29.37',
} as const
const p256Bytes = 32

const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as never, subtle: webcrypto.subtle as never })

export interface Envelope {
  readonly signedData: pkijs.SignedData
  readonly signerInfo: pkijs.SignerInfo
  /** The certificate that the signature names; never one that merely lies beside it. */
  readonly signer: pkijs.Certificate
  readonly signerDer: Uint8Array
  readonly signerName: string | undefined
  readonly signedAt: Date | undefined
}

const bytesOf = (hex: string): ArrayBuffer => Uint8Array.from(Buffer.from(hex, 'hex')).buffer

export function parseCertificate(der: ArrayBuffer): pkijs.Certificate {
  const { result, offset } = asn1js.fromBER(der)
  if (offset === -1) throw new Error('not a certificate')
  return new pkijs.Certificate({ schema: result })
}

/** Parses the hex digits of the gap. Throws for anything that is not a signed-data structure of exactly one signer with its certificate. */
export function readEnvelope(hex: string): Envelope {
  const { result, offset } = asn1js.fromBER(bytesOf(hex))
  if (offset === -1) throw new Error('not ASN.1')
  const signedData = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: result }).content })
  const [signerInfo, second] = signedData.signerInfos
  if (!signerInfo || second || !(signerInfo.sid instanceof pkijs.IssuerAndSerialNumber)) throw new Error('not one signer')
  const { issuer, serialNumber } = signerInfo.sid
  const signer = signedData.certificates?.find((certificate): certificate is pkijs.Certificate =>
    certificate instanceof pkijs.Certificate && certificate.issuer.isEqual(issuer) && certificate.serialNumber.isEqual(serialNumber))
  if (!signer) throw new Error('no signer certificate')
  const name: unknown = signer.subject.typesAndValues.find(({ type }) => type === oids.commonName)?.value.valueBlock.value
  const time: unknown = signerInfo.signedAttrs?.attributes.find(({ type }) => type === oids.signingTime)?.values[0]
  return {
    signedData, signerInfo, signer, signerDer: new Uint8Array(signer.toSchema().toBER()),
    signerName: typeof name === 'string' ? name.slice(0, 200) : undefined,
    signedAt: time instanceof asn1js.UTCTime || time instanceof asn1js.GeneralizedTime ? time.toDate() : undefined,
  }
}

/** `unknown`: an algorithm or structure that cannot be judged here, which our own signer never makes. */
export async function signatureHolds({ signedData }: Envelope, signed: Uint8Array<ArrayBuffer>): Promise<'yes' | 'no' | 'unknown'> {
  try {
    return (await signedData.verify({ signer: 0, data: signed.buffer, checkChain: false }, engine)) ? 'yes' : 'no'
  } catch (error) {
    return error instanceof pkijs.SignedDataVerifyError && error.message.includes("digest doesn't match") ? 'no' : 'unknown'
  }
}

const mayMakeCertificates = (certificate: pkijs.Certificate): boolean => certificate.extensions?.some(({ extnID, parsedValue }) =>
  extnID === oids.extendedKeyUsage && parsedValue instanceof pkijs.ExtKeyUsage && parsedValue.keyPurposes.includes(documentSigning)) ?? false

/** The root among `roots` (DER) that issued the signer for signing documents, and within both validities at the instant of signing. */
export async function issuerOf({ signer, signedAt }: Envelope, roots: readonly ArrayBuffer[]): Promise<ArrayBuffer | undefined> {
  if (!signedAt || !mayMakeCertificates(signer)) return undefined
  for (const root of roots) {
    const chain = new pkijs.CertificateChainValidationEngine({ trustedCerts: [parseCertificate(root)], certs: [signer], checkDate: signedAt })
    const { result, certificatePath } = await chain.verify({}, engine)
    if (result && certificatePath?.length === 2) return root
  }
  return undefined
}

/** An ECDSA signature value in its only DER form; throws when it is none. */
const canonicalEcdsa = (value: ArrayBuffer): ArrayBuffer =>
  pkijs.createCMSECDSASignature(pkijs.createECDSASignatureFromCMS(asn1js.fromBER(value).result, p256Bytes))

/**
 * The gap's digits as this system writes them for the same signed attributes, signer and root. A signature protects neither the wrapping
 * around it nor the spelling of its own hex digits; comparing with this leaves no bit of the file that could change unnoticed.
 */
export function canonicalHex({ signer, signerInfo }: Envelope, root: ArrayBuffer, digits: number): string {
  const certificate = parseCertificate(signer.toSchema().toBER())
  certificate.signatureAlgorithm = new pkijs.AlgorithmIdentifier({ algorithmId: oids.ecdsaWithSha256 })
  certificate.signatureValue = new asn1js.BitString({ valueHex: canonicalEcdsa(signer.signatureValue.valueBlock.valueHexView.slice().buffer) })
  const sha256 = (): pkijs.AlgorithmIdentifier => new pkijs.AlgorithmIdentifier({ algorithmId: oids.sha256 })
  const rewritten = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oids.data }),
    digestAlgorithms: [sha256()],
    certificates: [certificate, parseCertificate(root)],
    signerInfos: [new pkijs.SignerInfo({
      version: 1,
      sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
      digestAlgorithm: sha256(),
      ...(signerInfo.signedAttrs ? { signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: signerInfo.signedAttrs.attributes }) } : {}),
      signatureAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: oids.ecdsaWithSha256 }),
      signature: new asn1js.OctetString({ valueHex: canonicalEcdsa(signerInfo.signature.valueBlock.valueHexView.slice().buffer) }),
    })],
  })
  const content = new pkijs.ContentInfo({ contentType: oids.signedData, content: rewritten.toSchema() })
  return Buffer.from(content.toSchema().toBER()).toString('hex').toUpperCase().padEnd(digits, '0')
}
