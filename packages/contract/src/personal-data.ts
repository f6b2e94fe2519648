import { Bilingual, ReadReason } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Cursor, Id, IdParams, Instant, pageOf } from './shapes.js'

/** One look of somebody else at personal data of mine. */
export const PersonalRead = z.object({
  id: Id,
  at: Instant,
  /** The access provider or administration for which it was read. */
  reader: Bilingual,
  field: Bilingual,
  filing: z.object({ id: Id, reference: z.string().nullable() }),
  reason: ReadReason,
}).meta({ id: 'PersonalRead' })
export type PersonalRead = z.infer<typeof PersonalRead>

export const personalDataOperations = {
  revealField: operation({
    method: 'POST', path: '/filings/:id/reveal', summary: 'One masked value of a filing in clear, with the reason; written down for its owner to see',
    params: IdParams,
    body: z.object({
      path: z.string().min(1).max(200),
      /** Of an earlier version; left out, the present one. */
      revision: z.number().int().min(1).optional(),
      reason: ReadReason,
      /** What it is needed for, in words; asked of staff. */
      note: z.string().trim().max(300),
    }),
    answer: z.object({ value: z.string() }),
  }),
  listOwnReads: operation({
    method: 'GET', path: '/me/reads', summary: 'Who read personal data of my filings, newest first', query: z.object({ cursor: Cursor }), answer: pageOf(PersonalRead),
  }),
}
