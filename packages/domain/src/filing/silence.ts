import type { WorkingCalendar } from '../working-days/working-calendar.js'
import { dueOf } from './due.js'
import type { Filing } from './filing.js'
import { silenceDays } from './silence-days.js'

/** Whose silence has lasted too long. The silence of a responsible person has a result of its own: after 24 hours the filing goes back. */
export type Silence = 'provider' | 'review'

const day = 24 * 3_600_000

/** `now` is an ISO instant. */
export const silenceOf = (filing: Filing, now: string, calendar?: WorkingCalendar): Silence | null => {
  switch (filing.status) {
    case 'with-providers':
    case 'returned': return Date.parse(now) >= Date.parse(filing.statusSince) + silenceDays * day ? 'provider' : null
    case 'in-review': return dueOf(filing, now, calendar)?.tone === 'overdue' ? 'review' : null
    default: return null
  }
}
