import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Owners ask who read their filings: readings are found by what was read. Lists, which are most of them and which owners are not told of, stay out. */
export class ReadingsOfFilings implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX audit_entries_readings ON audit_entries USING gin ((detail -> 'objects')) WHERE object_type = 'account-reads' AND NOT detail ? 'quietMinutes'`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX audit_entries_readings')
  }
}
