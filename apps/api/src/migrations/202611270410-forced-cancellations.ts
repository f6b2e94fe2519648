import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What administrations have cancelled by force, and what providers are ordered to cut because of it. What was cancelled and why is never rewritten. An order keeps
 * what it is about, so that a provider reads it whatever becomes of the record.
 */
export class ForcedCancellations implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(tables)
    await db.query(policies)
    await replaceInGuard(db, without, withRecord)
  }

  async down(db: QueryRunner): Promise<void> {
    await replaceInGuard(db, withRecord, without)
    await db.query('DROP TABLE cut_orders; DROP TABLE forced_cancellations;')
  }
}

const tables = `
  CREATE TABLE forced_cancellations (
    id uuid PRIMARY KEY,
    subject_id uuid NOT NULL REFERENCES register_subjects (id),
    service_id uuid REFERENCES register_services (id),
    province text NOT NULL,
    number text NOT NULL,
    numbers text[] NOT NULL,
    reason text NOT NULL,
    ground text NOT NULL,
    at timestamptz NOT NULL,
    by_account uuid NOT NULL,
    subject_listed boolean NOT NULL,
    domains_listed boolean NOT NULL,
    UNIQUE NULLS NOT DISTINCT (subject_id, service_id)
  );
  CREATE INDEX forced_cancellations_newest ON forced_cancellations (at DESC, id DESC);
  CREATE TABLE cut_orders (
    id uuid PRIMARY KEY,
    cancellation_id uuid NOT NULL REFERENCES forced_cancellations (id),
    province text NOT NULL,
    provider_id uuid NOT NULL REFERENCES providers (id),
    provider_name text NOT NULL,
    service_number text NOT NULL,
    service_name text NOT NULL,
    service_type text NOT NULL,
    domain text NOT NULL,
    subject_name text NOT NULL,
    ordered_at timestamptz NOT NULL,
    due_on date NOT NULL,
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    urged_at timestamptz,
    UNIQUE (provider_id, service_number),
    CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL))
  );
  CREATE INDEX cut_orders_of_cancellation ON cut_orders (cancellation_id);
  CREATE INDEX cut_orders_due ON cut_orders (provider_id, due_on, id);
  CREATE INDEX cut_orders_waiting ON cut_orders (due_on, id) WHERE acknowledged_at IS NULL AND urged_at IS NULL;
  REVOKE UPDATE, DELETE, TRUNCATE ON forced_cancellations FROM icp_app;
  REVOKE DELETE, TRUNCATE ON cut_orders FROM icp_app;
`

const policies = `
  ALTER TABLE cut_orders ENABLE ROW LEVEL SECURITY;
  CREATE POLICY of_whoever_acts ON cut_orders TO icp_app USING (
    CASE (SELECT acting_role())
      WHEN 'provider' THEN provider_id = (SELECT acting_provider())
      WHEN 'reviewer' THEN province = (SELECT acting_province())
      WHEN 'house' THEN (SELECT acting_reaches('register'))
      ELSE false
    END);
  ALTER TABLE forced_cancellations ENABLE ROW LEVEL SECURITY;
  CREATE POLICY of_whoever_acts ON forced_cancellations TO icp_app USING (
    CASE (SELECT acting_role())
      WHEN 'owner' THEN EXISTS (SELECT FROM register_subjects s WHERE s.id = subject_id)
      WHEN 'provider' THEN EXISTS (SELECT FROM cut_orders o WHERE o.cancellation_id = forced_cancellations.id)
      WHEN 'reviewer' THEN province = (SELECT acting_province())
      WHEN 'house' THEN (SELECT acting_reaches('register'))
      ELSE false
    END);
`

/** A filing whose record falls ends wherever it stands, also while persons are asked to confirm it. */
const without = `('awaiting-confirmation', 'withdrawn')`
const withRecord = `('awaiting-confirmation', 'withdrawn'), ('awaiting-confirmation', 'refused')`

/** Changes one line of the guard of filings and leaves the rest as it stands. */
async function replaceInGuard(db: QueryRunner, from: string, to: string): Promise<void> {
  const [{ source }] = (await db.query(`SELECT pg_get_functiondef('keep_finished_filing'::regproc) AS source`)) as [{ source: string }]
  if (!source.includes(from)) throw new Error(`the guard of filings does not say ${from}`)
  await db.query(source.replace(from, to))
}
