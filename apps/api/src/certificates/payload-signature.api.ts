import { verify, webcrypto, X509Certificate } from 'node:crypto'
import { canonicalJson, sha256 } from '../platform/digest.js'
import { type CertificateAuthority, documentSigning } from './paper/certificate-authority.js'
import type { CertificateContent } from './paper/certificate-content.js'
import { keyPrintOf } from './revoked-signers.api.js'

export interface PayloadSignature {
  /** ECDSA P-256 with SHA-256, r and s (64 bytes). */
  readonly signature: Buffer
  /** The signer's certificate, DER. */
  readonly signer: Buffer
}

/** Whose word counts. */
export interface Trust {
  /** The root, PEM. */
  readonly root: string
  /** Signers that count no more, by the fingerprint of their key. */
  readonly revoked: ReadonlyMap<string, { readonly since: string }>
}

/**
 * `revoked-signer`: signed as it should be, with a key that was revoked. It counts only for whoever finds in the audit that it was issued before: its own
 * `issuedAt` is the word of whoever has the key.
 */
export type Word = 'genuine' | 'revoked-signer' | 'not-genuine'

const bytesOf = (payload: CertificateContent): Buffer => Buffer.from(canonicalJson(payload))

/** By which the audit knows what was issued. */
export const digestOfPayload = (payload: CertificateContent): string => sha256(canonicalJson(payload))

/** Signs what was issued in the moment of issue; takes about a millisecond, so it fits into the transaction of the approval. */
export async function signPayload(payload: CertificateContent, authority: CertificateAuthority): Promise<PayloadSignature> {
  const signature = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, authority.signerKey, bytesOf(payload))
  return { signature: Buffer.from(signature), signer: Buffer.from(authority.signerCertificate) }
}

/**
 * Whether a signer of this root signed exactly this payload: a row that was written past the API fails here and never becomes a paper. The algorithm is fixed,
 * whatever anybody says of it; the signer must be one for documents, and valid when the certificate was issued. `notedAt` says when our own audit wrote down
 * the issue of exactly this payload; null when it did not, or nobody can look.
 */
export function judgePayload(payload: CertificateContent, signed: PayloadSignature, { root, revoked }: Trust, notedAt: string | null): Word {
  if (!signatureHolds(payload, signed, root)) return 'not-genuine'
  const since = revoked.get(keyPrintOf(signed.signer))?.since
  return since === undefined || isBefore(notedAt, since) ? 'genuine' : 'revoked-signer'
}

/** Whether what the audit noted then was done before a revocation. */
export const isBefore = (notedAt: string | null, since: string): boolean => notedAt !== null && Date.parse(notedAt) < Date.parse(since)

function signatureHolds(payload: CertificateContent, { signature, signer }: PayloadSignature, pem: string): boolean {
  const certificate = new X509Certificate(signer)
  const root = new X509Certificate(pem)
  // A certificate has one spelling: bytes behind it, or another encoding of it, are not what was stored.
  if (!certificate.raw.equals(signer) || signature.length !== 64) return false
  if (certificate.ca || !certificate.checkIssued(root) || !certificate.verify(root.publicKey)) return false
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey
  if (asymmetricKeyType !== 'ec' || asymmetricKeyDetails?.namedCurve !== 'prime256v1' || !certificate.keyUsage?.includes(documentSigning)) return false
  const issued = Date.parse(payload.issuedAt)
  if (issued < Date.parse(certificate.validFrom) || issued > Date.parse(certificate.validTo)) return false
  return verify('sha256', bytesOf(payload), { key: certificate.publicKey, dsaEncoding: 'ieee-p1363' }, signature)
}
