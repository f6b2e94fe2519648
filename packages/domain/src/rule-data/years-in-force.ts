import { statutoryCalendar, type WorkingCalendar } from '../working-days/working-calendar.js'
import { shippedYear, withYears } from '../working-days/working-year.js'
import type { PublishedEntry, RuleData, YearEntry } from './entry.js'

/** The notice behind a shipped year. What is shipped follows a package that follows the notices (`statutory-days.ts`), so it was not compared with its origin. */
const noticeOf = (year: number): string => `国务院办公厅关于${year}年部分节假日安排的通知`

type PublishedYear = PublishedEntry & { readonly entry: YearEntry }

const isYear = (one: PublishedEntry): one is PublishedYear => one.entry.of === 'year'

/** What was published of each year and stands on a day: of two that stand the one that begins later, and of two of one day the one published later. */
const publishedYears = (data: RuleData, day: string): Map<number, PublishedYear> => {
  const years = new Map<number, PublishedYear>()
  for (const one of data.published.filter(isYear)) {
    const held = years.get(one.entry.year)
    if (one.entry.from <= day && (!held || held.entry.from < one.entry.from || (held.entry.from === one.entry.from && held.version < one.version))) years.set(one.entry.year, one)
  }
  return years
}

export interface StandingYear {
  readonly entry: YearEntry
  /** Under which number it was published; 0 = shipped. */
  readonly version: number
}

/** What a year is counted by on a day; undefined for a year whose notice nobody has published: its weekdays count, and what touches it is provisional. */
export const standingYear = (data: RuleData, year: number, day: string): StandingYear | undefined => {
  const published = publishedYears(data, day).get(year)
  if (published) return { entry: published.entry, version: published.version }
  const shipped = shippedYear(year)
  if (!shipped) return undefined
  return {
    version: 0,
    entry: { of: 'year', id: 'working-days', year, periods: [...shipped.periods], makeUpDays: [...shipped.makeUpDays], from: '', to: '', source: noticeOf(year), confirmed: false },
  }
}

const known = new WeakMap<RuleData, { readonly day: string; readonly calendar: WorkingCalendar }>()

/** The working days as they are counted on a day (`YYYY-MM-DD`). The same data and day give the same object. */
export const calendarOn = (data: RuleData, day: string): WorkingCalendar => {
  const held = known.get(data)
  if (held?.day === day) return held.calendar
  const calendar = withYears(statutoryCalendar, [...publishedYears(data, day).values()].map(({ entry }) => entry))
  known.set(data, { day, calendar })
  return calendar
}

/** The years that a list shows: from the first that is shipped to the next one, and whatever was published beyond. */
export const yearsShown = (data: RuleData, day: string): number[] => {
  const years = [...statutoryCalendar.publishedYears, ...data.published.filter(isYear).map(({ entry }) => entry.year), Number(day.slice(0, 4)) + 1]
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
