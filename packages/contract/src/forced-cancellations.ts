import { CutStanding, FilingKind, FilingStatus, groundMost, ServiceType } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Cursor, Day, Id, IdParams, Instant, pageOf, prose } from './shapes.js'

const State = z.enum(['in-force', 'cancelled'])
const Number = z.string().max(60)

/** A record of the province with what of it could be cancelled. */
export const ForcibleRecord = z.object({
  subjectId: Id, subjectNumber: z.string(), subjectName: z.string(), state: State,
  services: z.array(z.object({ number: z.string(), type: ServiceType, name: z.string(), domain: z.string(), state: State })),
  /** What the question was about: the number of the subject, or of a service of it that is in force. */
  asked: z.string(),
}).meta({ id: 'ForcibleRecord' })
export type ForcibleRecord = z.infer<typeof ForcibleRecord>

/** Everything that falls, before anybody confirms. */
export const ForcedPreview = z.object({
  number: z.string(), whole: z.boolean(), subjectId: Id, subjectNumber: z.string(), subjectName: z.string(),
  services: z.array(z.object({ number: z.string(), type: ServiceType, name: z.string(), domain: z.string() })),
  /** The subject’s own first when it falls. */
  numbers: z.array(z.string()),
  certificates: z.array(z.object({ version: z.number().int(), becomes: z.enum(['replaced', 'cancelled']) })),
  accesses: z.array(z.object({ serviceNumber: z.string(), providerName: z.string() })),
  /** On their way, and ended with it. */
  filings: z.array(z.object({ id: Id, kind: FilingKind, status: FilingStatus, reference: z.string() })),
  leavesHollowSubject: z.boolean(),
  /** What the blacklist could keep from being filed again. */
  domains: z.array(z.string()),
  /** The last day for providers to cut. `provisional`: the calendar of its year is not published. */
  dueOn: Day, provisional: z.boolean(),
  /** What was shown, to be sent back: another state answers 409. */
  seen: z.string(),
}).meta({ id: 'ForcedPreview' })
export type ForcedPreview = z.infer<typeof ForcedPreview>

export const ForcedCancellation = z.object({
  id: Id, number: z.string(), whole: z.boolean(), subjectNumber: z.string(), subjectName: z.string(),
  numbers: z.array(z.string()),
  /** Code of the table `forcedReasons`. */
  reason: z.string(), ground: z.string(), at: Instant, by: z.string(), subjectListed: z.boolean(), domainsListed: z.boolean(),
  orders: z.array(z.object({
    id: Id, providerName: z.string(), serviceNumber: z.string(), dueOn: Day, standing: CutStanding, acknowledgedAt: Instant.nullable(),
  })),
}).meta({ id: 'ForcedCancellation' })
export type ForcedCancellation = z.infer<typeof ForcedCancellation>

/** What a provider has to cut. */
export const CutOrder = z.object({
  id: Id, serviceNumber: z.string(), serviceName: z.string(), serviceType: ServiceType, domain: z.string(), subjectName: z.string(),
  province: z.string(), reason: z.string(), ground: z.string(), orderedAt: Instant, dueOn: Day, standing: CutStanding, acknowledgedAt: Instant.nullable(),
}).meta({ id: 'CutOrder' })
export type CutOrder = z.infer<typeof CutOrder>

export const mostCuts = 100

/** `open`: somebody has not acknowledged yet. */
const CutFilter = z.enum(['open', 'done']).optional()
/** Where all orders of whoever asks stand together, whatever page and filter; null when nothing is left to cut. */
const Worst = CutStanding.nullable()

export const forcedOperations = {
  findForcible: operation({
    method: 'GET', path: '/register/forcible', summary: 'Records of the province by the number of a subject or service, or by domain: to be cancelled by force',
    query: z.object({ q: z.string().trim().min(2).max(255) }), answer: z.object({ rows: z.array(ForcibleRecord) }),
  }),
  previewForced: operation({
    method: 'GET', path: '/register/subjects/:id/fall', summary: 'Everything that would fall with the subject, or with one of its services', params: IdParams,
    query: z.object({ number: Number }), answer: ForcedPreview,
  }),
  cancelByForce: operation({
    method: 'POST', path: '/register/subjects/:id/force', summary: 'Cancel the subject or one of its services by force, as it was shown; providers are ordered to cut', params: IdParams,
    body: z.object({
      number: Number, seen: z.string().max(64), typedNumber: z.string().max(80), reason: z.string().max(40), ground: prose(groundMost), listSubject: z.boolean(), listDomains: z.boolean(),
    }),
    answer: ForcedCancellation, success: 201, idempotent: true,
  }),
  listForcedCancellations: operation({
    method: 'GET', path: '/register/forced-cancellations', summary: 'What the province has cancelled by force, newest first, and who has cut it',
    query: z.object({ cuts: CutFilter, cursor: Cursor }), answer: pageOf(ForcedCancellation).extend({ worst: Worst }),
  }),
  listCutOrders: operation({
    method: 'GET', path: '/cut-orders', summary: 'Services that my provider is ordered to cut, those due first', query: z.object({ cuts: CutFilter, cursor: Cursor }),
    answer: pageOf(CutOrder).extend({ worst: Worst }),
  }),
  acknowledgeCuts: operation({
    method: 'POST', path: '/cut-orders/acknowledgements', summary: 'These are cut; what was acknowledged before stays as it was', body: z.object({ ids: z.array(Id).min(1).max(mostCuts) }),
    answer: z.object({ rows: z.array(CutOrder) }), idempotent: true,
  }),
}
