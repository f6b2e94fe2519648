import { z } from 'zod'
import { isDay, weekday } from './day.js'
import type { WorkingCalendar } from './working-calendar.js'

/** The notice of the State Council for one year, as data. */
export const WorkingYear = z.object({
  year: z.number().int().min(2005).max(2100),
  /** Days off, weekends among them too where the notice names them. */
  holidays: z.array(z.string()).max(120),
  /** Saturdays and Sundays that are worked. */
  makeUpDays: z.array(z.string()).max(60),
  /** The notice, e.g. `国办发明电〔2026〕…号`. */
  source: z.string().trim().min(1).max(200),
})
export type WorkingYear = z.infer<typeof WorkingYear>

/** Always off, whatever the notice moves (全国年节及纪念日放假办法): a file without them is not a whole notice. */
const alwaysOff = ['01-01', '05-01', '10-01', '10-02', '10-03']

/** What cannot be right in such a notice, in words; empty when nothing is wrong. */
export const workingYearFaults = ({ year, holidays, makeUpDays }: WorkingYear): string[] => {
  const all = [...holidays, ...makeUpDays]
  const off = new Set(holidays)
  return [
    ...all.filter((day) => !isDay(day) || Number(day.slice(0, 4)) !== year).map((day) => `${day} is no day of ${year}`),
    ...all.filter((day, at) => all.indexOf(day) !== at).map((day) => `${day} is named twice`),
    ...makeUpDays.filter((day) => isDay(day) && weekday(day) !== 0 && weekday(day) !== 6).map((day) => `${day} is worked anyway: only a Saturday or Sunday is made up for`),
    ...alwaysOff.map((day) => `${year}-${day}`).filter((day) => !off.has(day)).map((day) => `${day} is always off and is missing`),
  ]
}

/** The calendar with these years as their notices say; they replace what it says of them. */
export const withYears = (calendar: WorkingCalendar, years: readonly WorkingYear[]): WorkingCalendar => {
  if (years.length === 0) return calendar
  const replaced = new Set(years.map(({ year }) => String(year)))
  const others = (days: ReadonlySet<string>) => [...days].filter((day) => !replaced.has(day.slice(0, 4)))
  return {
    publishedYears: new Set([...calendar.publishedYears, ...years.map(({ year }) => year)]),
    holidays: new Set([...others(calendar.holidays), ...years.flatMap(({ holidays }) => holidays)]),
    makeUpDays: new Set([...others(calendar.makeUpDays), ...years.flatMap(({ makeUpDays }) => makeUpDays)]),
  }
}
