import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What is in force. Only approval, and an administration acting by name, writes here; cancelled rows stay, so that no number comes back. */
export class CreateRegister implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE register_subjects (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        certificate_key text NOT NULL,
        name text NOT NULL,
        nature text NOT NULL,
        province text NOT NULL,
        owner_account_id uuid NOT NULL,
        content jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('in-force', 'cancelled')),
        last_service_index integer NOT NULL,
        approved_at timestamptz NOT NULL,
        cancelled_at timestamptz,
        CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL))
      )`)
    await runner.query(`
      CREATE UNIQUE INDEX register_one_subject_per_certificate ON register_subjects (certificate_key) WHERE state = 'in-force'`)
    await runner.query('CREATE INDEX register_subjects_of_owner ON register_subjects (owner_account_id)')
    await runner.query(`
      CREATE TABLE register_services (
        id uuid PRIMARY KEY,
        subject_id uuid NOT NULL REFERENCES register_subjects (id),
        number text NOT NULL UNIQUE,
        service_index integer NOT NULL CHECK (service_index > 0),
        type text NOT NULL,
        name text NOT NULL,
        domain text NOT NULL,
        domain_key text NOT NULL,
        content jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('in-force', 'cancelled')),
        approved_at timestamptz NOT NULL,
        cancelled_at timestamptz,
        UNIQUE (subject_id, service_index),
        CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL))
      )`)
    // N633: since 2019-04-22 a domain belongs to one service. An application without a domain has an empty key.
    await runner.query(`
      CREATE UNIQUE INDEX register_one_service_per_domain ON register_services (domain_key) WHERE state = 'in-force' AND domain_key <> ''`)
    await runner.query(`
      CREATE TABLE register_accesses (
        id uuid PRIMARY KEY,
        service_id uuid NOT NULL REFERENCES register_services (id),
        position integer NOT NULL,
        provider_id uuid NOT NULL,
        provider_name text NOT NULL,
        modes text[] NOT NULL,
        places text[] NOT NULL,
        ip_ranges jsonb NOT NULL
      )`)
    await runner.query('CREATE INDEX register_accesses_of_service ON register_accesses (service_id, position)')
    await runner.query(`
      CREATE TABLE number_counters (province text NOT NULL, year integer NOT NULL, last integer NOT NULL, PRIMARY KEY (province, year))`)
    // All that an outsider may know of the register; look-ups read this and nothing else of it.
    await runner.query(`
      CREATE VIEW public_records AS
        SELECT service.number AS service_number, subject.number AS subject_number, subject.name AS subject_name, subject.nature,
               service.name AS service_name, service.type AS service_type, service.domain, service.domain_key,
               CASE WHEN service.content ->> 'preApprovalAnswer' = 'some'
                    THEN ARRAY(SELECT item ->> 'item' FROM jsonb_array_elements(service.content -> 'preApprovals') AS item)
                    ELSE ARRAY[]::text[] END AS pre_approvals,
               service.approved_at, service.state, service.cancelled_at, service.id AS service_id, subject.id AS subject_id
          FROM register_services AS service JOIN register_subjects AS subject ON subject.id = service.subject_id`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW public_records')
    for (const table of ['number_counters', 'register_accesses', 'register_services', 'register_subjects']) await runner.query(`DROP TABLE ${table}`)
  }
}
