import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A provider sees its own accesses and its own addresses, and of those of other providers no row (docs/decisions/0065). What a step has to judge by them it asks
 * of functions of the tables' owner: whether an access is the last one, what the whole record is that a filing is held against, and that claims of a filing go.
 */
export class NetworksOfOthers implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER POLICY of_whoever_acts ON register_accesses USING (
        CASE (SELECT acting_role()) WHEN 'provider' THEN provider_id = (SELECT acting_provider()) ELSE ${ofVisibleService} END);

      CREATE FUNCTION access_is_last(access uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT count(*) = 1 FROM register_accesses own JOIN register_accesses one ON one.service_id = own.service_id
         WHERE own.id = access AND own.provider_id = acting_provider()
      $$;

      CREATE FUNCTION accesses_to_judge_by(subject uuid) RETURNS SETOF register_accesses LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT a.* FROM register_accesses a JOIN register_services s ON s.id = a.service_id
         WHERE s.subject_id = subject AND acting_role() = 'provider' AND provider_serves_subject(subject)
      $$;

      ALTER POLICY of_whoever_acts ON conflict_keys USING (
        CASE WHEN kind = 'address' AND (SELECT acting_role()) = 'provider' AND provider_id IS DISTINCT FROM (SELECT acting_provider()) THEN false ELSE ${ofVisibleClaimant} END);
      CREATE POLICY claimed_for_others ON conflict_keys FOR INSERT TO icp_app WITH CHECK (EXISTS (SELECT FROM filings f WHERE f.id = filing_id));

      CREATE FUNCTION forget_addresses_of_others(filing uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
        DELETE FROM conflict_keys k WHERE k.filing_id = filing AND k.kind = 'address' AND acting_role() = 'provider' AND filing_names_provider(filing)
      $$
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION forget_addresses_of_others(uuid);
      DROP POLICY claimed_for_others ON conflict_keys;
      ALTER POLICY of_whoever_acts ON conflict_keys USING (${ofVisibleClaimant});
      DROP FUNCTION accesses_to_judge_by(uuid);
      DROP FUNCTION access_is_last(uuid);
      ALTER POLICY of_whoever_acts ON register_accesses USING (${ofVisibleService})
    `)
  }
}

const ofVisibleService = `EXISTS (SELECT FROM register_services s WHERE s.id = service_id)`
const ofVisibleClaimant = `
  CASE WHEN filing_id IS NULL THEN EXISTS (SELECT FROM register_subjects s WHERE s.id = subject_id) ELSE EXISTS (SELECT FROM filings f WHERE f.id = filing_id) END`
