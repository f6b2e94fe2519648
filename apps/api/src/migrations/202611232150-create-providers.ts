import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The licensed access providers and the address blocks that they have reported as theirs. */
export class CreateProviders implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE providers (
        id uuid PRIMARY KEY,
        name text NOT NULL UNIQUE,
        name_en text NOT NULL,
        licence text NOT NULL UNIQUE,
        province text NOT NULL,
        city text NOT NULL,
        state text NOT NULL CHECK (state IN ('active', 'suspended')),
        pinyin text NOT NULL,
        initials text NOT NULL,
        search_text text NOT NULL,
        created_at timestamptz NOT NULL
      )`)
    await runner.query(`COMMENT ON COLUMN providers.search_text IS 'folded names, pinyin and initials, one to a line; keywords are folded the same way'`)
    await runner.query(`CREATE INDEX providers_in_order ON providers (name COLLATE "zh-x-icu", id) WHERE state = 'active'`)
    await runner.query(`
      CREATE TABLE provider_ip_blocks (
        provider_id uuid NOT NULL REFERENCES providers (id),
        block cidr NOT NULL,
        PRIMARY KEY (provider_id, block)
      )`)
    await runner.query('CREATE INDEX provider_ip_blocks_by_address ON provider_ip_blocks USING gist (block inet_ops)')
    await this.indexPartsOfWords(runner)
    // What once stood in a filing stays explainable: a provider is suspended, never removed.
    await runner.query('REVOKE DELETE, TRUNCATE ON providers FROM icp_app')
  }

  /** Without pg_trgm, or the right to install it, searches read the whole table: slower on very large ones, never wrong. */
  private async indexPartsOfWords(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX providers_search_text ON providers USING gin (search_text gin_trgm_ops);
      EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
        RAISE NOTICE 'pg_trgm is not available; provider searches read the whole table';
      END $$`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE provider_ip_blocks')
    await runner.query('DROP TABLE providers')
  }
}
