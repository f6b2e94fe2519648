import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a message is about, so that a newer one can end it; and whether somebody without password or session has caused it, who has a part of the day's SMS only. */
export class SupersededMessages implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE outbox_messages ADD COLUMN about text, ADD COLUMN by_stranger boolean NOT NULL DEFAULT false;
      CREATE INDEX outbox_messages_about ON outbox_messages (about) WHERE about IS NOT NULL;
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE outbox_messages DROP COLUMN about, DROP COLUMN by_stranger')
  }
}
