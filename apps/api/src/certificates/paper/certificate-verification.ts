import { X509Certificate } from 'node:crypto'
import { keyPrintOf } from '../revoked-signers.api.js'
import { canonicalHex, issuerOf, readEnvelope, signatureHolds, type Envelope } from './signature-envelope.js'
import { codeIn, findSignedRange, looksLikePdf, mentionsSignature, type SignedRange } from './signed-range.js'

/**
 * - `genuine`: signed by our authority, covered to the last byte, unchanged.
 * - `appended`: our signature holds for the beginning, but something was added behind it.
 * - `tampered`: there is a signature, and it does not fit the file.
 * - `foreign-signer`: a whole signature, but not by our authority.
 * - `not-signed`: a PDF without a signature.
 * - `unreadable`: not a PDF, or larger than 2 MB.
 *
 * None of them says whether the filing is still on record: look `code` up for that; nor whether the signer was revoked: look `signerPrint` up.
 */
export type Verdict = 'genuine' | 'tampered' | 'appended' | 'foreign-signer' | 'not-signed' | 'unreadable'

export interface Verification {
  readonly verdict: Verdict
  /** The signer's own word for when it signed; for `genuine`, `appended` and `foreign-signer`. */
  readonly signedAt?: Date
  /** The common name in the signer's certificate. For `foreign-signer` anybody may have chosen it: show it as such. */
  readonly signerName?: string
  /** By which revocations name the signer; for `genuine` and `appended` only. Whether it was revoked is not judged here. */
  readonly signerPrint?: string
  /** The code of the certificate, read from the signed bytes; for `genuine` and `appended` only. */
  readonly code?: string
}

/** Larger files are refused unread; the largest certificate (500 services) stays well below. */
export const largestFile = 2 * 1024 * 1024

const signedBy = ({ signedAt, signerName }: Envelope) => ({ ...(signedAt ? { signedAt } : {}), ...(signerName ? { signerName } : {}) })

async function judge(range: SignedRange, roots: readonly ArrayBuffer[]): Promise<Verification> {
  const envelope = readEnvelope(range.hex)
  const holds = await signatureHolds(envelope, range.signed)
  if (holds === 'no') return { verdict: 'tampered' }
  const root = await issuerOf(envelope, roots)
  if (!root) return { verdict: 'foreign-signer', ...signedBy(envelope) }
  if (holds !== 'yes' || canonicalHex(envelope, root, range.hex.length) !== range.hex) return { verdict: 'tampered' }
  const code = codeIn(range.signed)
  return { verdict: range.behind === 0 ? 'genuine' : 'appended', ...signedBy(envelope), signerPrint: keyPrintOf(envelope.signerDer), ...(code ? { code } : {}) }
}

/**
 * Judges a file that claims to be a certificate against the roots (PEM) of this system. Gives a verdict for any input and rejects only when
 * a root is not a certificate. Work is bounded: one pass over at most 2 MB, one signature of at most 32 KB. Signers are judged at the
 * instant of signing, so certificates outlive the signer's renewal.
 */
export async function verifyPdf(bytes: Uint8Array, roots: readonly string[]): Promise<Verification> {
  const trusted = roots.map((pem) => Uint8Array.from(new X509Certificate(pem).raw).buffer)
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length > largestFile || !looksLikePdf(file)) return { verdict: 'unreadable' }
  const range = findSignedRange(file)
  if (!range) return { verdict: mentionsSignature(file) ? 'tampered' : 'not-signed' }
  try {
    return await judge(range, trusted)
  } catch {
    // Whatever the parsers refuse is a signature that does not fit the file.
    return { verdict: 'tampered' }
  }
}
