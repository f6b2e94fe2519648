import { z } from 'zod'
import { periodsOf } from '../working-days/holidays.js'
import type { YearEntry } from './entry.js'

/** A notice as a file of plain days: `holidays` is every day off that it names, weekends among them. */
export const YearNotice = z.object({
  year: z.number().int().min(2000).max(2100), source: z.string().trim().min(1).max(300), holidays: z.array(z.iso.date()).max(120), makeUpDays: z.array(z.iso.date()).max(20),
})
export type YearNotice = z.infer<typeof YearNotice>

/** The same as an entry that applies from a day on. */
export const entryOfNotice = ({ year, source, holidays, makeUpDays }: YearNotice, from: string): YearEntry => ({
  of: 'year', id: 'working-days', year, periods: periodsOf([...new Set(holidays)]), makeUpDays: [...makeUpDays].sort(), from, to: '', source, confirmed: true,
})
