import { randomUUID } from 'node:crypto'
import type { MigrationInterface, QueryRunner } from 'typeorm'

interface Year {
  readonly year: number
  readonly holidays: string[]
  readonly makeUpDays: string[]
  readonly source: string
  readonly at: Date
  readonly day: string
}

interface Period {
  readonly holiday: string
  readonly from: string
  readonly to: string
}

/** When each holiday can lie (`MM-DD`), the later of two that meet first. */
const holidays: readonly (readonly [string, string, string])[] = [
  ['national-day', '10-01', '10-03'], ['mid-autumn', '09-07', '10-08'], ['dragon-boat', '05-28', '06-26'], ['labour-day', '05-01', '05-01'], ['qingming', '04-04', '04-06'],
  ['spring-festival', '01-21', '02-21'], ['new-year', '01-01', '01-01'],
]

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const nameOf = (from: string, to: string): string =>
  (to.endsWith('-12-31') ? 'new-year' : holidays.find(([, first, last]) => from.slice(5) <= last && to.slice(5) >= first)?.[0] ?? 'other')

/**
 * The days off of a year as periods with the names of their holidays: the old table named none. National Day takes in the Mid-Autumn Festival in a year that has no
 * other piece for it. Written out here: what a migration did must not change with the rules of a later day.
 */
const periodsOf = (days: readonly string[]): Period[] => {
  const pieces: { from: string; to: string }[] = []
  for (const day of [...days].sort()) {
    const last = pieces.at(-1)
    if (last && dayAfter(last.to) === day) last.to = day
    else pieces.push({ from: day, to: day })
  }
  const named = pieces.map(({ from, to }): Period => ({ holiday: nameOf(from, to), from, to }))
  const hasMidAutumn = named.some(({ holiday }) => holiday === 'mid-autumn')
  return named.map((period) => (period.holiday === 'national-day' && !hasMidAutumn ? { ...period, holiday: 'national-day-mid-autumn' } : period))
}

/**
 * The working days of a year are rule data like the rest, and what was published of them is kept there under a number. The old table stays for instances of the
 * release before, which read it while the new ones come up; a later release drops it.
 */
export class YearsAreRuleData implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const years: Year[] = await db.query(`
      SELECT year, holidays, make_up_days AS "makeUpDays", source, published_at AS at, to_char(published_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day FROM working_years ORDER BY published_at, year
    `)
    for (const { year, holidays: daysOff, makeUpDays, source, at, day } of years) {
      const entry = { of: 'year', id: 'working-days', year, periods: periodsOf(daysOff), makeUpDays, from: day, to: '', source, confirmed: true }
      await db.query(
        `INSERT INTO rule_changes (id, key, entry, state, version, drafted_by, drafted_at, number, published_by, published_at)
         SELECT $1, $2, $3, 'published', 2, 'command-line', $4, (SELECT coalesce(max(number), 0) + 1 FROM rule_changes), 'command-line', $4
          WHERE NOT EXISTS (SELECT FROM rule_changes WHERE key = $2 AND state = 'published')`,
        [randomUUID(), `year/working-days/${year}`, JSON.stringify(entry), at],
      )
    }
  }

  /** What is published is never taken back; a further `up` leaves it as it is. */
  async down(): Promise<void> {}
}
