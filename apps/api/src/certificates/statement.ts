import { z } from 'zod'
import { canonicalJson } from '../platform/digest.js'
import { CertificateContent } from './paper/certificate-content.js'
import { judgePayload, type PayloadSignature, type Trust, type Word } from './payload-signature.api.js'

const Statement = z.strictObject({
  format: z.literal('icp-certificate/1'), payload: CertificateContent, signature: z.base64url().max(100), signer: z.base64url().max(4000),
})

/** The largest has 500 services. */
const largest = 256 * 1024

/** A certificate for programs: what was issued and its signature, as one line of canonical JSON. */
export const statementOf = (payload: CertificateContent, { signature, signer }: PayloadSignature): string =>
  canonicalJson({ format: 'icp-certificate/1', payload, signature: signature.toString('base64url'), signer: signer.toString('base64url') })

/** What a statement says, and what that is worth. Nothing is said by one that is not genuine. */
export type Judged = { readonly word: Exclude<Word, 'not-genuine'>; readonly said: CertificateContent } | { readonly word: 'not-genuine' }

/**
 * Judges a statement offline. Not one byte may differ: other spellings of the same values, doubled or added keys are refused, as is a header that names an
 * algorithm or a key. What a revoked signer has signed cannot be told genuine here (`revoked-signer`): only our audit knows whether it was issued before.
 */
export function judgeStatement(text: string, trust: Trust): Judged {
  if (text.length > largest) return { word: 'not-genuine' }
  try {
    const { payload, signature, signer } = Statement.parse(JSON.parse(text))
    const signed = { signature: Buffer.from(signature, 'base64url'), signer: Buffer.from(signer, 'base64url') }
    const word = statementOf(payload, signed) === text ? judgePayload(payload, signed, trust, null) : 'not-genuine'
    return word === 'not-genuine' ? { word } : { word, said: payload }
  } catch {
    return { word: 'not-genuine' }
  }
}
