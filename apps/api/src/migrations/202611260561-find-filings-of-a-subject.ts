import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The list of hollow records asks for each subject's filings; moments are read in milliseconds, so a page that begins after one must find it written so. */
export class FindFilingsOfASubject implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX filings_of_subject ON filings (subject_key) WHERE status <> 'draft';
      UPDATE hollow_records SET since = date_trunc('milliseconds', since);
      DROP FUNCTION filed_domains(text[]);
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION filed_domains(keys text[]) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT domain_key FROM register_services WHERE domain_key = ANY (keys) AND state = 'in-force'
      $$;
      DROP INDEX filings_of_subject;
    `)
  }
}
