import { z } from 'zod'
import { Checkpoint } from './audit.js'
import { operation } from './operation.js'
import { IdParams, Instant } from './shapes.js'

const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** One link of a receipt: the finish, or a correction after it. `hash` covers all that stands here, the receipt's number and the link before. */
export const ReceiptLink = z.object({
  number: z.number().int().min(1),
  cause: z.enum(['finish', 'correct']),
  at: Instant,
  /** SHA-256 of the content as of this link. */
  digest: Digest,
  /** Hash of the link before; zeros for the first. */
  previous: Digest,
  hash: Digest,
}).meta({ id: 'ReceiptLink' })
export type ReceiptLink = z.infer<typeof ReceiptLink>

/** What the owner holds: the file that is downloaded has exactly this form. */
export const FilingReceipt = z.object({
  format: z.literal('icp-receipt/1'),
  reference: z.string().max(40),
  links: z.array(ReceiptLink).min(1).max(1000),
  checkpoint: Checkpoint.nullable(),
}).meta({ id: 'FilingReceipt' })
export type FilingReceipt = z.infer<typeof FilingReceipt>

/** A correction since the receipt was given. */
export const CorrectionSince = z.object({ number: z.number().int(), at: Instant, provider: z.string() })

export const ReceiptCheck = z.object({
  /** `unchanged`: the content is what the receipt says; `corrected`: it was, and providers have corrected it since; `no-match`: it is not. */
  verdict: z.enum(['unchanged', 'corrected', 'no-match']),
  reference: z.string(),
  /** When what the receipt's last link speaks of was written; null without a match. */
  at: Instant.nullable(),
  corrections: z.array(CorrectionSince),
}).meta({ id: 'ReceiptCheck' })
export type ReceiptCheck = z.infer<typeof ReceiptCheck>

export const receiptOperations = {
  getReceipt: operation({
    method: 'GET', path: '/filings/:id/receipt', summary: 'The receipt of my filing, recomputed from what is stored', params: IdParams,
    answer: z.object({ receipt: FilingReceipt, check: ReceiptCheck }), refusals: [409],
  }),
  checkReceipt: operation({
    method: 'POST', path: '/receipts/check', summary: 'Does a receipt say what is stored? By its file, or by submission number and hash',
    body: z.union([
      z.object({ receipt: FilingReceipt }),
      z.object({ reference: z.string().trim().max(40), hash: z.string().trim().max(80) }),
    ]),
    answer: ReceiptCheck,
  }),
}
