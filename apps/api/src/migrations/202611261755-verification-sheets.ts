import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What a provider answered, line by line, before it passed a filing. Added to and read, never changed. A provider sees its own sheets, the administration those of
 * all; owners and responsible persons see none, since reasons may speak of others.
 */
export class VerificationSheets implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE verification_sheets (
        id uuid PRIMARY KEY,
        number bigint GENERATED ALWAYS AS IDENTITY,
        filing_id uuid NOT NULL,
        provider_id uuid NOT NULL,
        provider_name text NOT NULL,
        revision integer NOT NULL,
        by_account_id uuid NOT NULL,
        by_name text NOT NULL,
        at timestamptz NOT NULL,
        lines text NOT NULL,
        FOREIGN KEY (filing_id, provider_id) REFERENCES filing_passes (filing_id, provider_id),
        FOREIGN KEY (filing_id, revision) REFERENCES filing_revisions (filing_id, number)
      );
      CREATE INDEX verification_sheets_of_filing ON verification_sheets (filing_id, number);
      CREATE TRIGGER never_rewrite BEFORE UPDATE OR DELETE OR TRUNCATE ON verification_sheets FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
      CREATE TRIGGER only_resealed BEFORE UPDATE ON verification_sheets FOR EACH ROW EXECUTE FUNCTION only_resealed('lines');
      REVOKE UPDATE, DELETE, TRUNCATE ON verification_sheets FROM icp_app;
      ALTER TABLE verification_sheets ENABLE ROW LEVEL SECURITY;
      CREATE POLICY of_whoever_acts ON verification_sheets TO icp_app USING (
        EXISTS (SELECT FROM filings f WHERE f.id = filing_id) AND CASE (SELECT acting_role())
          WHEN 'provider' THEN provider_id = (SELECT acting_provider())
          WHEN 'reviewer' THEN true
          WHEN 'house' THEN true
          ELSE false
        END);
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE verification_sheets')
  }
}
