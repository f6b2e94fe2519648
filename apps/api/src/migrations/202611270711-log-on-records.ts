import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Every try to log on, and from where it came (Cybersecurity Law 21(3): kept six months; docs/decisions/0073). The API adds and reads them; what is too old goes
 * through a function alone. No reference to accounts: checking it would be work that a name of nobody does not make.
 */
export class LogOnRecords implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE log_on_records (
        id uuid PRIMARY KEY,
        account_id uuid,
        at timestamptz NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('done', 'failed-password', 'failed-code')),
        browser text NOT NULL,
        system text NOT NULL,
        address text NOT NULL
      );
      CREATE INDEX log_on_records_latest ON log_on_records (account_id, at DESC, id);
      CREATE INDEX log_on_records_at ON log_on_records (at);
      COMMENT ON COLUMN log_on_records.account_id IS 'NULL when the name is that of no account';
      COMMENT ON COLUMN log_on_records.address IS 'sealed; without its last part';
      REVOKE UPDATE, DELETE, TRUNCATE ON log_on_records FROM icp_app;
      CREATE FUNCTION remove_log_on_records(before timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
        DELETE FROM log_on_records WHERE at < before
      $$;
      REVOKE EXECUTE ON FUNCTION remove_log_on_records(timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION remove_log_on_records(timestamptz) TO icp_app;
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION remove_log_on_records(timestamptz)')
    await db.query('DROP TABLE log_on_records')
  }
}
