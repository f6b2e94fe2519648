import type { Attention } from '@icp/contract'
import { type Actor, clockDays, dueSoonDays, finalStatuses, FilingKind, FilingStatus, formOf, lastOverdueStart, lastStartWithUsed, notFound, type WorkingCalendar } from '@icp/domain'
import type { Parsed } from '../http/serve.js'
import { endOfDay } from '../platform/clock.js'
import { escapeLike } from '../platform/like.js'

type Query = Parsed<'listFilings'>['query']

/** Which filings are this actor's to see, with `$1` as the value that says whose. */
export const relationOf = (actor: Actor): { whose: string; where: string; value: string } => {
  switch (actor.role) {
    case 'owner': return { whose: 'owner', where: `(f.owner_account_id = $1 OR (f.receiving_account_id = $1 AND f.status <> 'draft'))`, value: actor.accountId }
    case 'provider':
      return {
        whose: 'provider', value: actor.providerId,
        where: `f.status <> 'draft' AND EXISTS (SELECT FROM filing_passes p WHERE p.filing_id = f.id AND p.provider_id = $1)`,
      }
    case 'reviewer': return { whose: 'reviewer', where: `f.status <> 'draft' AND f.province = $1`, value: actor.province }
    default: throw notFound()
  }
}

const waitingFor: Readonly<Record<string, string>> = {
  owner: `(f.status = 'draft' OR (f.status = 'awaiting-agreement' AND f.receiving_account_id = $1))`,
  provider: `(f.status IN ('with-providers', 'returned') AND EXISTS (
    SELECT FROM filing_passes w WHERE w.filing_id = f.id AND w.provider_id = $1 AND w.state = 'waiting'))`,
  reviewer: `f.status = 'in-review'`,
}

/** When the clock that runs for this reader started. */
export const clockColumn = (actor: Actor): string => (actor.role === 'reviewer' ? 'coalesce(f.review_since, f.status_since)' : 'f.status_since')

export interface Condition {
  readonly text: (n: number) => string
  /** Undefined when the text has no value of its own. */
  readonly value?: unknown
}

/** One way of standing out as a condition; days are compared as the instants at which they end. */
export const attentionOf = (attention: Attention, actor: Actor, now: string, calendar: WorkingCalendar): Condition => {
  const waiting = waitingFor[actor.role] ?? 'false'
  if (attention === 'waiting') return { text: () => waiting }
  if (attention === 'open-requests') {
    const mine = actor.role === 'provider' ? ' AND o.provider_id = $1' : ''
    return { text: () => `EXISTS (SELECT FROM correction_requests o WHERE o.filing_id = f.id AND o.state = 'open'${mine})` }
  }
  // An owner's draft has no clock.
  if (actor.role === 'owner') return { text: () => 'false' }
  const total = clockDays[actor.role === 'reviewer' ? 'review' : 'provider'].days
  const overdue = endOfDay(lastOverdueStart(total, now, calendar))
  const since = clockColumn(actor)
  if (attention === 'overdue') return { text: (n) => `${waiting} AND ${since} <= $${n}::timestamptz`, value: overdue }
  const soon = endOfDay(lastStartWithUsed(Math.max(1, total - dueSoonDays), now, calendar))
  return {
    text: (n) => `${waiting} AND ${since} <= ($${n}::timestamptz[])[1] AND ${since} > ($${n}::timestamptz[])[2]`, value: [soon, overdue],
  }
}

/** Short, since PostgreSQL cuts the name of a prepared statement at 63 bytes. */
const shortNames: Readonly<Record<string, string>> = {
  status: 's', open: 'o', closed: 'c', kind: 'k', registration: 'r', cancellation: 'x', migration: 'm', waiting: 'aw', 'open-requests': 'ar', 'due-soon': 'ad', overdue: 'ao', q: 'q',
}

/** The list's condition with its values; `name` stands for the text, so that a prepared statement may bear it. */
export const conditionsOf = (actor: Actor, query: Query, now: string, calendar: WorkingCalendar) => {
  const { whose, where, value } = relationOf(actor)
  const { status, state, kind, form, attention, q } = query
  const values: unknown[] = [value]
  const parts = [where]
  const names = [whose]
  const add = (name: string, { text, value }: Condition) => {
    if (value !== undefined) values.push(value)
    parts.push(text(values.length))
    names.push(shortNames[name] ?? name)
  }
  if (status) add('status', { text: (n) => `f.status = $${n}`, value: FilingStatus.parse(status) })
  if (state) add(state, { text: (n) => `(f.status = ANY ($${n}::text[])) = ${state === 'closed'}`, value: [...finalStatuses] })
  if (kind) add('kind', { text: (n) => `f.kind = $${n}`, value: kind })
  if (form) add(form, { text: (n) => `f.kind = ANY ($${n}::text[])`, value: FilingKind.options.filter((one) => formOf(one) === form) })
  if (attention) add(attention, attentionOf(attention, actor, now, calendar))
  const text = q?.normalize('NFKC').trim()
  if (text !== undefined) {
    add('q', {
      value: `%${escapeLike(text)}%`,
      text: (n) => `(f.reference ILIKE $${n} OR f.subject_name ILIKE $${n}
        OR f.result ->> 'subjectNumber' ILIKE $${n} OR f.result ->> 'serviceNumbers' ILIKE $${n} OR EXISTS (
        SELECT FROM jsonb_array_elements(f.summary -> 'services') s WHERE s ->> 'name' ILIKE $${n} OR s ->> 'domain' ILIKE $${n}))`,
    })
  }
  return { where: parts.join(' AND '), values, name: names.join('-') }
}
