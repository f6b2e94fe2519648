import type { MigrationInterface, QueryRunner } from 'typeorm'

/** An account that its owner has closed: nothing of the person is left in the row, and nobody opens it again. */
export class CloseAccounts implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE accounts ADD COLUMN closed_at timestamptz;
      ALTER TABLE accounts ADD CONSTRAINT accounts_closed_stays_so CHECK (closed_at IS NULL OR (disabled_at IS NOT NULL AND role = 'owner'));
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE accounts DROP COLUMN closed_at')
  }
}
