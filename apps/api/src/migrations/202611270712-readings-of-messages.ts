import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Whose message was read in full: the owner is told of it, also when the message itself has gone after its time. */
export class ReadingsOfMessages implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE message_reads ADD COLUMN recipient_account_id uuid;
      COMMENT ON COLUMN message_reads.recipient_account_id IS 'whose phone or mailbox it went to, when it was read; NULL when that was no account''s';
      CREATE INDEX message_reads_recipient ON message_reads (recipient_account_id, at DESC, id) WHERE recipient_account_id IS NOT NULL;
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE message_reads DROP COLUMN recipient_account_id')
  }
}
