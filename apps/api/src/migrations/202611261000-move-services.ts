import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A service moves to another subject: a kind and a status more, whom the filing asks to receive, and where a number that has ended went. What it must know of the
 * other side it asks through a function of the tables' owner, which answers what the public look-up shows, and whose account and index that is.
 */
export class MoveServices implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE filings DROP CONSTRAINT filings_kind_check, DROP CONSTRAINT filings_status_check,
        ADD CONSTRAINT filings_kind_check CHECK (kind IN (
          'new-subject', 'new-service', 'new-access', 'change', 'migrate-service', 'cancel-access', 'cancel-service', 'cancel-subject')),
        ADD CONSTRAINT filings_status_check CHECK (status IN (
          'draft', 'awaiting-agreement', 'with-providers', 'awaiting-confirmation', 'in-review', 'returned', 'approved', 'refused', 'withdrawn')),
        ADD COLUMN receiving_account_id uuid, ADD COLUMN receiving_key text,
        ADD CONSTRAINT filings_receiving_check CHECK (
          (receiving_account_id IS NULL) = (receiving_key IS NULL) AND (receiving_key IS NULL OR (kind = 'migrate-service' AND status <> 'draft'))),
        ADD CONSTRAINT filings_agreement_check CHECK (status <> 'awaiting-agreement' OR kind = 'migrate-service')`)
    await db.query('DROP INDEX filings_one_open_per_subject')
    await db.query(`CREATE UNIQUE INDEX filings_one_open_per_subject ON filings (subject_key)
      WHERE status IN ('awaiting-agreement', 'with-providers', 'awaiting-confirmation', 'in-review', 'returned')`)
    await db.query(`CREATE UNIQUE INDEX filings_one_received_per_subject ON filings (receiving_key)
      WHERE status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned')`)
    await db.query('CREATE INDEX filings_of_receiver ON filings (receiving_account_id, status_since DESC, id) WHERE receiving_account_id IS NOT NULL')
    await db.query(keepFinishedFiling(
      `(NEW.reference, NEW.finished_at, NEW.receiving_account_id, NEW.receiving_key) IS DISTINCT FROM (OLD.reference, OLD.finished_at, OLD.receiving_account_id, OLD.receiving_key)`,
      `('draft', 'awaiting-agreement'), ('awaiting-agreement', 'with-providers'), ('awaiting-agreement', 'refused'), ('awaiting-agreement', 'withdrawn'),`,
    ))
    await db.query(`
      ALTER TABLE register_services ADD COLUMN moved_to text REFERENCES register_services (number) DEFERRABLE INITIALLY DEFERRED,
        ADD CONSTRAINT register_services_moved_check CHECK (moved_to IS NULL OR state = 'cancelled')`)
    await db.query(publicRecords(', service.moved_to'))
    await db.query(movingStanding)
    await db.query(nationwide(
      `(f.subject_key = key AND f.status = 'awaiting-agreement') OR ((f.subject_key = key OR f.receiving_key = key) AND f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned'))`,
    ))
    await db.query(servesSubject('(r.certificate_key = f.subject_key OR r.certificate_key = f.receiving_key)'))
    await db.query(`ALTER POLICY of_whoever_acts ON filings USING (${filingsOf("owner_account_id = (SELECT acting_account()) OR (status <> 'draft' AND receiving_account_id = (SELECT acting_account()))")})`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER POLICY of_whoever_acts ON filings USING (${filingsOf('owner_account_id = (SELECT acting_account())')})`)
    await db.query(servesSubject('r.certificate_key = f.subject_key'))
    await db.query(nationwide(`f.subject_key = key AND f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned')`))
    await db.query('DROP FUNCTION migration_standing(text, text, text)')
    await db.query('DROP VIEW public_records')
    await db.query(publicRecords(''))
    await db.query('GRANT SELECT ON public_records TO icp_reader')
    await db.query('ALTER TABLE register_services DROP COLUMN moved_to')
    await db.query(keepFinishedFiling('(NEW.reference, NEW.finished_at) IS DISTINCT FROM (OLD.reference, OLD.finished_at)', ''))
    await db.query('DROP INDEX filings_one_received_per_subject, filings_one_open_per_subject')
    await db.query(`CREATE UNIQUE INDEX filings_one_open_per_subject ON filings (subject_key)
      WHERE status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned')`)
    await db.query(`
      ALTER TABLE filings DROP CONSTRAINT filings_kind_check, DROP CONSTRAINT filings_status_check, DROP CONSTRAINT filings_agreement_check,
        DROP COLUMN receiving_account_id, DROP COLUMN receiving_key,
        ADD CONSTRAINT filings_kind_check CHECK (kind IN ('new-subject', 'new-service', 'new-access', 'change', 'cancel-access', 'cancel-service', 'cancel-subject')),
        ADD CONSTRAINT filings_status_check CHECK (status IN ('draft', 'with-providers', 'awaiting-confirmation', 'in-review', 'returned', 'approved', 'refused', 'withdrawn'))`)
  }
}

