import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Pictures that were replaced or taken away after their filing had been handed in: they stay, so that whoever decided on one, or sent it, can look at it again. Only a picture
 * that is there becomes an earlier one, by whom the papers are open to, and none goes from a filing that was handed in without becoming one. Of a draft they are gone.
 */
export class EarlierPapers implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(table)
    await db.query(guardEarlier)
    await db.query(guardPaper(`
    IF TG_OP = 'DELETE' AND held <> 'draft' AND NOT EXISTS (SELECT FROM earlier_papers WHERE id = OLD.id) THEN
      RAISE EXCEPTION 'filing %: a picture that was handed in is kept', OLD.filing_id USING ERRCODE = 'IC001';
    END IF;`))
    await db.query(policies)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(guardPaper(''))
    await db.query('DROP TABLE earlier_papers; DROP FUNCTION guard_earlier_paper()')
  }
}

const table = `
  CREATE TABLE earlier_papers (
    id uuid PRIMARY KEY,
    filing_id uuid NOT NULL REFERENCES filings (id),
    purpose text NOT NULL,
    about text NOT NULL,
    provider_id uuid,
    position integer NOT NULL,
    format text NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    size integer NOT NULL,
    digest text NOT NULL,
    at timestamptz NOT NULL,
    by_account_id uuid NOT NULL,
    by_role text NOT NULL,
    by_name text NOT NULL,
    reason text,
    bytes text NOT NULL,
    gone_at timestamptz NOT NULL,
    gone_by_account_id uuid NOT NULL,
    gone_by_role text NOT NULL CHECK (gone_by_role IN ('owner', 'provider')),
    gone_by_name text NOT NULL,
    gone_reason text,
    replaced_by uuid
  );
  CREATE INDEX earlier_papers_of_filing ON earlier_papers (filing_id, gone_at);
  ALTER TABLE earlier_papers ALTER COLUMN bytes SET STORAGE EXTERNAL;
  REVOKE UPDATE, DELETE, TRUNCATE ON earlier_papers FROM icp_app;
`

const guardEarlier = `
  CREATE FUNCTION guard_earlier_paper() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM filing_papers p WHERE p.id = NEW.id AND p.filing_id = NEW.filing_id AND p.purpose = NEW.purpose AND p.about = NEW.about
                     AND p.provider_id IS NOT DISTINCT FROM NEW.provider_id AND p.digest = NEW.digest AND p.at = NEW.at AND p.by_account_id = NEW.by_account_id) THEN
      RAISE EXCEPTION 'earlier_papers: only a picture that is there becomes an earlier one' USING ERRCODE = 'IC001';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER guard_earlier_paper BEFORE INSERT ON earlier_papers FOR EACH ROW EXECUTE FUNCTION guard_earlier_paper();
  CREATE TRIGGER never_rewrite BEFORE UPDATE OR DELETE OR TRUNCATE ON earlier_papers FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
  CREATE TRIGGER only_resealed BEFORE UPDATE ON earlier_papers FOR EACH ROW EXECUTE FUNCTION only_resealed('bytes');
`

const guardPaper = (kept: string) => `
  CREATE OR REPLACE FUNCTION guard_filing_paper() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    paper filing_papers := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    held text;
  BEGIN
    SELECT status INTO held FROM filings WHERE id = paper.filing_id;
    IF TG_OP = 'DELETE' AND NOT FOUND THEN RETURN OLD; END IF;${kept}
    IF (acting_role() = 'owner' AND paper.provider_id IS NULL AND held IN ('draft', 'returned'))
       OR (acting_role() = 'provider' AND (paper.provider_id IS NULL OR paper.provider_id = acting_provider()) AND held IN ('with-providers', 'returned')
           AND EXISTS (SELECT FROM filing_passes WHERE filing_id = paper.filing_id AND provider_id = acting_provider() AND state = 'waiting')) THEN
      RETURN paper;
    END IF;
    RAISE EXCEPTION 'filing %: its papers are locked', paper.filing_id USING ERRCODE = 'IC001';
  END $$;
`

const policies = `
  ALTER TABLE earlier_papers ENABLE ROW LEVEL SECURITY;
  CREATE POLICY of_whoever_acts ON earlier_papers TO icp_app USING (
    EXISTS (SELECT FROM filings f WHERE f.id = filing_id AND (f.owner_account_id = (SELECT acting_account()) OR (SELECT acting_role()) IN ('provider', 'reviewer', 'house')))
    AND (provider_id IS NULL OR (SELECT acting_role()) <> 'provider' OR provider_id = (SELECT acting_provider())));
`
