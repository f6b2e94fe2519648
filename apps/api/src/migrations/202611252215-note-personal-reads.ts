import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who looked at which masked value of whom, and why. Kept as long as the filing; the API can add and read. */
export class NotePersonalReads implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE personal_reads (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        reader_account_id uuid NOT NULL,
        reader_role text NOT NULL,
        provider_id uuid,
        province text,
        owner_account_id uuid NOT NULL,
        filing_id uuid NOT NULL REFERENCES filings (id),
        revision integer NOT NULL,
        path text NOT NULL,
        reason text NOT NULL,
        note text
      );
      REVOKE UPDATE, DELETE, TRUNCATE ON personal_reads FROM icp_app;
      CREATE INDEX personal_reads_of_owner ON personal_reads (owner_account_id, at DESC, id DESC);
      CREATE INDEX personal_reads_of_reader ON personal_reads (reader_account_id, at DESC, id DESC);
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE personal_reads')
  }
}
