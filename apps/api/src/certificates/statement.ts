import { z } from 'zod'
import { canonicalJson } from '../platform/digest.js'
import { CertificateContent } from './paper/certificate-content.js'
import { payloadHolds, type PayloadSignature, type Trust } from './payload-signature.api.js'

const Statement = z.strictObject({
  format: z.literal('icp-certificate/1'), payload: CertificateContent, signature: z.base64url().max(100), signer: z.base64url().max(4000),
})

/** The largest has 500 services. */
const largest = 256 * 1024

/** A certificate for programs: what was issued and its signature, as one line of canonical JSON. */
export const statementOf = (payload: CertificateContent, { signature, signer }: PayloadSignature): string =>
  canonicalJson({ format: 'icp-certificate/1', payload, signature: signature.toString('base64url'), signer: signer.toString('base64url') })

/**
 * Reads a statement offline: what it says, or undefined when anything about it is not as we write it. Not one byte may differ: other spellings of the same
 * values, doubled or added keys are refused, as is a header that names an algorithm or a key.
 */
export function readStatement(text: string, trust: Trust): CertificateContent | undefined {
  if (text.length > largest) return undefined
  try {
    const { payload, signature, signer } = Statement.parse(JSON.parse(text))
    const signed = { signature: Buffer.from(signature, 'base64url'), signer: Buffer.from(signer, 'base64url') }
    return statementOf(payload, signed) === text && payloadHolds(payload, signed, trust) ? payload : undefined
  } catch {
    return undefined
  }
}
