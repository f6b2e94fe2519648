import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Working days of years whose notice came after the release, or that were changed since. */
export class WorkingYears implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
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

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE working_years')
  }
}
