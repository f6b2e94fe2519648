import { BlacklistKind, BlacklistStanding } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Cursor, Day, Id, IdParams, Instant, pageOf, prose, SeenVersion, Version } from './shapes.js'

/** Whom or what no filing may be about. */
export const BlacklistEntry = z.object({
  id: Id, kind: BlacklistKind,
  /** Of a subject; its number masked. */
  certificateType: z.string().nullable(),
  certificateNumber: z.string().nullable(),
  domain: z.string().nullable(),
  reason: z.string(), source: z.string(), validFrom: Day, validUntil: Day.nullable(), standing: BlacklistStanding, version: Version,
  addedAt: Instant, addedBy: z.string(), liftedAt: Instant.nullable(), liftedBy: z.string().nullable(),
}).meta({ id: 'BlacklistEntry' })
export type BlacklistEntry = z.infer<typeof BlacklistEntry>

export const blacklistOperations = {
  listBlacklist: operation({
    method: 'GET', path: '/administration/blacklist', summary: 'Subjects and domains that may not be filed, newest first',
    query: z.object({
      /** A part of a domain. */
      q: z.string().max(100).optional(), kind: BlacklistKind.optional(), standing: BlacklistStanding.optional(), cursor: Cursor,
    }),
    answer: pageOf(BlacklistEntry),
  }),
  addToBlacklist: operation({
    method: 'POST', path: '/administration/blacklist', summary: 'Keep a subject or a domain from being filed, from a day on',
    body: z.object({
      kind: BlacklistKind, certificateType: z.string().max(4), certificateNumber: z.string().max(64), domain: z.string().max(255), reason: prose(300), source: prose(200),
      validFrom: z.string().max(10), validUntil: z.string().max(10),
    }),
    answer: BlacklistEntry, success: 201, idempotent: true,
  }),
  liftFromBlacklist: operation({
    method: 'POST', path: '/administration/blacklist/:id/lift', summary: 'It may be filed again', params: IdParams, body: SeenVersion, answer: BlacklistEntry, idempotent: true,
  }),
}
