import type { Bilingual } from '../bilingual.js'
import { addDays, weekday } from './day.js'

/** 全国年节及纪念日放假办法: the holidays of everybody. Those of the lunar calendar move within `between` (`MM-DD`, both included). */
const statutory = [
  { id: 'new-year', zh: '元旦', en: 'New Year’s Day', between: ['01-01', '01-01'] },
  { id: 'spring-festival', zh: '春节', en: 'Spring Festival', between: ['01-21', '02-21'] },
  { id: 'qingming', zh: '清明节', en: 'Qingming Festival', between: ['04-04', '04-06'] },
  { id: 'labour-day', zh: '劳动节', en: 'Labour Day', between: ['05-01', '05-01'] },
  { id: 'dragon-boat', zh: '端午节', en: 'Dragon Boat Festival', between: ['05-28', '06-26'] },
  { id: 'mid-autumn', zh: '中秋节', en: 'Mid-Autumn Festival', between: ['09-07', '10-08'] },
  { id: 'national-day', zh: '国庆节', en: 'National Day', between: ['10-01', '10-03'] },
] as const

export const statutoryHolidays: readonly (Bilingual & { readonly id: string; readonly between: readonly [string, string] })[] = statutory

/** What a notice calls days off: a holiday, the two that fall together in some autumns, or a day of one year only. */
export const holidayNames: readonly (Bilingual & { readonly id: string; readonly covers: readonly string[] })[] = [
  ...statutory.map(({ id, zh, en }) => ({ id, zh, en, covers: [id] })),
  { id: 'national-day-mid-autumn', zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival', covers: ['national-day', 'mid-autumn'] },
  { id: 'other', zh: '其他放假', en: 'Other days off', covers: [] },
]

/** Days off in one piece, as a notice names them. */
export interface HolidayPeriod {
  /** One of `holidayNames`. */
  readonly holiday: string
  readonly from: string
  readonly to: string
}

/** How many days of rest the law gives in a year: 11 from 2008 (国务院令第513号, 第644号), 13 from 2025 (国务院令第795号). */
export const statutoryDayCount = (year: number): number => (year >= 2025 ? 13 : 11)

/** The dates that are off in every year, whatever the notice moves. */
export const alwaysOff = (year: number): string[] => ['01-01', '05-01', ...(year >= 2025 ? ['05-02'] : []), '10-01', '10-02', '10-03'].map((date) => `${year}-${date}`)

export const isWeekend = (day: string): boolean => weekday(day) === 0 || weekday(day) === 6

/** No notice gave more than ten days in one piece. A longer one is no period, and its days are not counted out. */
export const longestPeriod = 16

/** Every day of a period, first to last. */
export const daysOfPeriod = ({ from, to }: Pick<HolidayPeriod, 'from' | 'to'>): string[] => {
  const days: string[] = []
  for (let day = from; day <= to && days.length < longestPeriod; day = addDays(day, 1)) days.push(day)
  return days
}

const overlaps = ({ from, to }: Pick<HolidayPeriod, 'from' | 'to'>, [first, last]: readonly [string, string]): boolean => from.slice(5) <= last && to.slice(5) >= first

/** Whether some period of that name lies where the holiday can lie. */
export const isGiven = (id: string, periods: readonly HolidayPeriod[]): boolean => {
  const row = statutory.find((one) => one.id === id)
  const names = holidayNames.filter(({ covers }) => covers.includes(id)).map((one) => one.id)
  return row !== undefined && periods.some((period) => names.includes(period.holiday) && overlaps(period, row.between))
}

const piecesOf = (days: readonly string[]): Pick<HolidayPeriod, 'from' | 'to'>[] => {
  const pieces: { from: string; to: string }[] = []
  for (const day of [...days].sort()) {
    const last = pieces.at(-1)
    if (last && addDays(last.to, 1) === day) last.to = day
    else pieces.push({ from: day, to: day })
  }
  return pieces
}

/**
 * Days off as periods with the names of their holidays, for a list of days that names none. A piece is called by the holiday that can lie in it; National Day takes in the
 * Mid-Autumn Festival in a year that has no other piece for it, and the last days of a year belong to the next New Year.
 */
export const periodsOf = (days: readonly string[]): HolidayPeriod[] => {
  const pieces = piecesOf(days)
  const nameOf = (piece: Pick<HolidayPeriod, 'from' | 'to'>) => (piece.to.endsWith('-12-31') ? 'new-year' : statutory.toReversed().find(({ between }) => overlaps(piece, between))?.id ?? 'other')
  const named = pieces.map((piece) => ({ holiday: nameOf(piece), ...piece }))
  const hasMidAutumn = named.some(({ holiday }) => holiday === 'mid-autumn')
  return named.map((period) => (period.holiday === 'national-day' && !hasMidAutumn ? { ...period, holiday: 'national-day-mid-autumn' } : period))
}
