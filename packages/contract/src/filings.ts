import { Bilingual, FilingAction, FilingContent, FilingKind, FilingStatus, Finding, HistoryAction, ServiceType } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Cursor, Id, IdParams, Instant, pageOf, prose, SeenVersion, Version } from './shapes.js'
import { SheetAnswers } from './verification.js'

const Due = z.object({
  what: z.enum(['agreement', 'confirmation', 'review', 'provider']),
  at: Instant,
  provisional: z.boolean(),
  /** Working days of the review clock; null for clocks that run in hours. */
  total: z.number().int().nullable(),
  used: z.number().int().nullable(),
  left: z.number().int().nullable(),
  tone: z.enum(['neutral', 'warn', 'overdue']),
  /** A time that is expected; nothing follows from exceeding it. */
  advisory: z.boolean(),
}).meta({ id: 'Due' })
export type Due = z.infer<typeof Due>

/** A filing as a row of a list. */
export const FilingRow = z.object({
  id: Id,
  /** Submission number, e.g. `BA20261123-000001`; drafts have none. */
  reference: z.string().nullable(),
  kind: FilingKind,
  status: FilingStatus,
  version: Version,
  subjectName: z.string(),
  province: z.string(),
  services: z.array(z.object({ name: z.string(), domain: z.string() })),
  providers: z.array(z.object({ id: Id, name: z.string(), state: z.enum(['waiting', 'passed']) })),
  openRequests: z.number().int(),
  savedAt: Instant,
  finishedAt: Instant.nullable(),
  statusSince: Instant,
  due: Due.nullable(),
  /** Whoever has the ball was silent for too long and has been urged; when. Left out for others. */
  urgedAt: Instant.optional(),
  /** The provider that applies to end its own access; left out for what an owner files. */
  applicant: z.object({ id: Id, name: z.string() }).optional(),
  /** The reader is the owner who is asked to receive what another one gives. */
  receiving: z.literal(true).optional(),
  /** What it was about was cancelled by force, and it ended with that; left out for others. */
  endedWithRecord: z.literal(true).optional(),
}).meta({ id: 'FilingRow' })
export type FilingRow = z.infer<typeof FilingRow>

/** A field that differs, as it is read: `before` or `after` is '' where there is none, and names a whole website or access that came or went. */
export const FieldChange = z.object({ path: z.string(), label: Bilingual, before: z.string(), after: z.string() })
export type FieldChange = z.infer<typeof FieldChange>

/** A service beside others that a cancellation names, as anybody can look it up. */
const StandingService = z.object({ number: z.string(), name: z.string(), type: ServiceType, domain: z.string(), fate: z.enum(['falls', 'stays']) }).meta({ id: 'StandingService' })

export const RequestView = z.object({
  id: Id,
  openedBy: z.enum(['owner', 'provider']),
  provider: z.object({ id: Id, name: z.string() }),
  fields: z.array(z.object({ path: z.string(), label: Bilingual })),
  reason: z.string(),
  state: z.enum(['open', 'corrected', 'declined', 'closed']),
  openedAt: Instant,
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
}).meta({ id: 'CorrectionRequestView' })
export type RequestView = z.infer<typeof RequestView>

export const CorrectionView = z.object({
  id: Id,
  requestId: Id,
  revision: z.number().int(),
  provider: z.object({ id: Id, name: z.string() }),
  by: z.string(),
  at: Instant,
  reason: z.string(),
  changes: z.array(FieldChange),
}).meta({ id: 'CorrectionView' })
export type CorrectionView = z.infer<typeof CorrectionView>

export const ConfirmationView = z.object({
  id: Id,
  covers: z.array(z.string()),
  name: z.string(),
  mobile: z.string(),
  state: z.enum(['waiting', 'confirmed']),
  triesLeft: z.number().int(),
  resendsLeft: z.number().int(),
  expiresAt: Instant,
  /** Present for the owner, and only while the SMS platform is off: link and code on screen. */
  onScreen: z.object({ link: z.string(), code: z.string() }).nullable(),
}).meta({ id: 'ConfirmationView' })
export type ConfirmationView = z.infer<typeof ConfirmationView>

