import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Known devices say what they are and can be forgotten one by one; a session knows on which of them it runs. */
export class ForgetDevices implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE known_devices
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT known_devices_id UNIQUE,
        ADD COLUMN browser text NOT NULL DEFAULT '',
        ADD COLUMN system text NOT NULL DEFAULT '';
      ALTER TABLE sessions ADD COLUMN device_id uuid;
      COMMENT ON COLUMN sessions.device_id IS 'of known_devices; forgetting the device ends the session';
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE sessions DROP COLUMN device_id;
      ALTER TABLE known_devices DROP COLUMN system, DROP COLUMN browser, DROP COLUMN id;
    `)
  }
}
