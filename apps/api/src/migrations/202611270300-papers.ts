import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Papers of filings. They stand outside of the content and of its revisions, and are locked like it: the owner puts and takes away while the filing is a draft or
 * came back, a provider that it names while it verifies, and each only where the place is theirs; everybody else reads at most. A draft takes its papers along.
 */
export class Papers implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(table)
    await db.query(guard)
    await db.query(policies)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE filing_papers; DROP FUNCTION guard_filing_paper()')
  }
}

const table = `
  CREATE TABLE filing_papers (
    id uuid PRIMARY KEY,
    filing_id uuid NOT NULL REFERENCES filings (id) ON DELETE CASCADE,
    purpose text NOT NULL,
    about text NOT NULL CHECK (about = 'subject' OR about LIKE 'services.%'),
    provider_id uuid,
    position integer NOT NULL CHECK (position > 0),
    format text NOT NULL CHECK (format IN ('1', '2')),
    width integer NOT NULL CHECK (width > 0),
    height integer NOT NULL CHECK (height > 0),
    size integer NOT NULL CHECK (size > 0),
    digest text NOT NULL,
    at timestamptz NOT NULL,
    by_account_id uuid NOT NULL,
    by_role text NOT NULL CHECK (by_role IN ('owner', 'provider')),
    by_name text NOT NULL,
    reason text,
    bytes text NOT NULL,
    UNIQUE NULLS NOT DISTINCT (filing_id, purpose, about, provider_id, position)
  );
  ALTER TABLE filing_papers ALTER COLUMN bytes SET STORAGE EXTERNAL;
  REVOKE UPDATE, TRUNCATE ON filing_papers FROM icp_app;
`

const guard = `
  CREATE FUNCTION guard_filing_paper() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    paper filing_papers := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    held text;
  BEGIN
    SELECT status INTO held FROM filings WHERE id = paper.filing_id;
    IF TG_OP = 'DELETE' AND NOT FOUND THEN RETURN OLD; END IF;
    IF (acting_role() = 'owner' AND paper.provider_id IS NULL AND held IN ('draft', 'returned'))
       OR (acting_role() = 'provider' AND (paper.provider_id IS NULL OR paper.provider_id = acting_provider()) AND held IN ('with-providers', 'returned')) THEN
      RETURN paper;
    END IF;
    RAISE EXCEPTION 'filing %: its papers are locked', paper.filing_id USING ERRCODE = 'IC001';
  END $$;
  CREATE TRIGGER guard_filing_paper BEFORE INSERT OR DELETE ON filing_papers FOR EACH ROW EXECUTE FUNCTION guard_filing_paper();
  CREATE TRIGGER never_rewrite BEFORE UPDATE OR TRUNCATE ON filing_papers FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
  CREATE TRIGGER only_resealed BEFORE UPDATE ON filing_papers FOR EACH ROW EXECUTE FUNCTION only_resealed('bytes');
`

const policies = `
  ALTER TABLE filing_papers ENABLE ROW LEVEL SECURITY;
  CREATE POLICY of_whoever_acts ON filing_papers TO icp_app USING (
    EXISTS (SELECT FROM filings f WHERE f.id = filing_id AND (f.owner_account_id = (SELECT acting_account()) OR (SELECT acting_role()) IN ('provider', 'reviewer', 'house')))
    AND (provider_id IS NULL OR (SELECT acting_role()) <> 'provider' OR provider_id = (SELECT acting_provider())));
`
