import { verify, webcrypto, X509Certificate } from 'node:crypto'
import { canonicalJson } from '../platform/digest.js'
import type { CertificateAuthority } from './paper/certificate-authority.js'
import type { CertificateContent } from './paper/certificate-content.js'

export interface PayloadSignature {
  /** ECDSA P-256 with SHA-256, r and s (64 bytes). */
  readonly signature: Buffer
  /** The signer's certificate, DER. */
  readonly signer: Buffer
}

const bytesOf = (payload: CertificateContent): Buffer => Buffer.from(canonicalJson(payload))

/** Signs what was issued in the moment of issue; takes about a millisecond, so it fits into the transaction of the approval. */
export async function signPayload(payload: CertificateContent, authority: CertificateAuthority): Promise<PayloadSignature> {
  const signature = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, authority.signerKey, bytesOf(payload))
  return { signature: Buffer.from(signature), signer: Buffer.from(authority.signerCertificate) }
}

/** Whether a signer of this root signed exactly this payload: a row that was written past the API fails here and never becomes a paper. */
export function payloadHolds(payload: CertificateContent, { signature, signer }: PayloadSignature, rootPem: string): boolean {
  const certificate = new X509Certificate(signer)
  const root = new X509Certificate(rootPem)
  if (!certificate.checkIssued(root) || !certificate.verify(root.publicKey)) return false
  return verify('sha256', bytesOf(payload), { key: certificate.publicKey, dsaEncoding: 'ieee-p1363' }, signature)
}
