import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who may do what with tables, and what makes a repeated request have one effect. Tables made later get the same grants by default. */
export class RolesAndRequests implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'icp_app') THEN CREATE ROLE icp_app NOLOGIN; END IF;
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'icp_reader') THEN CREATE ROLE icp_reader NOLOGIN; END IF;
        IF NOT pg_has_role(current_user, 'icp_app', 'MEMBER') THEN EXECUTE format('GRANT icp_app TO %I', current_user); END IF;
        IF NOT pg_has_role(current_user, 'icp_reader', 'MEMBER') THEN EXECUTE format('GRANT icp_reader TO %I', current_user); END IF;
      END $$;

      GRANT USAGE ON SCHEMA public TO icp_app, icp_reader;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO icp_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO icp_app;

      CREATE TABLE idempotency_records (
        actor text NOT NULL,
        operation text NOT NULL,
        key text NOT NULL,
        request text NOT NULL,
        answer text,
        at timestamptz NOT NULL,
        PRIMARY KEY (actor, operation, key)
      );
      CREATE INDEX idempotency_records_at ON idempotency_records (at);
      COMMENT ON COLUMN idempotency_records.request IS 'keyed fingerprint of method, path and body';
      COMMENT ON COLUMN idempotency_records.answer IS 'sealed: an answer may hold personal data';

      CREATE TABLE limiter_points (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE limiter_points; DROP TABLE idempotency_records')
  }
}
