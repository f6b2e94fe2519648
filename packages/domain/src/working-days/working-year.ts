import { daysOfPeriod, type HolidayPeriod, isWeekend, periodsOf } from './holidays.js'
import { addDays } from './day.js'
import { isWorkingDay, statutoryCalendar, type WorkingCalendar } from './working-calendar.js'

/** The notice of the State Council for one year. */
export interface WorkingYear {
  readonly year: number
  readonly periods: readonly HolidayPeriod[]
  /** Saturdays and Sundays that are worked (调休). */
  readonly makeUpDays: readonly string[]
}

/** Every day off of the notice, weekends among them. */
export const daysOff = ({ periods }: Pick<WorkingYear, 'periods'>): string[] => periods.flatMap(daysOfPeriod)

/** The calendar with these years as their notices say; they replace what it says of them. */
export const withYears = (calendar: WorkingCalendar, years: readonly WorkingYear[]): WorkingCalendar => {
  if (years.length === 0) return calendar
  const replaced = new Set(years.map(({ year }) => String(year)))
  const others = (days: ReadonlySet<string>) => [...days].filter((day) => !replaced.has(day.slice(0, 4)))
  return {
    publishedYears: new Set([...calendar.publishedYears, ...years.map(({ year }) => year)]),
    holidays: new Set([...others(calendar.holidays), ...years.flatMap(daysOff)]),
    makeUpDays: new Set([...others(calendar.makeUpDays), ...years.flatMap(({ makeUpDays }) => makeUpDays)]),
  }
}

const ofYear = (days: ReadonlySet<string>, year: number): string[] => [...days].filter((day) => Number(day.slice(0, 4)) === year).sort()

/** What is shipped of a year; undefined when its notice came after the release. */
export const shippedYear = (year: number): WorkingYear | undefined =>
  (statutoryCalendar.publishedYears.has(year) ? { year, periods: periodsOf(ofYear(statutoryCalendar.holidays, year)), makeUpDays: ofYear(statutoryCalendar.makeUpDays, year) } : undefined)

/** The working days of a year under a calendar. */
export const workingDayCount = (year: number, calendar: WorkingCalendar): number => {
  let count = 0
  for (let day = `${year}-01-01`; Number(day.slice(0, 4)) === year; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1
  return count
}

/** The weekdays that a notice takes off, less the weekends that it has worked instead: what the law gives, if the notice is whole. */
export const restGiven = (year: WorkingYear): number => new Set(daysOff(year).filter((day) => !isWeekend(day))).size - new Set(year.makeUpDays).size
