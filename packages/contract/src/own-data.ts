import { AccountRole, Bilingual, FilingContent, FilingKind, FilingStatus, VouchWay } from '@icp/domain'
import { z } from 'zod'
import { Acceptance, Notice } from './accounts.js'
import { CorrectionView, FilingView, HistoryEvent, RequestView, ReviewDecisionView } from './filings.js'
import { Mediation } from './mediations.js'
import { operation } from './operation.js'
import { EarlierPaper, Paper } from './papers.js'
import { PersonalRead } from './personal-data.js'
import { CertificateRow } from './register.js'
import { OwnDevice, OwnLogOn, OwnSession } from './sessions.js'
import { Day, Id, Instant } from './shapes.js'

const Record = z.object({
  number: z.string(), state: z.enum(['in-force', 'cancelled']), approvedOn: Day, cancelledOn: Day.nullable(),
  /** In clear, as it was approved. */
  content: FilingContent,
  services: z.array(z.object({ number: z.string(), state: z.enum(['in-force', 'cancelled']), approvedOn: Day, cancelledOn: Day.nullable() })),
  certificates: z.array(CertificateRow),
})

const OwnFiling = z.object({
  id: Id, reference: z.string().nullable(), kind: FilingKind, status: FilingStatus, createdAt: Instant, finishedAt: Instant.nullable(),
  /** Of a draft, in clear. */
  draft: FilingContent.nullable(),
  /** Every version since it was handed in, in clear. */
  revisions: z.array(z.object({ number: z.number().int(), at: Instant, cause: z.enum(['finish', 'correct']), digest: z.string(), content: FilingContent })),
  requests: z.array(RequestView),
  corrections: z.array(CorrectionView),
  decisions: z.array(ReviewDecisionView),
  history: z.array(HistoryEvent),
  /** Which pictures were handed in; each is read where the filing is. */
  papers: z.array(Paper.extend({ purpose: z.string(), about: z.string() })),
  /** Which were replaced or taken away after that, and are kept. */
  earlierPapers: z.array(EarlierPaper.omit({ title: true })),
  ...FilingView.pick({ comparedWith: true, differences: true, standing: true }).shape,
})

/** Everything that is held about the owner of an account, in clear (PIPL 45). */
export const OwnData = z.object({
  madeAt: Instant,
  account: z.object({
    id: Id, userName: z.string(), name: z.string(), certificateType: z.string(), certificateNumber: z.string(), mobile: z.string(), email: z.string(),
    registeredAt: Instant, lastLogOnAt: Instant.nullable(),
  }),
  acceptances: z.array(Acceptance),
  sessions: z.array(OwnSession.omit({ current: true })),
  devices: z.array(OwnDevice.omit({ current: true })),
  /** Every try to log on that is kept. */
  logOns: z.array(OwnLogOn),
  /** New phones in place of lost ones, also those that were stopped. */
  lostPhones: z.array(z.object({
    mobile: z.string(), state: z.enum(['waiting', 'done', 'stopped']), startedAt: Instant, dueAt: Instant, endedAt: Instant.nullable(), vouchedWay: VouchWay.nullable(),
  })),
  filings: z.array(OwnFiling),
  /** Filings of others in which I am to receive a website. */
  received: z.array(z.object({ id: Id, reference: z.string().nullable(), kind: FilingKind, status: FilingStatus, finishedAt: Instant.nullable() })),
  /** Conflicts that an administration was asked to settle. */
  mediations: z.array(Mediation),
  records: z.array(Record),
  notices: z.array(Notice),
  /** What was sent to the phone and the mailbox of the account; without text, which may hold codes. */
  messages: z.array(z.object({ at: Instant, channel: z.enum(['sms', 'mail']), deliveredAt: Instant.nullable() })),
  /** Which organisations read the filings. */
  reads: z.array(PersonalRead),
  /** What the audit says of the account. */
  acts: z.array(z.object({ at: Instant, action: z.string(), by: AccountRole.or(z.enum(['responsible-person', 'clock'])) })),
}).meta({ id: 'OwnData' })
export type OwnData = z.infer<typeof OwnData>

export const Closure = z.object({
  /** What has to end before the account may be closed. */
  obstacles: z.array(z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('subject'), number: z.string(), name: z.string() }),
    z.object({ kind: z.literal('filing'), id: Id, reference: z.string(), status: FilingStatus }),
  ])),
  /** Drafts that would go with it. */
  drafts: z.number().int(),
  erased: z.array(Bilingual),
  kept: z.array(z.object({ what: Bilingual, why: Bilingual })),
}).meta({ id: 'Closure' })
export type Closure = z.infer<typeof Closure>

const Code = z.object({ code: z.string().max(12) })

export const ownDataOperations = {
  exportOwnData: operation({
    method: 'POST', path: '/account/data', summary: 'Everything that is held about me, as JSON and as a PDF; needs a code', body: Code,
    /** `pdf`: base64. */
    answer: z.object({ fileName: z.string(), data: OwnData, pdf: z.string() }),
  }),
  getClosure: operation({ method: 'GET', path: '/account/closure', summary: 'What stands in the way of closing my account, what would go and what the law keeps', answer: Closure }),
  closeAccount: operation({ method: 'POST', path: '/account/closure', summary: 'Close my account and erase what the law does not keep; needs a code', body: Code }),
}
