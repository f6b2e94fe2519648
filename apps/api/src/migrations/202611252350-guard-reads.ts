import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Looks at masked values are seen by the owner of what was looked at, and noted by whoever sees the filing. And a provider sees the record in force of a subject
 * while a filing about it names that provider, though it serves nothing of it yet.
 */
export class GuardReads implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE personal_reads ENABLE ROW LEVEL SECURITY')
    await db.query(`CREATE POLICY of_whoever_acts ON personal_reads FOR SELECT TO icp_app
      USING (owner_account_id = (SELECT acting_account()) OR (SELECT acting_reaches('filings')))`)
    await db.query(`CREATE POLICY noted_by_readers ON personal_reads FOR INSERT TO icp_app WITH CHECK (EXISTS (SELECT FROM filings f WHERE f.id = filing_id))`)
    await db.query(serves(`
      OR EXISTS (
        SELECT FROM register_subjects r JOIN filings f ON f.subject_key = r.certificate_key JOIN filing_passes p ON p.filing_id = f.id
         WHERE r.id = subject AND p.provider_id = acting_provider() AND f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned'))`))
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(serves(''))
    await db.query('DROP POLICY of_whoever_acts ON personal_reads; DROP POLICY noted_by_readers ON personal_reads')
    await db.query('ALTER TABLE personal_reads DISABLE ROW LEVEL SECURITY')
  }
}

const serves = (or: string): string => `
  CREATE OR REPLACE FUNCTION provider_serves_subject(subject uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (
      SELECT FROM register_services s JOIN register_accesses a ON a.service_id = s.id WHERE s.subject_id = subject AND a.provider_id = acting_provider())${or}
  $$`
