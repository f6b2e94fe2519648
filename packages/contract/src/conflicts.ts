import { FilingContent, FilingKind, Severity } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Id, IdParams, Instant } from './shapes.js'

/** What the two sides want both. */
export const ConflictOver = z.enum(['domain', 'subject', 'service-name', 'home-page', 'phone', 'person', 'address'])
export type ConflictOver = z.infer<typeof ConflictOver>

/** The other side: a filing on its way, a record in force, or a draft that could not be handed in because of this filing. */
export const ConflictSide = z.object({
  is: z.enum(['filing', 'record', 'attempt']),
  /** Null for an attempt: a draft is its owner's own. */
  id: Id.nullable(),
  /** Submission number of a filing, filing number of a record. */
  number: z.string().nullable(),
  status: z.string(),
  subjectName: z.string(),
  province: z.string(),
  /** When it was handed in, came into force, or was tried last. */
  since: Instant,
}).meta({ id: 'ConflictSide' })
export type ConflictSide = z.infer<typeof ConflictSide>

export const ConflictRow = z.object({
  over: ConflictOver,
  /** The rule of the catalogue, and how much it weighs. */
  rule: z.string(),
  severity: Severity,
  /** The field of the own filing, and of the other side. */
  path: z.string(),
  otherPath: z.string(),
  /** Whoever came first. */
  first: z.enum(['own', 'other']),
  other: ConflictSide,
}).meta({ id: 'ConflictRow' })
export type ConflictRow = z.infer<typeof ConflictRow>

const PartyParams = IdParams.extend({ partyId: Id })

export const ConflictParty = z.object({
  side: ConflictSide.extend({ id: Id }),
  /** Of a filing. */
  kind: FilingKind.nullable(),
  /** With all certificate numbers, phones and mail addresses masked for good. */
  content: FilingContent,
  /** What of it is in conflict with the own filing. */
  rows: z.array(ConflictRow),
}).meta({ id: 'ConflictParty' })
export type ConflictParty = z.infer<typeof ConflictParty>

export const conflictOperations = {
  listConflicts: operation({
    method: 'GET', path: '/filings/:id/conflicts', summary: 'Who else in the country wants what this filing wants: both sides', params: IdParams, answer: z.object({ rows: z.array(ConflictRow) }),
  }),
  getConflictParty: operation({
    method: 'GET', path: '/filings/:id/conflicts/:partyId', summary: 'The other side of a conflict, also of another province, as long as the conflict is there; masked', params: PartyParams,
    answer: ConflictParty,
  }),
}
