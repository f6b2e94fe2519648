import type { MigrationInterface, QueryRunner } from 'typeorm'

/** History that cannot be rewritten, the inbox of each account, and what leaves by SMS and mail. */
export class AuditAndNotices implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_entries (
        chain text NOT NULL,
        position integer NOT NULL,
        at timestamptz NOT NULL,
        actor jsonb NOT NULL,
        action text NOT NULL,
        filing_id uuid,
        object_type text NOT NULL,
        object_id text NOT NULL,
        digest text,
        detail jsonb NOT NULL,
        previous text NOT NULL,
        hash text NOT NULL,
        PRIMARY KEY (chain, position)
      );
      REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries FROM icp_app;
      CREATE INDEX audit_entries_filing ON audit_entries (filing_id, position) WHERE filing_id IS NOT NULL;

      CREATE TABLE notices (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL,
        at timestamptz NOT NULL,
        read_at timestamptz,
        filing_id uuid,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        text_zh text NOT NULL,
        text_en text NOT NULL
      );
      CREATE INDEX notices_of_account ON notices (account_id, at DESC, id);
      CREATE INDEX notices_unread ON notices (account_id) WHERE read_at IS NULL;

      CREATE TABLE outbox_messages (
        id uuid PRIMARY KEY,
        channel text NOT NULL CHECK (channel IN ('sms', 'mail')),
        recipient text NOT NULL,
        recipient_index text NOT NULL,
        subject text NOT NULL,
        body text NOT NULL,
        at timestamptz NOT NULL,
        delivered_at timestamptz
      );
      CREATE INDEX outbox_messages_newest ON outbox_messages (at DESC, id DESC);
      CREATE INDEX outbox_messages_recipient ON outbox_messages (recipient_index, at DESC, id DESC);
      COMMENT ON COLUMN outbox_messages.recipient IS 'sealed; recipient_index finds it';
      COMMENT ON COLUMN outbox_messages.subject IS 'sealed';
      COMMENT ON COLUMN outbox_messages.body IS 'sealed: it may hold a code';
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE outbox_messages; DROP TABLE notices; DROP TABLE audit_entries')
  }
}