export const ReviewDecisionView = z.object({
  at: Instant,
  round: z.number().int(),
  decision: z.enum(['approve', 'return', 'refuse', 'expire']),
  by: z.string(),
  /** The English name, where `by` is an administration. */
  byEn: z.string().optional(),
  opinion: z.string(),
  findings: z.array(z.object({ path: z.string(), label: Bilingual, reason: z.string(), suggestion: z.string() })),
}).meta({ id: 'ReviewDecisionView' })
export type ReviewDecisionView = z.infer<typeof ReviewDecisionView>

export const HistoryEvent = z.object({
  at: Instant,
  action: HistoryAction,
  /** Who acted, as the reader may know it: a provider's or administration's name, or 'owner'. `nameEn`: of an administration. */
  by: z.object({ role: z.enum(['owner', 'provider', 'reviewer', 'responsible-person', 'clock']), name: z.string(), nameEn: z.string().optional() }),
  status: FilingStatus,
  note: z.string().nullable(),
}).meta({ id: 'HistoryEvent' })
export type HistoryEvent = z.infer<typeof HistoryEvent>

const SubjectSide = z.object({
  number: z.string(), name: z.string(), nature: z.string(), services: z.array(z.object({ number: z.string(), name: z.string(), domain: z.string() })),
}).meta({ id: 'SubjectSide' })
export type SubjectSide = z.infer<typeof SubjectSide>

export const FilingView = FilingRow.extend({
  content: FilingContent,
  /**
   * With what `differences` and `standing` are held: the register of now, the register as it stood when the filing ended, nothing (there is nothing in force that
   * such a filing changes), or with what nobody kept.
   */
  comparedWith: z.enum(['nothing', 'register', 'register-at-end', 'unknown']),
  /** Of a filing about a subject in force: every field in which it differs. Empty for others. */
  differences: z.array(FieldChange),
  /** Of a cancellation of services or of the subject: the services in force, and what becomes of each. Empty for others. */
  standing: z.array(StandingService),
  revision: z.number().int(),
  revisions: z.array(z.object({ number: z.number().int(), at: Instant, cause: z.enum(['finish', 'correct']), digest: z.string() })),
  /** Everything the rules say now, the register's findings included. */
  findings: z.array(Finding),
  /** Of a draft that was not saved since: what newer rules, or the time that passed, ask for. Left out when that is nothing. */
  redo: z.object({ since: Instant, rulesChanged: z.boolean(), findings: z.array(Finding) }).optional(),
  requests: z.array(RequestView),
  corrections: z.array(CorrectionView),
  confirmations: z.array(ConfirmationView),
  decisions: z.array(ReviewDecisionView),
  history: z.array(HistoryEvent),
  /** What the reader may do now. */
  actions: z.array(FilingAction),
  /** Paths that the reader (a provider) may correct; empty for others. */
  correctable: z.array(z.string()),
  refusedFrom: Id.nullable(),
  /** Set once approved. */
  result: z.object({ subjectNumber: z.string(), serviceNumbers: z.array(z.string()), certificateId: Id.nullable() }).nullable(),
  /** For a move to another subject: both as anybody can look them up; the receiving one once its owner has agreed. */
  migration: z.object({ giving: SubjectSide, receiving: SubjectSide.nullable() }).optional(),
}).meta({ id: 'FilingView' })
export type FilingView = z.infer<typeof FilingView>

/** `digest`: of the content; `hash`: of the receipt's first link, by which the owner checks it later. */
export const Receipt = z.object({ id: Id, reference: z.string(), finishedAt: Instant, digest: z.string(), hash: z.string(), status: FilingStatus, version: Version }).meta({ id: 'Receipt' })
export const Changed = z.object({ id: Id, status: FilingStatus, version: Version }).meta({ id: 'FilingChanged' })

