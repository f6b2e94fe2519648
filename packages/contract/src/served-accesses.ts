import { ServiceType } from '@icp/domain'
import { z } from 'zod'
import { Changed } from './filings.js'
import { operation } from './operation.js'
import { Cursor, Day, Id, IdParams, pageOf, prose } from './shapes.js'

/** A service in force that the reader's provider serves, by its own access. */
export const ServedAccess = z.object({
  id: Id,
  serviceNumber: z.string(),
  serviceName: z.string(),
  serviceType: ServiceType,
  domain: z.string(),
  subjectNumber: z.string(),
  subjectName: z.string(),
  approvedOn: Day,
  ipRanges: z.array(z.object({ from: z.string(), to: z.string() })),
  /** No other provider serves the service. */
  isLast: z.boolean(),
  /** The filing that is ending this very access. */
  ending: z.object({ id: Id, reference: z.string() }).nullable(),
}).meta({ id: 'ServedAccess' })
export type ServedAccess = z.infer<typeof ServedAccess>

export const servedAccessOperations = {
  listServedAccesses: operation({
    method: 'GET', path: '/served-accesses', summary: 'The services in force that my provider serves, those approved last first; found by number, domain, name of the service or of the subject',
    query: z.object({ q: z.string().max(100).optional(), cursor: Cursor }), answer: pageOf(ServedAccess),
  }),
  endAccess: operation({
    method: 'POST', path: '/served-accesses/:id/end', summary: 'Apply to end an access of my provider: verified by that, told to the owner, reviewed by the administration',
    params: IdParams, body: z.object({ reason: z.string().max(16), note: prose(500).min(1) }), answer: Changed.extend({ reference: z.string() }), success: 201, idempotent: true,
  }),
}
