import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How the sending of each message stands, and how many SMS a day may cost. */
export class Delivery implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE outbox_messages
        ADD expires_at timestamptz,
        ADD state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed', 'kept')),
        ADD attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        ADD last_error text,
        ADD next_try_at timestamptz,
        ADD claimed_until timestamptz,
        ADD resends integer NOT NULL DEFAULT 0;
      UPDATE outbox_messages SET state = 'kept', delivered_at = NULL WHERE delivered_at IS NOT NULL;
      ALTER TABLE outbox_messages ADD CHECK ((state = 'delivered') = (delivered_at IS NOT NULL));
      CREATE INDEX outbox_messages_unsettled ON outbox_messages (state, at DESC, id DESC) WHERE state IN ('waiting', 'failed');
      COMMENT ON COLUMN outbox_messages.state IS 'kept: no gateway is configured, the outbox is the only place';
      COMMENT ON COLUMN outbox_messages.last_error IS 'a kind of fault, never a text of the gateway';
      COMMENT ON COLUMN outbox_messages.claimed_until IS 'a worker has it in hand until then';

      CREATE TABLE sms_spending (day date PRIMARY KEY, sent integer NOT NULL CHECK (sent >= 0));
      COMMENT ON COLUMN sms_spending.day IS 'of Shanghai';
      INSERT INTO switches (name, value) VALUES ('sms-daily-budget', '20000');
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM switches WHERE name = 'sms-daily-budget';
      DROP TABLE sms_spending;
      ALTER TABLE outbox_messages DROP COLUMN resends, DROP COLUMN claimed_until, DROP COLUMN next_try_at, DROP COLUMN last_error, DROP COLUMN attempts, DROP COLUMN state,
        DROP COLUMN expires_at;
    `)
  }
}