/**
 * What sets a filing apart in the reader's list. `waiting`: this reader has to act on it; `open-requests`: a correction request waits for an
 * answer (for a provider: its own); `due-soon`: waiting, and few working days are left; `overdue`: waiting beyond its due day.
 */
export const Attention = z.enum(['waiting', 'open-requests', 'due-soon', 'overdue'])
export type Attention = z.infer<typeof Attention>

/** How many filings of the reader's list are where. */
export const Figures = z.object({
  statuses: z.record(FilingStatus, z.number().int()),
  attention: z.record(Attention, z.number().int()),
  /** Filings in review by working days used: `from` up to and with `to`; null has no end. Empty for providers. */
  ages: z.array(z.object({ from: z.number().int(), to: z.number().int().nullable(), filings: z.number().int() })),
}).meta({ id: 'Figures' })
export type Figures = z.infer<typeof Figures>

const reasonText = prose(2000).min(1)

export const filingOperations = {
  listFilings: operation({
    method: 'GET', path: '/filings', summary: 'My filings (owner), those that name my provider, or those of my province; newest status first, review queues in order of arrival',
    query: z.object({
      status: FilingStatus.optional(),
      /** `closed`: approved, refused or withdrawn. */
      state: z.enum(['open', 'closed']).optional(),
      kind: FilingKind.optional(),
      form: z.enum(['registration', 'cancellation', 'migration']).optional(),
      attention: Attention.optional(),
      q: z.string().max(100).optional(),
      cursor: Cursor,
    }),
    answer: pageOf(FilingRow),
  }),
  getFigures: operation({ method: 'GET', path: '/figures', summary: 'How many filings of my list are where', answer: Figures }),
  createFiling: operation({
    method: 'POST', path: '/filings', summary: 'Start a draft, or take up the running one',
    body: z.object({
      kind: FilingKind,
      /** The subject in force that the filing is about; left out for a first filing. */
      subjectNumber: z.string().max(64).optional(),
      /** What is cancelled or moved, or which websites gain an access. */
      serviceNumbers: z.array(z.string().max(64)).max(50).optional(),
      /** For cancel-access: which accesses of the website end. */
      accessIds: z.array(z.string().max(40)).max(20).optional(),
      /** New draft from a refused or withdrawn filing. */
      fromFilingId: Id.optional(),
    }),
    answer: FilingView, success: 201, refusals: [404], idempotent: true,
  }),
  getFiling: operation({ method: 'GET', path: '/filings/:id', summary: 'One filing as its reader may see it', params: IdParams, answer: FilingView }),
  getRevision: operation({
    method: 'GET', path: '/filings/:id/revisions/:number', summary: 'The content as of one revision',
    params: z.object({ id: Id, number: z.coerce.number().int().min(1).max(2_147_483_647) }),
    answer: z.object({ number: z.number().int(), at: Instant, cause: z.enum(['finish', 'correct']), digest: z.string(), content: FilingContent }),
  }),
  saveDraft: operation({
    method: 'PUT', path: '/filings/:id/draft', summary: 'Save what is typed; 423 once finished', params: IdParams,
    body: z.object({ version: Version, content: FilingContent }),
    answer: z.object({ version: Version, savedAt: Instant, findings: z.array(Finding) }), refusals: [409, 423],
  }),
  discardDraft: operation({ method: 'POST', path: '/filings/:id/discard', summary: 'Delete a draft', params: IdParams, body: SeenVersion, idempotent: true, refusals: [423] }),
  finishFiling: operation({
    method: 'POST', path: '/filings/:id/finish', summary: 'Hand in and lock', params: IdParams,
    /** Cancellations need the code of sendStepUpCode. */
    body: SeenVersion.extend({ code: z.string().max(12).optional() }), answer: Receipt, idempotent: true, refusals: [423],
  }),
  withdrawFiling: operation({ method: 'POST', path: '/filings/:id/withdraw', summary: 'Take a filing back before review', params: IdParams, body: SeenVersion, answer: Changed, idempotent: true, refusals: [423] }),
  openCorrectionRequest: operation({
    method: 'POST', path: '/filings/:id/correction-requests', summary: 'Name the fields to change and why', params: IdParams,
    body: SeenVersion.extend({ fields: z.array(z.string().max(200)).min(1).max(50), reason: reasonText, providerId: Id.optional() }),
    answer: RequestView, success: 201, idempotent: true, refusals: [423],
  }),
  declineCorrectionRequest: operation({
    method: 'POST', path: '/filings/:id/correction-requests/:requestId/decline', summary: 'Answer a request without a correction',
    params: IdParams.extend({ requestId: Id }), body: SeenVersion.extend({ answer: reasonText }), answer: Changed, idempotent: true, refusals: [423],
  }),
  correctFiling: operation({
    method: 'POST', path: '/filings/:id/corrections', summary: 'Correct a locked filing under an open request', params: IdParams,
    body: SeenVersion.extend({ requestId: Id, reason: reasonText, content: FilingContent }),
    answer: CorrectionView, success: 201, idempotent: true, refusals: [423],
  }),
  passFiling: operation({
    method: 'POST', path: '/filings/:id/pass', summary: 'The provider has verified the filing, line by line of its sheet', params: IdParams,
    body: SeenVersion.extend({ remark: prose(1000).optional(), sheet: SheetAnswers }), answer: Changed, idempotent: true, refusals: [423],
  }),
  refuseFiling: operation({ method: 'POST', path: '/filings/:id/refuse', summary: 'Refuse with a reason', params: IdParams, body: SeenVersion.extend({ reason: reasonText }), answer: Changed, idempotent: true, refusals: [423] }),
  approveFiling: operation({
    method: 'POST', path: '/filings/:id/approve', summary: 'Approve: number and certificate in one transaction', params: IdParams,
    body: SeenVersion.extend({ opinion: prose(1000).optional() }),
    answer: Changed.extend({ subjectNumber: z.string(), serviceNumbers: z.array(z.string()), certificateId: Id.nullable() }), idempotent: true, refusals: [423],
  }),
  returnFiling: operation({
    method: 'POST', path: '/filings/:id/return', summary: 'Return to the providers with reasons per field', params: IdParams,
    body: SeenVersion.extend({
      opinion: reasonText,
      findings: z.array(z.object({ path: z.string().max(200), reason: reasonText, suggestion: prose(1000) })).min(1).max(100),
    }),
    answer: Changed, idempotent: true, refusals: [423],
  }),
}

