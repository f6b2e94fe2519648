import { addDays, dayNumber, dayOfNumber, weekday } from './day.js'
import { statutoryDays } from './statutory-days.js'

/**
 * The statutory working days of China. A year outside `publishedYears` has no notice of the State Council yet: its weekdays are taken as
 * working days and every result that touches it is provisional. Days are `YYYY-MM-DD`.
 */
export interface WorkingCalendar {
  readonly publishedYears: ReadonlySet<number>
  readonly holidays: ReadonlySet<string>
  /** Saturdays and Sundays that are worked (调休). */
  readonly makeUpDays: ReadonlySet<string>
}

const daysIn = (year: number, dates: string): string[] => dates.split(' ').filter(Boolean).map((date) => `${year}-${date}`)

/** 2020–2026, as published; an installation may load later years as data. */
export const statutoryCalendar: WorkingCalendar = {
  publishedYears: new Set(statutoryDays.map((row) => row.year)),
  holidays: new Set(statutoryDays.flatMap((row) => daysIn(row.year, row.holidays))),
  makeUpDays: new Set(statutoryDays.flatMap((row) => daysIn(row.year, row.makeUpDays))),
}

export const isPublished = (day: string, calendar: WorkingCalendar = statutoryCalendar): boolean =>
  calendar.publishedYears.has(Number(day.slice(0, 4)))

export const isWorkingDay = (day: string, calendar: WorkingCalendar = statutoryCalendar): boolean => {
  if (calendar.makeUpDays.has(day)) return true
  if (calendar.holidays.has(day)) return false
  const name = weekday(day)
  return name !== 0 && name !== 6
}

export interface DueDay {
  readonly day: string
  /** True when the count ran through a year whose calendar is not published. */
  readonly provisional: boolean
}

/**
 * The `n`-th working day after `day`; `day` itself is never counted and need not be a working day. `n` = 0 gives `day` back.
 * Throws RangeError on a negative or fractional `n`.
 */
export const addWorkingDays = (day: string, n: number, calendar: WorkingCalendar = statutoryCalendar): DueDay => {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is not a count of working days`)
  let current = day
  let provisional = !isPublished(day, calendar)
  for (let left = n; left > 0;) {
    current = addDays(current, 1)
    provisional ||= !isPublished(current, calendar)
    if (isWorkingDay(current, calendar)) left -= 1
  }
  return { day: current, provisional }
}

/** How many working days lie after `from` up to and with `to`; negative when `to` is earlier. The inverse of `addWorkingDays`. */
export const workingDaysBetween = (from: string, to: string, calendar: WorkingCalendar = statutoryCalendar): number => {
  if (to < from) return -workingDaysBetween(to, from, calendar)
  let count = 0
  for (let number = dayNumber(from) + 1; number <= dayNumber(to); number++) if (isWorkingDay(dayOfNumber(number), calendar)) count += 1
  return count
}

export interface CalendarDay {
  readonly day: string
  readonly working: boolean
  readonly published: boolean
}

/** Every day from `from` to `to`, both included: what a meter of a deadline draws. Empty when `to` is earlier. */
export const daysOf = (from: string, to: string, calendar: WorkingCalendar = statutoryCalendar): CalendarDay[] => {
  const days: CalendarDay[] = []
  for (let number = dayNumber(from); number <= dayNumber(to); number++) {
    const day = dayOfNumber(number)
    days.push({ day, working: isWorkingDay(day, calendar), published: isPublished(day, calendar) })
  }
  return days
}
