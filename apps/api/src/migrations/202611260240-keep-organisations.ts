import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Access providers are kept on screen; how administrations are reached stands beside their names, which are the law's. */
export class KeepOrganisations implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE providers
        ADD COLUMN keywords text[] NOT NULL DEFAULT '{}',
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN suspended_for text CHECK (suspended_for IN ('licence-ended', 'rectification', 'own-request', 'order')),
        ADD COLUMN suspended_at timestamptz;
      CREATE INDEX providers_newest ON providers (created_at DESC, id DESC);
      CREATE TABLE administrations (
        province text PRIMARY KEY,
        phone text NOT NULL,
        address text NOT NULL,
        website text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        changed_at timestamptz NOT NULL
      );
      REVOKE DELETE, TRUNCATE ON administrations FROM icp_app;
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE administrations; DROP INDEX providers_newest;
      ALTER TABLE providers DROP COLUMN suspended_at, DROP COLUMN suspended_for, DROP COLUMN version, DROP COLUMN keywords;
    `)
  }
}
