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

/** The working days of a year are rule data like the rest, and what was published of them is kept there under a number. */
export class YearsAreRuleData implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const years: Year[] = await db.query(`
      SELECT year, holidays, make_up_days AS "makeUpDays", source, published_at AS at, to_char(published_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day FROM working_years ORDER BY published_at, year
    `)
    for (const { year, holidays, makeUpDays, source, at, day } of years) {
      const entry = { of: 'year', id: 'working-days', year, periods: periodsOf(holidays), makeUpDays, from: day, to: '', source, confirmed: true }
      await db.query(
        `INSERT INTO rule_changes (id, key, entry, state, version, drafted_by, drafted_at, number, published_by, published_at)
         VALUES ($1, $2, $3, 'published', 2, 'command-line', $4, (SELECT coalesce(max(number), 0) + 1 FROM rule_changes), 'command-line', $4)`,
        [randomUUID(), `year/working-days/${year}`, JSON.stringify(entry), at],
      )
    }
    await db.query('DROP TABLE working_years')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE working_years (
        year integer PRIMARY KEY CHECK (year BETWEEN 2005 AND 2100),
        holidays text[] NOT NULL,
        make_up_days text[] NOT NULL,
        source text NOT NULL,
        published_at timestamptz NOT NULL
      )
    `)
  }
}
