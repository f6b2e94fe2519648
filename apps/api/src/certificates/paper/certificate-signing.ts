import { CryptoKeySigner, PDF } from '@libpdf/core'
import type { CertificateAuthority } from './certificate-authority.js'
import type { CertificateContent } from './certificate-content.js'
import { drawCertificate } from './certificate-drawing.js'

/** Room for the signature in bytes; a P-256 signature with its two certificates takes about 1 500. */
const signatureRoom = 4096

/** The instant of signing lies outside the validity of the signer. Open the authority again: it renews its signer. */
export class SignerNotValid extends Error {
  override readonly name = 'SignerNotValid'
}

/**
 * Signs a PDF as PAdES B-B (ETSI EN 319 142-1): one invisible signature over the whole file, SHA-256 with ECDSA P-256, signer and root
 * enclosed, no time stamp of a third party: `at` is this system's word. Everything but the random part of the ECDSA signature is determined
 * by the arguments. `at` is cut to whole seconds.
 */
export async function signPdf(pdf: Uint8Array, authority: CertificateAuthority, at: Date): Promise<Uint8Array> {
  if (at < authority.signerFrom || at >= authority.signerUntil) {
    throw new SignerNotValid(`the signer is valid from ${authority.signerFrom.toISOString()} to ${authority.signerUntil.toISOString()}, not at ${at.toISOString()}`)
  }
  const signingTime = new Date(Math.floor(at.getTime() / 1000) * 1000)
  const signer = new CryptoKeySigner(authority.signerKey, authority.signerCertificate, 'EC', 'ECDSA', [authority.rootCertificate])
  const loaded = await PDF.load(pdf)
  const { bytes, warnings } = await loaded.sign({
    signer, signingTime, level: 'B-B', digestAlgorithm: 'SHA-256', fieldName: 'IcpFilingCertificate', reason: 'ICP filing certificate', estimatedSize: signatureRoom,
  })
  if (warnings.length > 0) throw new Error(`signing a certificate gave warnings: ${warnings.map(({ code }) => code).join(', ')}`)
  return bytes
}

/** The certificate as it is stored and handed out: drawn, then signed. Errors of `drawCertificate` and `signPdf`. */
export async function drawAndSign(content: CertificateContent, authority: CertificateAuthority, at: Date): Promise<Uint8Array> {
  return signPdf(await drawCertificate(content), authority, at)
}
