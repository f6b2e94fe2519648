import type { MigrationInterface, QueryRunner } from 'typeorm'

/** New phones in place of lost ones: each waits until it may be used, and can be stopped until then. Seen by its owner and by the providers that serve the owner. */
export class LostPhones implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE phone_recoveries (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES accounts,
        mobile text NOT NULL,
        stop_token text NOT NULL CONSTRAINT phone_recoveries_stop_token UNIQUE,
        state text NOT NULL CHECK (state IN ('waiting', 'done', 'stopped')),
        started_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        ended_at timestamptz,
        vouched_by uuid REFERENCES accounts,
        vouched_provider uuid REFERENCES providers,
        vouched_way text CHECK (vouched_way IN ('in-person', 'video', 'official-letter')),
        CHECK ((state = 'waiting') = (ended_at IS NULL)),
        CHECK (num_nulls(vouched_by, vouched_provider, vouched_way) IN (0, 3)),
        CHECK (vouched_by IS NULL OR (state = 'done' AND vouched_by <> account_id))
      );
      CREATE UNIQUE INDEX phone_recoveries_one_waiting ON phone_recoveries (account_id) WHERE state = 'waiting';
      COMMENT ON COLUMN phone_recoveries.mobile IS 'sealed';
      COMMENT ON COLUMN phone_recoveries.stop_token IS 'SHA-256 of the token in the link that stops it';

      CREATE FUNCTION provider_serves_account(account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT EXISTS (
          SELECT FROM register_subjects r JOIN register_services s ON s.subject_id = r.id JOIN register_accesses a ON a.service_id = s.id
           WHERE r.owner_account_id = account AND r.state = 'in-force' AND s.state = 'in-force' AND a.provider_id = acting_provider())
      $$;
      ALTER TABLE phone_recoveries ENABLE ROW LEVEL SECURITY;
      CREATE POLICY of_whoever_acts ON phone_recoveries TO icp_app USING (
        CASE (SELECT acting_role())
          WHEN 'owner' THEN account_id = (SELECT acting_account())
          WHEN 'provider' THEN provider_serves_account(account_id)
          WHEN 'house' THEN (SELECT acting_reaches('notices'))
          ELSE false
        END);
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE phone_recoveries; DROP FUNCTION provider_serves_account(uuid)')
  }
}
