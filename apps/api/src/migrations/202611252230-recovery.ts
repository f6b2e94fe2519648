import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Ways back into an account, and changes of phone and mail that wait for their codes. `…_index` and `link` are fingerprints; what people gave is sealed. */
export class Recovery implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE recovery_requests (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('user-name', 'password')),
        token text CONSTRAINT recovery_requests_token UNIQUE,
        given text NOT NULL,
        given_index text NOT NULL,
        category text NOT NULL CHECK (category IN ('owner', 'provider', 'administration')),
        account_id uuid REFERENCES accounts,
        link text CONSTRAINT recovery_requests_link UNIQUE,
        link_until timestamptz,
        started_at timestamptz NOT NULL
      );
      CREATE INDEX recovery_requests_started ON recovery_requests (started_at);
      CREATE INDEX recovery_requests_account ON recovery_requests (account_id) WHERE account_id IS NOT NULL;
      COMMENT ON COLUMN recovery_requests.given IS 'sealed: the user name or mail address that was typed, of an account or of none';
      COMMENT ON COLUMN recovery_requests.token IS 'SHA-256 of the cookie';
      COMMENT ON COLUMN recovery_requests.link IS 'SHA-256 of the token in the link';

      CREATE TABLE contact_changes (
        account_id uuid PRIMARY KEY REFERENCES accounts,
        channel text NOT NULL CHECK (channel IN ('mobile', 'email')),
        value text NOT NULL,
        session text NOT NULL,
        started_at timestamptz NOT NULL
      );
      COMMENT ON COLUMN contact_changes.value IS 'sealed';
      COMMENT ON COLUMN contact_changes.session IS 'SHA-256 of the session cookie that asked';

      ALTER TABLE accounts ADD COLUMN mobile_changed_at timestamptz;
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE accounts DROP COLUMN mobile_changed_at; DROP TABLE contact_changes; DROP TABLE recovery_requests')
  }
}