/** The page of a responsible person, reached by the link of the message; no account. */
export const ConfirmationPage = z.object({
  state: z.enum(['waiting', 'confirmed', 'expired', 'closed']),
  kind: FilingKind,
  reference: z.string(),
  name: z.string(),
  covers: z.array(Bilingual),
  mobile: z.string(),
  triesLeft: z.number().int(),
  resendsLeft: z.number().int(),
  expiresAt: Instant,
  othersWaiting: z.number().int(),
  /** Present while waiting: the final content that is consented to, certificate numbers and phones masked. */
  content: FilingContent.nullable(),
  corrections: z.array(CorrectionView.omit({ requestId: true })),
}).meta({ id: 'ConfirmationPage' })
export type ConfirmationPage = z.infer<typeof ConfirmationPage>

const TokenParams = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/) })

export const confirmationOperations = {
  getConfirmation: operation({ method: 'GET', path: '/confirmations/:token', summary: 'What a responsible person is asked to confirm', params: TokenParams, answer: ConfirmationPage }),
  confirm: operation({
    method: 'POST', path: '/confirmations/:token', summary: 'Code, mobile and last six characters of the ID', params: TokenParams,
    body: z.object({ code: z.string().max(12), mobile: z.string().max(64), lastSix: z.string().max(12) }), answer: ConfirmationPage, refusals: [409],
    idempotent: true,
  }),
  resendConfirmationCode: operation({
    method: 'POST', path: '/confirmations/:token/resend', summary: 'Send the code again (twice at most)', params: TokenParams,
    answer: ConfirmationPage, refusals: [409], idempotent: true,
  }),
}
