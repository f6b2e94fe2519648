import type { MigrationInterface, QueryRunner } from 'typeorm'

const serves = `
  EXISTS (SELECT FROM register_services s JOIN register_accesses a ON a.service_id = s.id WHERE s.subject_id = subject AND a.provider_id = acting_provider())`

/** A provider that is to give a new access, or serves a new website, verifies against the record although it does not serve the subject yet. */
const verifies = `
  EXISTS (
    SELECT FROM register_subjects r JOIN filings f ON f.subject_key = r.certificate_key JOIN filing_passes p ON p.filing_id = f.id
     WHERE r.id = subject AND p.provider_id = acting_provider() AND f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned'))`

const judged = (condition: string) => `
  CREATE OR REPLACE FUNCTION provider_serves_subject(subject uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT ${condition}
  $$`

export class ShowRecordToVerifiers implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(judged(`${serves} OR ${verifies}`))
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(judged(serves))
  }
}
