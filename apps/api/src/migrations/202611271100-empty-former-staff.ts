import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Staff who have left are erased as owners are who close their accounts; whichever it was, the row has no name any more and is never enabled again (0075). */
export class EmptyFormerStaff implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE accounts DROP CONSTRAINT accounts_closed_stays_so;
      ALTER TABLE accounts ADD CONSTRAINT accounts_closed_stays_so CHECK (closed_at IS NULL OR (disabled_at IS NOT NULL AND name = ''));
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE accounts DROP CONSTRAINT accounts_closed_stays_so;
      ALTER TABLE accounts ADD CONSTRAINT accounts_closed_stays_so CHECK (closed_at IS NULL OR (disabled_at IS NOT NULL AND role = 'owner'));
    `)
  }
}
