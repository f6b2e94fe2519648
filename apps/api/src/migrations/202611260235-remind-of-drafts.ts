import type { MigrationInterface, QueryRunner } from 'typeorm'

/** When the owner of a draft was told that it will be removed; and the indexes by which what has served its time is found. */
export class RemindOfDrafts implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE filings ADD COLUMN reminded_at timestamptz;
      CREATE INDEX filings_drafts_by_age ON filings (saved_at) WHERE status = 'draft';
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX filings_drafts_by_age; ALTER TABLE filings DROP COLUMN reminded_at')
  }
}
