import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A provider gives up an access of its own: such a filing names its applicant for ever, and goes from its beginning to the review in one step. */
export class AccessesEndedByProviders implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE filings ADD COLUMN applicant_provider_id uuid,
        ADD CONSTRAINT filings_applicant_check CHECK (applicant_provider_id IS NULL OR kind = 'cancel-access')`)
    await db.query(keepFinishedFiling(', NEW.applicant_provider_id', ', OLD.applicant_provider_id', `IF NOT (OLD.status = 'draft' AND NEW.status = 'in-review' AND OLD.applicant_provider_id IS NOT NULL) AND`))
    await db.query(`ALTER POLICY of_whoever_acts ON filings USING (${filingsOf(`(status <> 'draft' AND filing_names_provider(id)) OR applicant_provider_id = (SELECT acting_provider())`)})`)
    await db.query('CREATE INDEX register_accesses_of_provider ON register_accesses (provider_id)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX register_accesses_of_provider')
    await db.query(`ALTER POLICY of_whoever_acts ON filings USING (${filingsOf(`status <> 'draft' AND filing_names_provider(id)`)})`)
    await db.query(keepFinishedFiling('', '', 'IF'))
    await db.query('ALTER TABLE filings DROP COLUMN applicant_provider_id')
  }
}

const filingsOf = (provider: string): string => `
  CASE (SELECT acting_role())
    WHEN 'owner' THEN owner_account_id = (SELECT acting_account()) OR (status <> 'draft' AND receiving_account_id = (SELECT acting_account()))
    WHEN 'provider' THEN ${provider}
    WHEN 'reviewer' THEN status <> 'draft' AND province = (SELECT acting_province())
    WHEN 'link' THEN status <> 'draft' AND link_leads_to_filing(id)
    WHEN 'house' THEN (SELECT acting_reaches('filings'))
    ELSE false
  END`

const keepFinishedFiling = (now: string, before: string, unless: string): string => `
  CREATE OR REPLACE FUNCTION keep_finished_filing() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF (NEW.id, NEW.kind, NEW.owner_account_id, NEW.created_at${now}) IS DISTINCT FROM (OLD.id, OLD.kind, OLD.owner_account_id, OLD.created_at${before}) THEN
      RAISE EXCEPTION 'filing %: identity never changes', OLD.id USING ERRCODE = 'IC001';
    END IF;
    IF OLD.status <> 'draft' AND (NEW.reference, NEW.finished_at, NEW.receiving_account_id, NEW.receiving_key) IS DISTINCT FROM (OLD.reference, OLD.finished_at, OLD.receiving_account_id, OLD.receiving_key) THEN
      RAISE EXCEPTION 'filing %: reference and time of finish never change', OLD.id USING ERRCODE = 'IC001';
    END IF;
    ${unless} NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (
      ('draft', 'awaiting-agreement'), ('awaiting-agreement', 'with-providers'), ('awaiting-agreement', 'refused'), ('awaiting-agreement', 'withdrawn'),
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
