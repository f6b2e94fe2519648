import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Which records in force are hollow, since when, and when their owner was told. A row goes when the record is filled or ends; the audit keeps what was. */
export class HollowRecords implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE hollow_records (
        id uuid PRIMARY KEY,
        subject_id uuid NOT NULL REFERENCES register_subjects (id),
        service_id uuid REFERENCES register_services (id),
        since timestamptz NOT NULL,
        told_at timestamptz,
        UNIQUE NULLS NOT DISTINCT (subject_id, service_id)
      );
      CREATE INDEX hollow_records_longest ON hollow_records (since, id);
      CREATE INDEX hollow_records_untold ON hollow_records (since, id) WHERE told_at IS NULL;
      REVOKE TRUNCATE ON hollow_records FROM icp_app;
      ALTER TABLE hollow_records ENABLE ROW LEVEL SECURITY;
      CREATE POLICY of_whoever_acts ON hollow_records TO icp_app USING (EXISTS (SELECT FROM register_subjects s WHERE s.id = subject_id));
    `)
    // What is hollow already begins now.
    await db.query(`
      INSERT INTO hollow_records (id, subject_id, service_id, since)
      SELECT gen_random_uuid(), v.subject_id, v.id, now() FROM register_services v JOIN register_subjects s ON s.id = v.subject_id AND s.state = 'in-force'
       WHERE v.state = 'in-force' AND NOT EXISTS (SELECT FROM register_accesses a WHERE a.service_id = v.id)
      UNION ALL
      SELECT gen_random_uuid(), s.id, NULL, now() FROM register_subjects s
       WHERE s.state = 'in-force' AND NOT EXISTS (SELECT FROM register_services v WHERE v.subject_id = s.id AND v.state = 'in-force')
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE hollow_records')
  }
}
