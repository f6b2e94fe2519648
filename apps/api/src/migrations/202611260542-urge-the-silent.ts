import type { MigrationInterface, QueryRunner } from 'typeorm'

/** When whoever has the ball was urged after too long a silence; it counts while the status is still the one of that time. */
export class UrgeTheSilent implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE filings ADD COLUMN urged_at timestamptz')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE filings DROP COLUMN urged_at')
  }
}
