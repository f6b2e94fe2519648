import { Bilingual, ReadPurpose, ReadReason, ReadWay } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Cursor, Id, IdParams, Instant, pageOf } from './shapes.js'

/** What an organisation read of a filing, a record in force or the account of mine: all its looks of one day in one way, or one masked value or picture; or a message to me. */
export const PersonalRead = z.object({
  id: Id,
  /** The last look of the day, and the first. */
  at: Instant,
  first: Instant,
  times: z.number().int().min(1),
  way: ReadWay,
  /** The access provider or administration for which it was read; of a message or account, the role of whoever runs the system. */
  reader: Bilingual,
  /** Of a masked value, and what a picture shows. */
  field: Bilingual.nullable(),
  /** Null of a record, an account and a message. */
  filing: z.object({ id: Id, reference: z.string().nullable() }).nullable(),
  /** The number of the record in force that was read, or whose certificate was. */
  record: z.string().nullable(),
  /** What it was needed for; asked of whoever looks at a masked value or a picture. */
  reason: ReadReason.nullable(),
}).meta({ id: 'PersonalRead' })
export type PersonalRead = z.infer<typeof PersonalRead>

export const personalDataOperations = {
  revealField: operation({
    method: 'POST', path: '/filings/:id/reveal', summary: 'One masked value of a filing in clear, with the reason; written down for its owner to see',
    params: IdParams,
    body: ReadPurpose.extend({
      path: z.string().min(1).max(200),
      /** Of an earlier version; left out, the present one. */
      revision: z.number().int().min(1).optional(),
    }),
    answer: z.object({ value: z.string() }),
  }),
  listOwnReads: operation({
    method: 'GET', path: '/me/reads', summary: 'Which organisations read my filings, records, account and messages, how and what for, newest first', query: z.object({ cursor: Cursor }), answer: pageOf(PersonalRead),
  }),
}
