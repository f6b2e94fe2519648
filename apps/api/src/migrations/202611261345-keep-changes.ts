import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What a filing about a subject in force changed, or would have changed, kept when it ends: from an approval on the register says what the filing says, and
 * nothing differs any more. Of filings that have ended already nobody knows it.
 */
export class KeepChanges implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE filing_changes (
        filing_id uuid PRIMARY KEY REFERENCES filings (id),
        changes text NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE FUNCTION guard_filing_changes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM filings WHERE id = NEW.filing_id AND status IN ('approved', 'refused', 'withdrawn')) THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'filing %: what it changes is not settled before it has ended', NEW.filing_id USING ERRCODE = 'IC001';
      END $$;
      CREATE TRIGGER guard_filing_changes BEFORE INSERT ON filing_changes FOR EACH ROW EXECUTE FUNCTION guard_filing_changes();
      CREATE TRIGGER never_rewrite BEFORE UPDATE OR DELETE OR TRUNCATE ON filing_changes FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
      CREATE TRIGGER only_resealed BEFORE UPDATE ON filing_changes FOR EACH ROW EXECUTE FUNCTION only_resealed('changes');
      REVOKE UPDATE, DELETE, TRUNCATE ON filing_changes FROM icp_app;
      ALTER TABLE filing_changes ENABLE ROW LEVEL SECURITY;
      CREATE POLICY of_whoever_acts ON filing_changes TO icp_app USING (EXISTS (SELECT FROM filings f WHERE f.id = filing_id));
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE filing_changes; DROP FUNCTION guard_filing_changes')
  }
}