const movingStanding = `
  CREATE FUNCTION migration_standing(giving text, service text, receiving text)
  RETURNS TABLE (giving_key text, service_in_force boolean, services_in_force integer, domain_shared boolean, receiving_nature text, receiving_account uuid, receiving_key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT g.certificate_key,
           EXISTS (SELECT FROM register_services s WHERE s.subject_id = g.id AND s.number = service AND s.state = 'in-force'),
           (SELECT count(*)::integer FROM register_services s WHERE s.subject_id = g.id AND s.state = 'in-force'),
           EXISTS (
             SELECT FROM register_services s JOIN register_services other ON other.subject_id = g.id AND other.domain_key = s.domain_key AND other.id <> s.id AND other.state = 'in-force'
              WHERE s.subject_id = g.id AND s.number = service AND s.state = 'in-force' AND s.domain_key <> ''),
           r.nature, r.owner_account_id, r.certificate_key
      FROM (SELECT) one
      LEFT JOIN register_subjects g ON g.number = giving AND g.state = 'in-force'
      LEFT JOIN register_subjects r ON r.number = receiving AND r.state = 'in-force'
  $$`

const nationwide = (condition: string): string => `
  CREATE OR REPLACE FUNCTION running_filings_of_subject(key text, except_id uuid) RETURNS TABLE (kind text, status text, service_numbers text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT f.kind, f.status, CASE WHEN f.kind = 'cancel-service' THEN ARRAY (SELECT jsonb_array_elements_text(r.content -> 'serviceNumbers')) ELSE '{}' END
      FROM filings f JOIN filing_revisions r ON r.filing_id = f.id AND r.number = f.revision
     WHERE f.id IS DISTINCT FROM except_id AND (${condition})
  $$`

const servesSubject = (about: string): string => `
  CREATE OR REPLACE FUNCTION provider_serves_subject(subject uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (
      SELECT FROM register_services s JOIN register_accesses a ON a.service_id = s.id WHERE s.subject_id = subject AND a.provider_id = acting_provider())
      OR EXISTS (
        SELECT FROM register_subjects r JOIN filings f ON ${about} JOIN filing_passes p ON p.filing_id = f.id
         WHERE r.id = subject AND p.provider_id = acting_provider() AND f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned'))
  $$`

const filingsOf = (owner: string): string => `
  CASE (SELECT acting_role())
    WHEN 'owner' THEN ${owner}
    WHEN 'provider' THEN status <> 'draft' AND filing_names_provider(id)
    WHEN 'reviewer' THEN status <> 'draft' AND province = (SELECT acting_province())
    WHEN 'link' THEN status <> 'draft' AND link_leads_to_filing(id)
    WHEN 'house' THEN (SELECT acting_reaches('filings'))
    ELSE false
  END`

const publicRecords = (more: string): string => `
  CREATE OR REPLACE VIEW public_records AS
    SELECT service.number AS service_number, subject.number AS subject_number, subject.name AS subject_name, subject.nature, service.name AS service_name,
           service.type AS service_type, service.domain, service.domain_key,
           CASE WHEN service.content ->> 'preApprovalAnswer' = 'some'
                THEN ARRAY (SELECT item ->> 'item' FROM jsonb_array_elements(service.content -> 'preApprovals') item) ELSE ARRAY[]::text[] END AS pre_approvals,
           service.approved_at, service.state, service.cancelled_at, service.id AS service_id, subject.id AS subject_id, service.package_names${more}
      FROM register_services service JOIN register_subjects subject ON subject.id = service.subject_id`

const keepFinishedFiling = (fixed: string, steps: string): string => `
  CREATE OR REPLACE FUNCTION keep_finished_filing() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF (NEW.id, NEW.kind, NEW.owner_account_id, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.kind, OLD.owner_account_id, OLD.created_at) THEN
      RAISE EXCEPTION 'filing %: identity never changes', OLD.id USING ERRCODE = 'IC001';
    END IF;
    IF OLD.status <> 'draft' AND ${fixed} THEN
      RAISE EXCEPTION 'filing %: reference and time of finish never change', OLD.id USING ERRCODE = 'IC001';
    END IF;
    IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (
      ${steps}
      ('draft', 'with-providers'),
      ('with-providers', 'awaiting-confirmation'), ('with-providers', 'in-review'), ('with-providers', 'refused'), ('with-providers', 'withdrawn'),
      ('awaiting-confirmation', 'in-review'), ('awaiting-confirmation', 'returned'), ('awaiting-confirmation', 'withdrawn'),
      ('in-review', 'approved'), ('in-review', 'returned'), ('in-review', 'refused'),
      ('returned', 'awaiting-confirmation'), ('returned', 'in-review'), ('returned', 'refused'), ('returned', 'withdrawn')
    ) THEN
      RAISE EXCEPTION 'filing %: % does not lead to %', OLD.id, OLD.status, NEW.status USING ERRCODE = 'IC002';
    END IF;
    IF NEW.status <> OLD.status AND NEW.version <= OLD.version THEN
      RAISE EXCEPTION 'filing %: a status moves with its version', OLD.id USING ERRCODE = 'IC002';
    END IF;
    IF OLD.status <> 'draft'
       AND (NEW.draft_content, NEW.revision, NEW.subject_key, NEW.subject_name, NEW.province, NEW.summary, NEW.domain_keys)
           IS DISTINCT FROM (OLD.draft_content, OLD.revision, OLD.subject_key, OLD.subject_name, OLD.province, OLD.summary, OLD.domain_keys)
       AND NOT (OLD.status IN ('with-providers', 'returned') AND names_open_correction_request(OLD.id)) THEN
      RAISE EXCEPTION 'filing %: locked since it was finished', OLD.id USING ERRCODE = 'IC001';
    END IF;
    RETURN NEW;
  END $$`
