import type { MigrationInterface, QueryRunner } from 'typeorm'

/** When a session proved its second step anew; null = not since it began, which was such a proof. */
export class ProofsOfSessions implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE sessions ADD COLUMN proven_at timestamptz')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE sessions DROP COLUMN proven_at')
  }
}
