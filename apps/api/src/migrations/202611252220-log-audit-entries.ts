import type { MigrationInterface, QueryRunner } from 'typeorm'

/** One order over all audit entries, the checkpoints that sign it, runs of the verification, and quick answers to who did or read what. */
export class LogAuditEntries implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_waiting (
        arrived bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        chain text NOT NULL,
        position integer NOT NULL
      );
      REVOKE UPDATE, TRUNCATE ON audit_waiting FROM icp_app;
      COMMENT ON TABLE audit_waiting IS 'entries that the next checkpoint takes into the log; filled by a trigger';
      INSERT INTO audit_waiting (chain, position) SELECT chain, position FROM audit_entries ORDER BY at, chain, position;

      CREATE FUNCTION await_checkpoint() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO audit_waiting (chain, position) VALUES (NEW.chain, NEW.position);
        RETURN NEW;
      END $$;
      CREATE TRIGGER await_checkpoint AFTER INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION await_checkpoint();

      CREATE TABLE audit_log (
        sequence bigint PRIMARY KEY CHECK (sequence > 0),
        chain text NOT NULL,
        position integer NOT NULL,
        hash text NOT NULL,
        UNIQUE (chain, position)
      );
      REVOKE UPDATE, DELETE, TRUNCATE ON audit_log FROM icp_app;

      CREATE TABLE audit_checkpoints (
        number integer PRIMARY KEY CHECK (number > 0),
        size bigint NOT NULL,
        root text NOT NULL,
        frontier text[] NOT NULL,
        at timestamptz NOT NULL,
        previous text NOT NULL,
        key_id text NOT NULL,
        signature text NOT NULL
      );
      REVOKE UPDATE, DELETE, TRUNCATE ON audit_checkpoints FROM icp_app;
      COMMENT ON COLUMN audit_checkpoints.frontier IS 'roots of the full subtrees, largest first; the next checkpoint hashes only what is new';

      CREATE TRIGGER never_rewrite BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
      CREATE TRIGGER never_rewrite BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
      CREATE TRIGGER never_rewrite BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();

      CREATE TABLE audit_verifications (
        id uuid PRIMARY KEY,
        asked_by uuid,
        asked_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
        progress jsonb,
        result jsonb,
        ended_at timestamptz,
        CHECK ((state = 'done') = (result IS NOT NULL))
      );
      CREATE INDEX audit_verifications_newest ON audit_verifications (asked_at DESC);

      CREATE INDEX audit_entries_newest ON audit_entries (at DESC, chain DESC, position DESC);
      CREATE INDEX audit_entries_of_account ON audit_entries ((actor ->> 'accountId'), at DESC, chain DESC, position DESC) WHERE actor ->> 'accountId' IS NOT NULL;
      CREATE INDEX audit_entries_of_object ON audit_entries (object_id, at DESC);
      CREATE INDEX audit_entries_by_action ON audit_entries (action, at DESC);
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX audit_entries_by_action; DROP INDEX audit_entries_of_object; DROP INDEX audit_entries_of_account; DROP INDEX audit_entries_newest;
      DROP TABLE audit_verifications; DROP TRIGGER never_rewrite ON audit_entries; DROP TABLE audit_checkpoints; DROP TABLE audit_log;
      DROP TRIGGER await_checkpoint ON audit_entries; DROP FUNCTION await_checkpoint(); DROP TABLE audit_waiting;
    `)
  }
}
