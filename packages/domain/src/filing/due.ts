import { addDays, shanghaiDay } from '../working-days/day.js'
import { addWorkingDays, statutoryCalendar, workingDaysBetween, type WorkingCalendar } from '../working-days/working-calendar.js'
import { agreementEnd } from './agreement.js'
import type { Filing } from './filing.js'

/** A clock that runs now. */
export interface Due {
  readonly what: 'agreement' | 'confirmation' | 'review' | 'provider'
  /** The instant at which it ends (ISO, UTC): a day's clock ends with that day in Asia/Shanghai. */
  readonly at: string
  /** The calendar of a year it needs is not published yet, so the day may still move. */
  readonly provisional: boolean
  /** Working days; null for the clock that runs in hours. */
  readonly total: number | null
  readonly used: number | null
  readonly left: number | null
  /** `warn` from three quarters of the time. */
  readonly tone: 'neutral' | 'warn' | 'overdue'
  /** An expected time, not a legal one: missing it has no consequence by itself. */
  readonly advisory: boolean
}

/** What of a filing its clocks are worked out from. */
export type Clocked = Pick<Filing, 'status' | 'statusSince' | 'reviewSince' | 'finishedAt' | 'confirmations'>

/** Working days per clock; the sources are practice and law (icp-filing.md §4.4). */
export const clockDays = {
  /** O33 art 12. */
  review: { days: 20, advisory: false },
  /** First review, 1–2 working days (HW). */
  provider: { days: 2, advisory: true },
} as const

const warnAt = 0.75

const toneOf = (share: number, over: boolean): Due['tone'] => (over ? 'overdue' : share >= warnAt ? 'warn' : 'neutral')

/** Shanghai has no summer time: its day ends at 16:00 UTC. */
const endOfDay = (day: string): string => `${day}T15:59:59.000Z`

const dayClock = (what: 'review' | 'provider', since: string, now: string, calendar: WorkingCalendar): Due => {
  const { days: total, advisory } = clockDays[what]
  const start = shanghaiDay(since)
  const today = shanghaiDay(now)
  const due = addWorkingDays(start, total, calendar)
  const used = today <= start ? 0 : workingDaysBetween(start, today, calendar)
  return {
    what, at: endOfDay(due.day), provisional: due.provisional, total, used, left: Math.max(0, total - used), advisory,
    tone: toneOf(used / total, today > due.day),
  }
}

const confirmationClock = (filing: Clocked, now: string): Due | null => {
  const waiting = filing.confirmations.filter((one) => one.state === 'waiting').map((one) => one.expiresAt).sort()
  const [at] = waiting
  if (at === undefined) return null
  const share = (Date.parse(now) - Date.parse(filing.statusSince)) / (Date.parse(at) - Date.parse(filing.statusSince))
  return {
    what: 'confirmation', at, provisional: false, total: null, used: null, left: null, advisory: false,
    tone: toneOf(share, Date.parse(now) >= Date.parse(at)),
  }
}

const agreementClock = ({ finishedAt, statusSince }: Clocked, now: string): Due => {
  const at = agreementEnd(finishedAt ?? statusSince)
  const share = (Date.parse(now) - Date.parse(statusSince)) / (Date.parse(at) - Date.parse(statusSince))
  return { what: 'agreement', at, provisional: false, total: null, used: null, left: null, advisory: false, tone: toneOf(share, Date.parse(now) >= Date.parse(at)) }
}

/** What runs now, or null: drafts and closed filings have no clock. `now` is an ISO instant. */
export const dueOf = (filing: Clocked, now: string, calendar: WorkingCalendar = statutoryCalendar): Due | null => {
  switch (filing.status) {
    case 'awaiting-agreement': return agreementClock(filing, now)
    case 'with-providers':
    case 'returned': return dayClock('provider', filing.statusSince, now, calendar)
    case 'awaiting-confirmation': return confirmationClock(filing, now)
    case 'in-review': return dayClock('review', filing.reviewSince ?? filing.statusSince, now, calendar)
    default: return null
  }
}

/** From so many working days left a review counts as due soon. */
export const dueSoonDays = 5

/**
 * The last day (`YYYY-MM-DD`, Shanghai) on which a clock can have started if at `now` it shows `used` working days or more: with it a
 * database finds such filings by their date. `used` is at least 1.
 */
export const lastStartWithUsed = (used: number, now: string, calendar: WorkingCalendar = statutoryCalendar): string => {
  const today = shanghaiDay(now)
  let day = addDays(today, -1)
  while (workingDaysBetween(day, today, calendar) < used) day = addDays(day, -1)
  return day
}

/** The last day on which a clock of `total` working days can have started if it is overdue at `now`. */
export const lastOverdueStart = (total: number, now: string, calendar: WorkingCalendar = statutoryCalendar): string => {
  const today = shanghaiDay(now)
  let day = addDays(today, -1)
  while (addWorkingDays(day, total, calendar).day >= today) day = addDays(day, -1)
  return day
}
