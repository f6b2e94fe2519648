import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What the acting provider serves, for its list (docs/decisions/0065). The view reads the tables as their owner and asks once whose accesses it shows; through
 * the policies each row asks twice whether the provider serves the subject, which for an own access is known. Nobody but a provider sees a row of it. No
 * fingerprint stands in it: a new index key puts other columns in the place of those, which a view would hold fast.
 */
export class ListWhatIsServed implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE VIEW served_accesses WITH (security_barrier) AS
        SELECT a.id, a.provider_id, a.ip_ranges, s.number AS service_number, s.name AS service_name, s.type AS service_type, s.domain, s.approved_at,
               b.id AS subject_id, b.number AS subject_number, b.name AS subject_name
          FROM register_accesses a JOIN register_services s ON s.id = a.service_id JOIN register_subjects b ON b.id = s.subject_id
         WHERE a.provider_id = (SELECT acting_provider()) AND (SELECT acting_role()) = 'provider' AND s.state = 'in-force';
      REVOKE ALL ON served_accesses FROM icp_app;
      GRANT SELECT ON served_accesses TO icp_app`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP VIEW served_accesses')
  }
}
