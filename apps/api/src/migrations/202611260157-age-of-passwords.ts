import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Since when an account has its password; null = since it was registered. A profile may ask for a new one after a time. */
export class AgeOfPasswords implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE accounts ADD COLUMN password_changed_at timestamptz')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE accounts DROP COLUMN password_changed_at')
  }
}
