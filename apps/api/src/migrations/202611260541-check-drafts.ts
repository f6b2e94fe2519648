import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the rules said of a draft when it was last saved: rules and places, nothing that was typed. */
export class CheckDrafts implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE filings ADD COLUMN draft_check jsonb')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE filings DROP COLUMN draft_check')
  }
}
