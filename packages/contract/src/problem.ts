import { Finding, Bilingual } from '@icp/domain'
import { z } from 'zod'

/** The one form of a refusal (RFC 9457, application/problem+json). `findings` carry field paths; for request bodies the path is the body's. */
export const Problem = z.object({
  type: z.literal('about:blank'),
  status: z.number().int(),
  /** Stable machine code, e.g. `locked`, `code-wrong`, `invalid`. */
  code: z.string(),
  title: z.string(),
  text: Bilingual,
  findings: z.array(Finding),
  /** Seconds until it makes sense to try again. */
  retryAfter: z.number().optional(),
  requestId: z.string(),
}).meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
