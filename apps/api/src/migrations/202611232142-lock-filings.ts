import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * "Once you click finish you can no longer modify" is the database's own rule, for the API's role as for anyone else: the content of a
 * locked filing changes only in a transaction that names an open correction request of that filing, by
 * `set_config('icp.correction_request', <id>, true)`. Also here: a status only moves along the life cycle (design.md §3), a revision is
 * never changed, and what is once in the register keeps its number.
 */
export class LockFilings implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION names_open_correction_request(filing uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (
          SELECT 1 FROM correction_requests
           WHERE id::text = current_setting('icp.correction_request', true) AND filing_id = filing AND state = 'open')
      $$`)
    await runner.query(`
      CREATE FUNCTION keep_finished_filing() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.id, NEW.kind, NEW.owner_account_id, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.kind, OLD.owner_account_id, OLD.created_at) THEN
          RAISE EXCEPTION 'filing %: identity never changes', OLD.id USING ERRCODE = 'IC001';
        END IF;
        IF OLD.status <> 'draft' AND (NEW.reference, NEW.finished_at) IS DISTINCT FROM (OLD.reference, OLD.finished_at) THEN
          RAISE EXCEPTION 'filing %: reference and time of finish never change', OLD.id USING ERRCODE = 'IC001';
        END IF;
        IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (
          ('draft', 'with-providers'),
          ('with-providers', 'awaiting-confirmation'), ('with-providers', 'in-review'), ('with-providers', 'refused'), ('with-providers', 'withdrawn'),
          ('awaiting-confirmation', 'in-review'), ('awaiting-confirmation', 'returned'), ('awaiting-confirmation', 'withdrawn'),
          ('in-review', 'approved'), ('in-review', 'returned'), ('in-review', 'refused'),
          ('returned', 'awaiting-confirmation'), ('returned', 'in-review'), ('returned', 'refused'), ('returned', 'withdrawn')
        ) THEN
          RAISE EXCEPTION 'filing %: % does not lead to %', OLD.id, OLD.status, NEW.status USING ERRCODE = 'IC002';
        END IF;
        IF NEW.status <> OLD.status AND NEW.version <= OLD.version THEN
          RAISE EXCEPTION 'filing %: a status moves with its version', OLD.id USING ERRCODE = 'IC002';
        END IF;
        IF OLD.status <> 'draft'
           AND (NEW.draft_content, NEW.revision, NEW.subject_key, NEW.subject_name, NEW.province, NEW.summary, NEW.domain_keys)
               IS DISTINCT FROM (OLD.draft_content, OLD.revision, OLD.subject_key, OLD.subject_name, OLD.province, OLD.summary, OLD.domain_keys)
           AND NOT (OLD.status IN ('with-providers', 'returned') AND names_open_correction_request(OLD.id)) THEN
          RAISE EXCEPTION 'filing %: locked since it was finished', OLD.id USING ERRCODE = 'IC001';
        END IF;
        RETURN NEW;
      END $$`)
    await runner.query('CREATE TRIGGER keep_finished_filing BEFORE UPDATE ON filings FOR EACH ROW EXECUTE FUNCTION keep_finished_filing()')
    await runner.query(`
      CREATE FUNCTION keep_filing_row() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'draft' THEN RAISE EXCEPTION 'filing %: locked since it was finished', OLD.id USING ERRCODE = 'IC001'; END IF;
        RETURN OLD;
      END $$`)
    await runner.query('CREATE TRIGGER keep_filing_row BEFORE DELETE ON filings FOR EACH ROW EXECUTE FUNCTION keep_filing_row()')
    await runner.query(`
      CREATE FUNCTION guard_filing_revision() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE held record;
      BEGIN
        SELECT status, revision INTO held FROM filings WHERE id = NEW.filing_id;
        IF NEW.number <> held.revision + 1 THEN
          RAISE EXCEPTION 'filing %: revision % does not follow %', NEW.filing_id, NEW.number, held.revision USING ERRCODE = 'IC001';
        END IF;
        IF held.status = 'draft' AND NEW.cause = 'finish' THEN RETURN NEW; END IF;
        IF held.status IN ('with-providers', 'returned') AND NEW.cause = 'correct' AND names_open_correction_request(NEW.filing_id) THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'filing %: locked since it was finished', NEW.filing_id USING ERRCODE = 'IC001';
      END $$`)
    await runner.query('CREATE TRIGGER guard_filing_revision BEFORE INSERT ON filing_revisions FOR EACH ROW EXECUTE FUNCTION guard_filing_revision()')
    await runner.query(`
      CREATE FUNCTION never_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '%: rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'IC001';
      END $$`)
    for (const table of ['filing_revisions', 'corrections', 'review_decisions']) {
      await runner.query(`CREATE TRIGGER never_rewrite BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite()`)
    }
    await runner.query('CREATE TRIGGER never_rewrite BEFORE UPDATE OR TRUNCATE ON filing_events FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite()')
    // Events go only with the draft that they are about; by then its row is gone.
    await runner.query(`
      CREATE FUNCTION keep_filing_event() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM filings WHERE id = OLD.filing_id) THEN
          RAISE EXCEPTION 'filing_events: rows are never changed or deleted' USING ERRCODE = 'IC001';
        END IF;
        RETURN OLD;
      END $$`)
    await runner.query('CREATE TRIGGER keep_filing_event BEFORE DELETE ON filing_events FOR EACH ROW EXECUTE FUNCTION keep_filing_event()')
    await runner.query(`
      CREATE FUNCTION keep_correction_request() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.id, NEW.filing_id, NEW.opened_by, NEW.opened_by_account_id, NEW.provider_id, NEW.fields, NEW.reason, NEW.opened_at)
             IS DISTINCT FROM (OLD.id, OLD.filing_id, OLD.opened_by, OLD.opened_by_account_id, OLD.provider_id, OLD.fields, OLD.reason, OLD.opened_at)
           OR (OLD.state <> 'open' AND NEW.state <> OLD.state) THEN
          RAISE EXCEPTION 'correction request %: what was asked never changes, and an answered one stays answered', OLD.id USING ERRCODE = 'IC001';
        END IF;
        RETURN NEW;
      END $$`)
    await runner.query('CREATE TRIGGER keep_correction_request BEFORE UPDATE ON correction_requests FOR EACH ROW EXECUTE FUNCTION keep_correction_request()')
    await runner.query(`
      CREATE FUNCTION keep_register_number() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'register: % stays, so that its number is never used again', OLD.number USING ERRCODE = 'IC003'; END IF;
        IF NEW.number <> OLD.number OR NEW.id <> OLD.id OR (OLD.state = 'cancelled' AND NEW.state <> 'cancelled') THEN
          RAISE EXCEPTION 'register: % keeps its number and stays cancelled', OLD.number USING ERRCODE = 'IC003';
        END IF;
        RETURN NEW;
      END $$`)
    for (const table of ['register_subjects', 'register_services']) {
      await runner.query(`CREATE TRIGGER keep_register_number BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION keep_register_number()`)
    }
    await this.grant(runner)
  }

  /** What the API's role may do to history: add to it and read it. */
  private async grant(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE UPDATE, DELETE, TRUNCATE ON filing_revisions, corrections, review_decisions FROM icp_app')
    await runner.query('REVOKE UPDATE, TRUNCATE ON filing_events FROM icp_app')
    await runner.query('REVOKE DELETE, TRUNCATE ON correction_requests, register_subjects, register_services, number_counters, reference_counters FROM icp_app')
    await runner.query('GRANT SELECT ON public_records TO icp_reader')
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['register_subjects', 'register_services']) await runner.query(`DROP TRIGGER keep_register_number ON ${table}`)
    await runner.query('DROP TRIGGER keep_correction_request ON correction_requests')
    await runner.query('DROP TRIGGER keep_filing_event ON filing_events')
    for (const table of ['filing_revisions', 'corrections', 'review_decisions', 'filing_events']) await runner.query(`DROP TRIGGER never_rewrite ON ${table}`)
    await runner.query('DROP TRIGGER guard_filing_revision ON filing_revisions')
    await runner.query('DROP TRIGGER keep_filing_row ON filings')
    await runner.query('DROP TRIGGER keep_finished_filing ON filings')
    for (const name of [
      'keep_register_number', 'keep_correction_request', 'keep_filing_event', 'never_rewrite', 'guard_filing_revision', 'keep_filing_row', 'keep_finished_filing',
    ]) await runner.query(`DROP FUNCTION ${name}()`)
    await runner.query('DROP FUNCTION names_open_correction_request(uuid)')
  }
}
