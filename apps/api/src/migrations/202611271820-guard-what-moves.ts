import type { MigrationInterface, QueryRunner } from 'typeorm'
import { consents, passes } from './202611271600-keep-what-was-decided.js'

/**
 * What a filing will be decided by is the database's own too, while it runs: passes, confirmations and lines of the history are written only in a transaction that moves their filing, as the
 * life cycle has it, and of one that has ended no more than that open links are closed. A filing begins as a draft. Whoever owns the tables may seal anew, as elsewhere.
 */
export class GuardWhatMoves implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('DROP TRIGGER keep_pass ON filing_passes; DROP TRIGGER keep_consent ON confirmations; DROP FUNCTION keep_pass(); DROP FUNCTION keep_consent()')
    await db.query(guardPass)
    await db.query(guardConfirmation)
    await db.query(guardEvent)
    await db.query(beginsAsDraft)
    for (const table of kept) await db.query(`CREATE TRIGGER never_rewrite BEFORE DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite()`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of kept) await db.query(`DROP TRIGGER never_rewrite ON ${table}`)
    await db.query(`
      DROP TRIGGER begins_as_draft ON filings; DROP FUNCTION begins_as_draft();
      DROP TRIGGER guard_filing_event ON filing_events; DROP FUNCTION guard_filing_event();
      DROP TRIGGER guard_confirmation ON confirmations; DROP FUNCTION guard_confirmation();
      DROP TRIGGER guard_filing_pass ON filing_passes; DROP FUNCTION guard_filing_pass();
    `)
    await db.query(consents)
    await db.query(passes)
  }
}

const kept = ['confirmations', 'filing_passes'] as const

// The filing's row is written first in every step, so a row of this transaction's says that the filing moves in it. One that is not seen is left to the row policy.
const held = `
    SELECT status, round, applicant_provider_id, xmin = pg_current_xact_id()::xid AS moved INTO held FROM filings WHERE id = NEW.filing_id;
    IF NOT FOUND THEN RETURN NEW; END IF;
    ended := held.status IN ('approved', 'refused', 'withdrawn');`

const guardPass = `
  CREATE FUNCTION guard_filing_pass() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE held record; ended boolean;
  BEGIN
    IF TG_OP = 'UPDATE' AND is_resealing(TG_RELID) AND to_jsonb(NEW) - 'remark' = to_jsonb(OLD) - 'remark' THEN RETURN NEW; END IF;${held}
    IF ended OR NOT held.moved THEN RAISE EXCEPTION 'filing %: its passes are locked', NEW.filing_id USING ERRCODE = 'IC001'; END IF;
    IF TG_OP = 'INSERT' THEN
      IF (held.status = 'with-providers' AND NEW.state = 'waiting')
         OR (held.status = 'in-review' AND NEW.state = 'passed' AND NEW.provider_id = held.applicant_provider_id) THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'filing %: nobody is asked to pass it now', NEW.filing_id USING ERRCODE = 'IC002';
    END IF;
    IF (NEW.filing_id, NEW.provider_id, NEW.provider_name, NEW.position) IS DISTINCT FROM (OLD.filing_id, OLD.provider_id, OLD.provider_name, OLD.position) THEN
      RAISE EXCEPTION 'filing %: who is asked to pass it never changes', OLD.filing_id USING ERRCODE = 'IC001';
    END IF;
    IF OLD.state = 'passed' AND NEW.state <> 'passed' AND held.status NOT IN ('with-providers', 'returned') THEN
      RAISE EXCEPTION 'filing %: a pass is not taken back while it is %', OLD.filing_id, held.status USING ERRCODE = 'IC002';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER guard_filing_pass BEFORE INSERT OR UPDATE ON filing_passes FOR EACH ROW EXECUTE FUNCTION guard_filing_pass();
`

const guardConfirmation = `
  CREATE FUNCTION guard_confirmation() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    held record;
    ended boolean;
    sealed text[] := ARRAY['name', 'mobile', 'mail', 'secret', 'mobile_key', 'last_six_key', 'token_key', 'code_key'];
    moving text[] := ARRAY['state', 'confirmed_at', 'wrong_tries', 'resends', 'code_key', 'secret', 'closed_at'];
  BEGIN
    IF TG_OP = 'UPDATE' AND is_resealing(TG_RELID) AND to_jsonb(NEW) - sealed = to_jsonb(OLD) - sealed THEN RETURN NEW; END IF;${held}
    IF NOT held.moved OR (ended AND TG_OP = 'INSERT') THEN RAISE EXCEPTION 'filing %: its confirmations are locked', NEW.filing_id USING ERRCODE = 'IC001'; END IF;
    IF TG_OP = 'INSERT' THEN
      IF held.status = 'awaiting-confirmation' AND NEW.round = held.round AND NEW.state = 'waiting' THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'filing %: nobody is asked to confirm it now', NEW.filing_id USING ERRCODE = 'IC002';
    END IF;
    IF OLD.closed_at IS NOT NULL OR to_jsonb(NEW) - moving IS DISTINCT FROM to_jsonb(OLD) - moving THEN
      RAISE EXCEPTION 'confirmation %: who was asked never changes, and a closed one stays', OLD.id USING ERRCODE = 'IC001';
    END IF;
    IF ended AND (NEW.closed_at IS NULL OR NEW.secret IS NOT NULL
                  OR to_jsonb(NEW) - ARRAY['secret', 'closed_at'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['secret', 'closed_at']) THEN
      RAISE EXCEPTION 'filing %: its confirmations are locked', OLD.filing_id USING ERRCODE = 'IC001';
    END IF;
    IF (OLD.state = 'confirmed' AND (NEW.state, NEW.confirmed_at) IS DISTINCT FROM (OLD.state, OLD.confirmed_at))
       OR (OLD.state <> 'confirmed' AND NEW.state = 'confirmed' AND held.status NOT IN ('awaiting-confirmation', 'in-review')) THEN
      RAISE EXCEPTION 'confirmation %: % does not lead to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'IC002';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER guard_confirmation BEFORE INSERT OR UPDATE ON confirmations FOR EACH ROW EXECUTE FUNCTION guard_confirmation();
`

const guardEvent = `
  CREATE FUNCTION guard_filing_event() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE held record; ended boolean;
  BEGIN${held}
    IF NOT held.moved OR NEW.status <> held.status OR (ended AND EXISTS (SELECT FROM filing_events WHERE filing_id = NEW.filing_id AND status = NEW.status)) THEN
      RAISE EXCEPTION 'filing %: its history has no such step', NEW.filing_id USING ERRCODE = 'IC001';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER guard_filing_event BEFORE INSERT ON filing_events FOR EACH ROW EXECUTE FUNCTION guard_filing_event();
`

const beginsAsDraft = `
  CREATE FUNCTION begins_as_draft() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'filing %: begins as a draft', NEW.id USING ERRCODE = 'IC002';
  END $$;
  CREATE TRIGGER begins_as_draft BEFORE INSERT ON filings FOR EACH ROW
    WHEN (NEW.status <> 'draft' OR NEW.revision <> 0 OR NEW.finished_at IS NOT NULL OR NEW.result IS NOT NULL)
    EXECUTE FUNCTION begins_as_draft();
`
