import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What public look-ups search by. Cancelled records are found too, so these indexes cover all rows. */
export class IndexLookUps implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX register_services_by_domain ON register_services (domain_key) WHERE domain_key <> ''`)
    await runner.query('CREATE INDEX register_subjects_by_name ON register_subjects (lower(name) text_pattern_ops)')
    // Names that hold the words somewhere inside; without pg_trgm these look-ups read the whole table.
    await runner.query(`
      DO $$ BEGIN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX register_subjects_by_part_of_name ON register_subjects USING gin (lower(name) gin_trgm_ops);
      EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
        RAISE NOTICE 'pg_trgm is not available; look-ups by a part of a name read the whole table';
      END $$`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS register_subjects_by_part_of_name')
    await runner.query('DROP INDEX register_subjects_by_name')
    await runner.query('DROP INDEX register_services_by_domain')
  }
}
