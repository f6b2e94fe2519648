import type { MigrationInterface, QueryRunner } from 'typeorm'

/** One table for the one-time codes of every purpose, and counts over any stretch of time. Running registrations and log-ons begin again. */
export class OneTimeCodes implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE one_time_codes (
        purpose text NOT NULL,
        holder text NOT NULL,
        code text NOT NULL,
        target text NOT NULL,
        on_screen text,
        expires_at timestamptz NOT NULL,
        resend_at timestamptz NOT NULL,
        tries_left integer NOT NULL CHECK (tries_left >= 0),
        PRIMARY KEY (purpose, holder)
      );
      CREATE INDEX one_time_codes_holder ON one_time_codes (holder);
      COMMENT ON COLUMN one_time_codes.holder IS 'what the code opens: the SHA-256 of a cookie';
      COMMENT ON COLUMN one_time_codes.code IS 'keyed fingerprint of code, purpose, holder and target';
      COMMENT ON COLUMN one_time_codes.target IS 'keyed fingerprint of the number and address that it was sent to';
      COMMENT ON COLUMN one_time_codes.on_screen IS 'sealed; only while the SMS platform is off';

      CREATE TABLE sliding_counts (key text PRIMARY KEY, taken jsonb NOT NULL, until timestamptz NOT NULL);
      CREATE INDEX sliding_counts_until ON sliding_counts (until);
      COMMENT ON COLUMN sliding_counts.taken IS 'instants, oldest first';

      DROP TABLE step_up_codes;
      DELETE FROM log_on_attempts;
      ALTER TABLE log_on_attempts DROP COLUMN code, DROP COLUMN on_screen, DROP COLUMN expires_at, DROP COLUMN resend_at, DROP COLUMN tries_left;
      UPDATE registrations SET mobile = NULL, email = NULL;
      ALTER TABLE registrations DROP COLUMN mobile_code, DROP COLUMN email_code, DROP COLUMN on_screen, DROP COLUMN expires_at, DROP COLUMN resend_at, DROP COLUMN tries_left;
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE registrations ADD mobile_code text, ADD email_code text, ADD on_screen text, ADD expires_at timestamptz, ADD resend_at timestamptz,
        ADD tries_left integer NOT NULL DEFAULT 0;
      DELETE FROM log_on_attempts;
      ALTER TABLE log_on_attempts ADD code text NOT NULL, ADD on_screen text, ADD expires_at timestamptz NOT NULL, ADD resend_at timestamptz NOT NULL,
        ADD tries_left integer NOT NULL;
      CREATE TABLE step_up_codes (
        account_id uuid NOT NULL REFERENCES accounts, purpose text NOT NULL, code text NOT NULL, on_screen text, expires_at timestamptz NOT NULL,
        resend_at timestamptz NOT NULL, tries_left integer NOT NULL, PRIMARY KEY (account_id, purpose)
      );
      DROP TABLE sliding_counts; DROP TABLE one_time_codes;
    `)
  }
}
