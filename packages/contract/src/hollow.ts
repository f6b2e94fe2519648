import { Bilingual, HollowKind, HollowStanding } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Cursor, Id, Instant, pageOf } from './shapes.js'

/** A service in force that nobody provides access to, or a subject in force without a service. */
export const HollowRow = z.object({
  id: Id, kind: HollowKind, subjectNumber: z.string(), subjectName: z.string(),
  /** Of a service. */
  serviceNumber: z.string().nullable(), serviceName: z.string().nullable(), domain: z.string().nullable(),
  since: Instant,
  /** When its owner was told. */
  toldAt: Instant.nullable(),
  standing: HollowStanding,
  /** When its administration may clear it; null while that is not known. */
  until: Instant.nullable(),
}).meta({ id: 'HollowRow' })
export type HollowRow = z.infer<typeof HollowRow>

export const Clearance = z.object({
  id: Id,
  /** `gone`: nothing of this id is hollow here, or any more. */
  outcome: z.enum(['cleared', 'refused', 'gone']),
  /** What has ended, of something cleared. */
  numbers: z.array(z.string()),
  /** Why it was refused. */
  text: Bilingual.nullable(),
}).meta({ id: 'Clearance' })
export type Clearance = z.infer<typeof Clearance>

export const mostClearances = 100

export const hollowOperations = {
  listHollow: operation({
    method: 'GET', path: '/register/hollow', summary: 'What is hollow in the register: the owner’s own, or all of the province; the longest first',
    query: z.object({ kind: HollowKind.optional(), cursor: Cursor }), answer: pageOf(HollowRow),
  }),
  clearHollow: operation({
    method: 'POST', path: '/register/hollow/clearances', summary: 'End many that are hollow and due; each by itself, with its own result',
    body: z.object({ ids: z.array(Id).min(1).max(mostClearances) }), answer: z.object({ results: z.array(Clearance) }), idempotent: true,
  }),
}
