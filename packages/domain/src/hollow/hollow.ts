import { z } from 'zod'
import { endServices, endSubject } from '../register/apply-cancellation.js'
import { impossible, type RegisterChange, requireSubject } from '../register/register-change.js'
import { type RegisterRecord, servicesInForce } from '../register/register.js'
import { hollowNoticeDays } from './notice-days.js'

/** What is left of a record when nothing is reached through it any more: a service without an access (空壳网站), a subject without a service (空壳主体); icp-filing.md §8. */
export const HollowKind = z.enum(['service', 'subject'])
export type HollowKind = z.infer<typeof HollowKind>

export interface HollowPart {
  readonly kind: HollowKind
  /** Null for the subject itself. */
  readonly serviceId: string | null
}

/** The hollow parts of a record in force. */
export const hollowParts = (record: RegisterRecord): HollowPart[] => {
  if (record.subject?.state !== 'in-force') return []
  const services = servicesInForce(record)
  if (services.length === 0) return [{ kind: 'subject', serviceId: null }]
  return services.filter(({ content }) => content.accesses.length === 0).map(({ id }) => ({ kind: 'service', serviceId: id }))
}

/** `found`: the owner has not been told yet; `told`: the days run; `stopped`: a filing of the subject is on its way; `due`: it may be cleared. */
export const HollowStanding = z.enum(['found', 'told', 'stopped', 'due'])
export type HollowStanding = z.infer<typeof HollowStanding>

/** When a filing of the subject was on its way; `until` null while it is. Instants, ISO 8601. */
export interface FilingSpan {
  readonly from: string
  readonly until: string | null
}

const dayLength = 86_400_000

/** Where the clock of something hollow stands. It stops while a filing of the subject runs, which may fill it, and goes on where it stopped if that comes to nothing. */
export function hollowClock(toldAt: string | null, filings: readonly FilingSpan[], now: string): { readonly standing: HollowStanding; readonly until: string | null } {
  const running = filings.some(({ until }) => until === null)
  if (toldAt === null) return { standing: running ? 'stopped' : 'found', until: null }
  if (running) return { standing: 'stopped', until: null }
  const told = Date.parse(toldAt)
  const stopped = filings.reduce((sum, { from, until }) => sum + Math.max(0, Date.parse(until ?? now) - Math.max(told, Date.parse(from))), 0)
  const until = new Date(told + hollowNoticeDays * dayLength + stopped).toISOString()
  return { standing: until <= now ? 'due' : 'told', until }
}

/** The record without the hollow part. A subject whose last service goes keeps its own number and is hollow itself from then on; numbers are never given again. */
export const applyClearing = (record: RegisterRecord, part: HollowPart, day: string): RegisterChange => {
  const subject = requireSubject(record)
  if (!hollowParts(record).some(({ kind, serviceId }) => kind === part.kind && serviceId === part.serviceId)) {
    throw impossible('not-hollow', '该记录已不是空壳。', 'It is not hollow any more.')
  }
  return part.kind === 'subject' ? endSubject(record, subject, day) : endServices(record, subject, record.services.filter(({ id }) => id === part.serviceId), day)
}
