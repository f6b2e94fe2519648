import type { MigrationInterface, QueryRunner } from 'typeorm'

const guard = (passed: string) => `
  CREATE OR REPLACE FUNCTION guard_filing_paper() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    paper filing_papers := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    held text;
  BEGIN
    SELECT status INTO held FROM filings WHERE id = paper.filing_id;
    IF TG_OP = 'DELETE' AND NOT FOUND THEN RETURN OLD; END IF;
    IF (acting_role() = 'owner' AND paper.provider_id IS NULL AND held IN ('draft', 'returned'))
       OR (acting_role() = 'provider' AND (paper.provider_id IS NULL OR paper.provider_id = acting_provider()) AND held IN ('with-providers', 'returned')${passed}) THEN
      RETURN paper;
    END IF;
    RAISE EXCEPTION 'filing %: its papers are locked', paper.filing_id USING ERRCODE = 'IC001';
  END $$;
`

/** A provider that has passed a filing, or is not asked to, changes no paper of it: the database says so as the domain does (0067). */
export class PapersUntilThePass implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(guard(`
           AND EXISTS (SELECT FROM filing_passes WHERE filing_id = paper.filing_id AND provider_id = acting_provider() AND state = 'waiting')`))
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(guard(''))
  }
}
