import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Three administrators with duties that exclude each other, beside the other roles; an account has one. */
export class SeparateAdministrators implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE accounts DROP CONSTRAINT accounts_role_check;
      ALTER TABLE accounts ADD CONSTRAINT accounts_role_check
        CHECK (role IN ('owner', 'provider', 'reviewer', 'operator', 'security-administrator', 'audit-administrator'));
    `)
  }

  /** Fails while there is an account with one of the roles that it takes away. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE accounts DROP CONSTRAINT accounts_role_check;
      ALTER TABLE accounts ADD CONSTRAINT accounts_role_check CHECK (role IN ('owner', 'provider', 'reviewer', 'operator'));
    `)
  }
}
