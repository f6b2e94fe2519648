import { MediationOutcome, MediationOver, MediationState, mediationTextMost } from '@icp/domain'
import { z } from 'zod'
import { ConflictSide } from './conflicts.js'
import { operation } from './operation.js'
import { Cursor, Id, IdParams, Instant, pageOf, prose, SeenVersion } from './shapes.js'

/** A request to settle a conflict, as the owner who asked sees it: nothing of the other side. */
export const Mediation = z.object({
  id: Id, filingId: Id, over: MediationOver,
  /** The rule that keeps the filing back, and the field. */
  rule: z.string(), path: z.string(),
  /** Null where the subject is asked about. */
  domain: z.string().nullable(),
  reason: z.string(), askedAt: Instant, state: MediationState,
  outcome: MediationOutcome.nullable(), answer: z.string().nullable(), endedAt: Instant.nullable(),
}).meta({ id: 'Mediation' })
export type Mediation = z.infer<typeof Mediation>

export const MediationRow = Mediation.omit({ filingId: true, path: true }).extend({
  /** Who asks; the draft itself is its owner's own. */
  applicant: z.object({ subjectName: z.string(), province: z.string(), since: Instant }),
  /** Whoever has it; null once nobody else has. */
  holder: ConflictSide.nullable(),
  /** When the other side last changed, or moved; null with it. */
  holderChangedAt: Instant.nullable(),
  first: z.enum(['applicant', 'holder']),
  /** The other side is of this province: it alone can be asked, or cleared, from here. */
  mayAnswer: z.boolean(),
  holderTold: z.boolean(),
}).meta({ id: 'MediationRow' })
export type MediationRow = z.infer<typeof MediationRow>

export const mediationOperations = {
  listFilingMediations: operation({
    method: 'GET', path: '/filings/:id/mediations', summary: 'What the administration was asked to settle for this filing, newest first', params: IdParams, answer: z.object({ rows: z.array(Mediation) }),
  }),
  askMediation: operation({
    method: 'POST', path: '/filings/:id/mediations', summary: 'Ask the administration of the other side to settle a conflict that keeps the draft back', params: IdParams,
    body: SeenVersion.extend({ path: z.string().max(200), reason: prose(mediationTextMost).min(1) }), answer: Mediation, success: 201, idempotent: true, refusals: [423],
  }),
  withdrawMediation: operation({
    method: 'POST', path: '/mediations/:id/withdraw', summary: 'The administration need not settle it any more', params: IdParams, answer: Mediation, idempotent: true,
  }),
  listMediations: operation({
    method: 'GET', path: '/mediations', summary: 'Conflicts that the province was asked to settle, or that its own subjects ask about; both sides, the longest first',
    query: z.object({ state: MediationState.optional(), cursor: Cursor }), answer: pageOf(MediationRow),
  }),
  answerMediation: operation({
    method: 'POST', path: '/mediations/:id/answer', summary: 'Tell the owner who asked what follows, and the other side if need be', params: IdParams,
    body: z.object({ outcome: MediationOutcome, answer: prose(mediationTextMost).min(1), tellHolder: z.boolean() }), answer: MediationRow, idempotent: true,
  }),
}
