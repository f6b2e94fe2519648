import type { MigrationInterface, QueryRunner } from 'typeorm'

/** From which device and roughly from where a session was opened, and which devices an account has been used on. */
export class DevicesOfSessions implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE sessions
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT sessions_id UNIQUE,
        ADD COLUMN browser text NOT NULL DEFAULT '',
        ADD COLUMN system text NOT NULL DEFAULT '',
        ADD COLUMN address text;
      COMMENT ON COLUMN sessions.address IS 'sealed; without its last part';
      COMMENT ON COLUMN sessions.token IS 'SHA-256 of the cookie; the cookie itself is nowhere. A new one at every rise; the row stays';

      CREATE TABLE known_devices (
        account_id uuid NOT NULL REFERENCES accounts,
        token text NOT NULL,
        first_seen_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, token)
      );
      CREATE INDEX known_devices_last_seen ON known_devices (last_seen_at);
      COMMENT ON COLUMN known_devices.token IS 'SHA-256 of the device cookie; the cookie itself is nowhere';
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE known_devices;
      ALTER TABLE sessions DROP COLUMN address, DROP COLUMN system, DROP COLUMN browser, DROP COLUMN id;
    `)
  }
}
