import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A domain belongs to one subject, and within it to one website: an app may share it with the site of the same subject (icp-filing.md §2.12). A program is filed
 * once. Both cross rows that the acting role may not see, so a trigger of the tables' owner keeps them; who comes second waits for the first.
 */
export class TellServicesApart implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE register_services ADD COLUMN package_names text[] NOT NULL DEFAULT '{}';
      DROP INDEX register_one_service_per_domain;
      CREATE UNIQUE INDEX register_one_website_per_domain ON register_services (domain_key) WHERE state = 'in-force' AND type = 'website' AND domain_key <> '';
      CREATE INDEX register_services_by_package ON register_services USING gin (package_names);
      CREATE INDEX register_services_by_name ON register_services (lower(name) text_pattern_ops) WHERE type <> 'website';

      CREATE FUNCTION keep_service_apart() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
      BEGIN
        IF NEW.state <> 'in-force' THEN RETURN NEW; END IF;
        PERFORM pg_advisory_xact_lock(hashtextextended(key, 13))
           FROM (SELECT DISTINCT key FROM unnest(NEW.package_names || NEW.domain_key) AS key WHERE key <> '' ORDER BY key) AS held;
        IF NEW.domain_key <> '' AND EXISTS (
          SELECT FROM register_services WHERE domain_key = NEW.domain_key AND state = 'in-force' AND subject_id <> NEW.subject_id
        ) THEN
          RAISE unique_violation USING CONSTRAINT = 'register_one_subject_per_domain', MESSAGE = 'the domain is in force for another subject';
        END IF;
        IF EXISTS (SELECT FROM register_services WHERE package_names && NEW.package_names AND state = 'in-force' AND id <> NEW.id) THEN
          RAISE unique_violation USING CONSTRAINT = 'register_one_service_per_package', MESSAGE = 'the program is in force as another service';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_service_apart BEFORE INSERT OR UPDATE OF state, subject_id, domain_key, package_names ON register_services
        FOR EACH ROW EXECUTE FUNCTION keep_service_apart();

      CREATE FUNCTION domains_in_force(keys text[], asking_subject text) RETURNS TABLE (domain_key text, type text, own boolean)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT s.domain_key, s.type, r.number = asking_subject FROM register_services s JOIN register_subjects r ON r.id = s.subject_id
         WHERE s.domain_key = ANY (keys) AND s.state = 'in-force'
      $$;
      CREATE FUNCTION packages_in_force(names text[], except_services uuid[]) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT DISTINCT held FROM register_services s, unnest(s.package_names) AS held
         WHERE s.package_names && names AND held = ANY (names) AND s.state = 'in-force' AND s.id <> ALL (except_services)
      $$;

      CREATE OR REPLACE VIEW public_records AS
        SELECT service.number AS service_number, subject.number AS subject_number, subject.name AS subject_name, subject.nature,
               service.name AS service_name, service.type AS service_type, service.domain, service.domain_key,
               CASE WHEN service.content ->> 'preApprovalAnswer' = 'some'
                    THEN ARRAY(SELECT item ->> 'item' FROM jsonb_array_elements(service.content -> 'preApprovals') AS item)
                    ELSE ARRAY[]::text[] END AS pre_approvals,
               service.approved_at, service.state, service.cancelled_at, service.id AS service_id, subject.id AS subject_id, service.package_names
          FROM register_services AS service JOIN register_subjects AS subject ON subject.id = service.subject_id;

      DO $$ BEGIN
        CREATE INDEX register_services_by_part_of_name ON register_services USING gin (lower(name) gin_trgm_ops) WHERE type <> 'website';
      EXCEPTION WHEN undefined_object THEN
        RAISE NOTICE 'pg_trgm is not available; look-ups by a part of an app''s name read the whole table';
      END $$
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP VIEW public_records;
      DROP INDEX IF EXISTS register_services_by_part_of_name;
      DROP TRIGGER keep_service_apart ON register_services;
      DROP FUNCTION keep_service_apart(), domains_in_force(text[], text), packages_in_force(text[], uuid[]);
      DROP INDEX register_services_by_name, register_services_by_package, register_one_website_per_domain;
      ALTER TABLE register_services DROP COLUMN package_names;
      CREATE UNIQUE INDEX register_one_service_per_domain ON register_services (domain_key) WHERE state = 'in-force' AND domain_key <> '';
      CREATE VIEW public_records AS
        SELECT service.number AS service_number, subject.number AS subject_number, subject.name AS subject_name, subject.nature,
               service.name AS service_name, service.type AS service_type, service.domain, service.domain_key,
               CASE WHEN service.content ->> 'preApprovalAnswer' = 'some'
                    THEN ARRAY(SELECT item ->> 'item' FROM jsonb_array_elements(service.content -> 'preApprovals') AS item)
                    ELSE ARRAY[]::text[] END AS pre_approvals,
               service.approved_at, service.state, service.cancelled_at, service.id AS service_id, subject.id AS subject_id
          FROM register_services AS service JOIN register_subjects AS subject ON subject.id = service.subject_id;
      GRANT SELECT ON public_records TO icp_reader
    `)
  }
}
