import type { MigrationInterface, QueryRunner } from 'typeorm'

const administrators = `('operator', 'security-administrator', 'audit-administrator')`

/**
 * Staff come by invitation and log on with an authenticator. `mobile`, `email` and `secret` are sealed, columns named …_index are keyed fingerprints, a
 * `token` is the SHA-256 of what stands in the link.
 */
export class StaffByInvitation implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE accounts ADD COLUMN disabled_at timestamptz, ADD COLUMN demo boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN accounts.demo IS 'of the demo data: with DEMO=1 its codes are shown on the page';
      -- One person is one administrator, also when two of them are made at the same moment.
      CREATE UNIQUE INDEX accounts_administrator_mobile ON accounts (mobile_index) WHERE role IN ${administrators} AND disabled_at IS NULL;
      CREATE UNIQUE INDEX accounts_administrator_email ON accounts (email_index) WHERE role IN ${administrators} AND disabled_at IS NULL;

      ALTER TABLE log_on_attempts ADD COLUMN way text NOT NULL DEFAULT 'message' CHECK (way IN ('message', 'authenticator')), ADD COLUMN tries_left integer NOT NULL DEFAULT 5;

      CREATE TABLE authenticators (
        account_id uuid PRIMARY KEY REFERENCES accounts,
        secret text NOT NULL,
        last_step bigint NOT NULL,
        added_at timestamptz NOT NULL
      );
      COMMENT ON COLUMN authenticators.last_step IS 'the newest time step whose code was used; none up to it works again';
      CREATE TABLE recovery_codes (
        account_id uuid NOT NULL REFERENCES accounts,
        code text NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (account_id, code)
      );

      CREATE TABLE invitations (
        id uuid PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('join', 'authenticator', 'set-up')),
        role text NOT NULL CHECK (role IN ('provider', 'reviewer', 'operator', 'security-administrator', 'audit-administrator')),
        provider_id uuid REFERENCES providers,
        province text,
        account_id uuid REFERENCES accounts,
        name text NOT NULL,
        mobile text NOT NULL,
        mobile_index text NOT NULL,
        email text NOT NULL,
        email_index text NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'sent', 'accepted', 'revoked')),
        token text UNIQUE,
        secret text,
        tries_left integer NOT NULL,
        invited_by uuid REFERENCES accounts,
        invited_at timestamptz NOT NULL,
        expires_at timestamptz,
        CHECK ((role = 'provider') = (provider_id IS NOT NULL)),
        CHECK ((role = 'reviewer') = (province IS NOT NULL)),
        CHECK ((state = 'sent') = (token IS NOT NULL)),
        CHECK ((state = 'sent') = (expires_at IS NOT NULL)),
        CHECK ((purpose = 'authenticator' OR state = 'accepted') = (account_id IS NOT NULL))
      );
      CREATE INDEX invitations_newest ON invitations (invited_at DESC, id DESC);
      CREATE INDEX invitations_account ON invitations (account_id) WHERE account_id IS NOT NULL;

      CREATE TABLE account_requests (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('invite', 'change-role', 'reset-authenticator', 'enable')),
        account_id uuid REFERENCES accounts,
        invitation_id uuid REFERENCES invitations,
        role text CHECK (role IN ('provider', 'reviewer', 'operator', 'security-administrator', 'audit-administrator')),
        provider_id uuid REFERENCES providers,
        province text,
        reason text NOT NULL,
        asked_by uuid NOT NULL REFERENCES accounts,
        asked_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'agreed', 'declined')),
        decided_by uuid REFERENCES accounts,
        decided_at timestamptz,
        CHECK ((kind = 'invite') = (invitation_id IS NOT NULL)),
        CHECK ((kind = 'invite') = (account_id IS NULL)),
        CHECK ((state = 'waiting') = (decided_by IS NULL)),
        CONSTRAINT account_requests_two_people CHECK (decided_by IS NULL OR (decided_by <> asked_by AND decided_by IS DISTINCT FROM account_id))
      );
      CREATE INDEX account_requests_account ON account_requests (account_id) WHERE account_id IS NOT NULL;
      CREATE INDEX account_requests_invitation ON account_requests (invitation_id) WHERE invitation_id IS NOT NULL;
      CREATE INDEX account_requests_newest ON account_requests (asked_at DESC, id DESC);
      REVOKE DELETE, TRUNCATE ON account_requests FROM icp_app;

      CREATE TABLE account_acts (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES accounts,
        act text NOT NULL,
        reason text NOT NULL,
        by_account uuid NOT NULL REFERENCES accounts,
        at timestamptz NOT NULL
      );
      COMMENT ON COLUMN account_acts.reason IS 'sealed: people write what they like';
      COMMENT ON COLUMN account_requests.reason IS 'sealed';
      CREATE INDEX account_acts_account ON account_acts (account_id, at);
      REVOKE UPDATE, DELETE, TRUNCATE ON account_acts FROM icp_app;
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE account_acts; DROP TABLE account_requests; DROP TABLE invitations; DROP TABLE recovery_codes; DROP TABLE authenticators;
      ALTER TABLE log_on_attempts DROP COLUMN tries_left, DROP COLUMN way;
      DROP INDEX accounts_administrator_email; DROP INDEX accounts_administrator_mobile;
      ALTER TABLE accounts DROP COLUMN demo, DROP COLUMN disabled_at;
    `)
  }
}
