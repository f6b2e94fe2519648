import { periodsOf } from '@icp/domain'
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

/**
 * The working days of a year are rule data like the rest, and what was published of them is kept there under a number. The old table stays for instances of the
 * release before, which read it while the new ones come up; a later release drops it.
 */
export class YearsAreRuleData implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const years: Year[] = await db.query(`
      SELECT year, holidays, make_up_days AS "makeUpDays", source, published_at AS at, to_char(published_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day FROM working_years ORDER BY published_at, year
    `)
    for (const { year, holidays, makeUpDays, source, at, day } of years) {
      const entry = { of: 'year', id: 'working-days', year, periods: periodsOf(holidays), makeUpDays, from: day, to: '', source, confirmed: true }
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
