import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Certificates as issued. A row is written once, in the transaction of the approval. After that two things may happen to it, once each: its paper is
 * drawn, and it ends (replaced or cancelled). The database refuses every other change.
 */
export class CreateCertificates implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE certificates (
        id uuid PRIMARY KEY,
        subject_id uuid NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        code text NOT NULL UNIQUE,
        owner_account_id uuid NOT NULL,
        province text NOT NULL,
        subject_number text NOT NULL,
        subject_name text NOT NULL,
        services integer NOT NULL CHECK (services > 0),
        payload jsonb NOT NULL,
        signature bytea NOT NULL,
        signer bytea NOT NULL,
        issued_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'current' CHECK (state IN ('current', 'replaced', 'cancelled')),
        ended_at timestamptz,
        replaced_by uuid REFERENCES certificates (id) DEFERRABLE INITIALLY DEFERRED,
        pdf bytea,
        sha256 text,
        UNIQUE (subject_id, version),
        CHECK ((state = 'current') = (ended_at IS NULL)),
        CHECK ((state = 'replaced') = (replaced_by IS NOT NULL)),
        CHECK ((pdf IS NULL) = (sha256 IS NULL))
      )`)
    await runner.query(`CREATE UNIQUE INDEX certificates_one_current_per_subject ON certificates (subject_id) WHERE state = 'current'`)
    await runner.query('CREATE INDEX certificates_of_province ON certificates (province, issued_at DESC, id)')
    await runner.query(`COMMENT ON COLUMN certificates.signature IS 'ECDSA P-256 with SHA-256 over the canonical JSON of the payload, r and s'`)
    await runner.query(`COMMENT ON COLUMN certificates.signer IS 'X.509 certificate (DER) of the signer'`)
    // The paper is compressed already; storing it apart and as it is spares PostgreSQL the attempt.
    await runner.query('ALTER TABLE certificates ALTER COLUMN pdf SET STORAGE EXTERNAL')
    await runner.query(`
      CREATE FUNCTION keep_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF
          (NEW.id, NEW.subject_id, NEW.version, NEW.code, NEW.owner_account_id, NEW.province, NEW.subject_number,
           NEW.subject_name, NEW.services, NEW.payload, NEW.signature, NEW.signer, NEW.issued_at)
          IS DISTINCT FROM
          (OLD.id, OLD.subject_id, OLD.version, OLD.code, OLD.owner_account_id, OLD.province, OLD.subject_number,
           OLD.subject_name, OLD.services, OLD.payload, OLD.signature, OLD.signer, OLD.issued_at) THEN
          RAISE EXCEPTION 'certificate %: what was issued never changes', OLD.code USING ERRCODE = 'IC004';
        END IF;
        IF OLD.pdf IS NOT NULL AND (NEW.pdf, NEW.sha256) IS DISTINCT FROM (OLD.pdf, OLD.sha256) THEN
          RAISE EXCEPTION 'certificate %: its paper was drawn already', OLD.code USING ERRCODE = 'IC004';
        END IF;
        IF OLD.state <> 'current' AND (NEW.state, NEW.ended_at, NEW.replaced_by) IS DISTINCT FROM (OLD.state, OLD.ended_at, OLD.replaced_by) THEN
          RAISE EXCEPTION 'certificate %: it has ended', OLD.code USING ERRCODE = 'IC004';
        END IF;
        RETURN NEW;
      END $$`)
    await runner.query('CREATE TRIGGER keep_certificate BEFORE UPDATE ON certificates FOR EACH ROW EXECUTE FUNCTION keep_certificate()')
    await runner.query(`
      CREATE FUNCTION never_remove_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'certificates: rows are never deleted' USING ERRCODE = 'IC004';
      END $$`)
    await runner.query(`
      CREATE TRIGGER never_remove_certificate BEFORE DELETE OR TRUNCATE ON certificates FOR EACH STATEMENT EXECUTE FUNCTION never_remove_certificate()`)
    await runner.query('REVOKE DELETE, TRUNCATE ON certificates FROM icp_app')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE certificates')
    await runner.query('DROP FUNCTION keep_certificate()')
    await runner.query('DROP FUNCTION never_remove_certificate()')
  }
}
