import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What of a message says who somebody is, so that it can be masked; and who looked at a message in full, which the API can add and read. */
export class MaskMessages implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE outbox_messages ADD COLUMN personal_parts text')
    // A message goes after its time, and that it was read stays.
    await db.query(`
      CREATE TABLE message_reads (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        reader_account_id uuid NOT NULL,
        message_id uuid NOT NULL,
        reason text NOT NULL,
        note text NOT NULL
      );
      REVOKE UPDATE, DELETE, TRUNCATE ON message_reads FROM icp_app;
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE message_reads')
    await db.query('ALTER TABLE outbox_messages DROP COLUMN personal_parts')
  }
}
