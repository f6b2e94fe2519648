import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Accounts, and everything that lets a person become or be one. Columns named …_index are keyed fingerprints; `certificate_number`, `mobile`, `email` are sealed. */
export class Accounts implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE accounts (
        id uuid PRIMARY KEY,
        role text NOT NULL CHECK (role IN ('owner', 'provider', 'reviewer', 'operator')),
        user_name text NOT NULL,
        user_name_key text NOT NULL CONSTRAINT accounts_user_name UNIQUE,
        name text NOT NULL,
        password text NOT NULL,
        certificate_type text NOT NULL,
        certificate_number text NOT NULL,
        certificate_index text,
        mobile text NOT NULL,
        mobile_index text NOT NULL,
        email text NOT NULL,
        email_index text NOT NULL,
        provider_id uuid,
        province text,
        registered_at timestamptz NOT NULL,
        last_log_on_at timestamptz,
        CHECK ((role = 'provider') = (provider_id IS NOT NULL)),
        CHECK ((role = 'reviewer') = (province IS NOT NULL))
      );
      CREATE UNIQUE INDEX accounts_certificate ON accounts (certificate_type, certificate_index) WHERE role = 'owner';
      CREATE UNIQUE INDEX accounts_mobile ON accounts (mobile_index) WHERE role = 'owner';
      CREATE UNIQUE INDEX accounts_email ON accounts (email_index) WHERE role = 'owner';
      CREATE INDEX accounts_provider ON accounts (provider_id) WHERE provider_id IS NOT NULL;
      CREATE INDEX accounts_province ON accounts (province) WHERE province IS NOT NULL;
      CREATE INDEX accounts_newest ON accounts (registered_at DESC, id DESC);

      CREATE TABLE acceptances (
        account_id uuid NOT NULL REFERENCES accounts,
        document text NOT NULL CHECK (document IN ('terms', 'pledge')),
        version text NOT NULL,
        accepted_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, document, version)
      );
      REVOKE UPDATE, DELETE, TRUNCATE ON acceptances FROM icp_app;

      CREATE TABLE sessions (
        token text PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES accounts,
        started_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL
      );
      CREATE INDEX sessions_account ON sessions (account_id);
      CREATE INDEX sessions_seen ON sessions (seen_at);
      COMMENT ON COLUMN sessions.token IS 'SHA-256 of the cookie; the cookie itself is nowhere';

      CREATE TABLE registrations (
        token text PRIMARY KEY,
        started_at timestamptz NOT NULL,
        accepted jsonb NOT NULL,
        mobile text,
        email text,
        mobile_code text,
        email_code text,
        on_screen text,
        expires_at timestamptz,
        resend_at timestamptz,
        tries_left integer NOT NULL,
        user_name text
      );
      COMMENT ON COLUMN registrations.on_screen IS 'sealed; both codes, and only while the SMS platform is off';

      CREATE TABLE log_on_attempts (
        token text PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES accounts,
        code text NOT NULL,
        on_screen text,
        expires_at timestamptz NOT NULL,
        resend_at timestamptz NOT NULL,
        tries_left integer NOT NULL,
        started_at timestamptz NOT NULL
      );

      CREATE TABLE log_on_failures (
        user_name_index text PRIMARY KEY,
        failures integer NOT NULL,
        wait_until timestamptz,
        at timestamptz NOT NULL
      );
      COMMENT ON TABLE log_on_failures IS 'of names that exist and of names that do not, so that the wait tells nothing';

      CREATE TABLE step_up_codes (
        account_id uuid NOT NULL REFERENCES accounts,
        purpose text NOT NULL,
        code text NOT NULL,
        on_screen text,
        expires_at timestamptz NOT NULL,
        resend_at timestamptz NOT NULL,
        tries_left integer NOT NULL,
        PRIMARY KEY (account_id, purpose)
      );

      CREATE TABLE verification_pictures (id uuid PRIMARY KEY, answer text NOT NULL, expires_at timestamptz NOT NULL);
      CREATE TABLE spent_proofs (digest text PRIMARY KEY, expires_at timestamptz NOT NULL);

      CREATE TABLE switches (name text PRIMARY KEY, value text NOT NULL, changed_at timestamptz, changed_by text);
      INSERT INTO switches (name, value) VALUES ('sms-platform', 'off');
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE switches; DROP TABLE spent_proofs; DROP TABLE verification_pictures; DROP TABLE step_up_codes; DROP TABLE log_on_failures;
      DROP TABLE log_on_attempts; DROP TABLE registrations; DROP TABLE sessions; DROP TABLE acceptances; DROP TABLE accounts;
    `)
  }
}
