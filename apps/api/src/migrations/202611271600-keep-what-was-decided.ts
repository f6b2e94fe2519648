import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What a filing was decided by stays as it was: the consent of a person once it is given or its link closed, the passes of a filing that has ended, and its result; so do the owner of a
 * record in the register and the end of an account. The API's role may write no other column of consents and passes than what an answer changes.
 */
export class KeepWhatWasDecided implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(grants)
    await db.query(consents)
    await db.query(passes)
    await db.query(stays('filings', 'result', 'keep_filing_result', `OLD.result IS NOT NULL OR NEW.status <> 'approved'`))
    await db.query(stays('register_subjects', 'owner_account_id', 'keep_register_owner', 'true'))
    await db.query(stays('accounts', 'closed_at', 'keep_account_closed', 'OLD.closed_at IS NOT NULL'))
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER keep_account_closed ON accounts; DROP TRIGGER keep_register_owner ON register_subjects; DROP TRIGGER keep_filing_result ON filings;
      DROP TRIGGER keep_pass ON filing_passes; DROP TRIGGER keep_consent ON confirmations;
      DROP FUNCTION keep_account_closed(); DROP FUNCTION keep_register_owner(); DROP FUNCTION keep_filing_result(); DROP FUNCTION keep_pass(); DROP FUNCTION keep_consent();
      GRANT INSERT, SELECT, UPDATE, DELETE ON confirmations, filing_passes TO icp_app;
    `)
  }
}

const grants = `
  REVOKE UPDATE, DELETE, TRUNCATE ON confirmations, filing_passes FROM icp_app;
  GRANT UPDATE (state, wrong_tries, resends, secret, code_key, confirmed_at, closed_at) ON confirmations TO icp_app;
  GRANT UPDATE (state, at, by_account_id, remark) ON filing_passes TO icp_app;
`

/** Sealed texts and fingerprints are made anew when keys are; by the API's role they cannot be written (the grants above). */
export const consents = `
  CREATE FUNCTION keep_consent() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE sealed text[] := ARRAY['name', 'mobile', 'mail', 'secret', 'mobile_key', 'last_six_key', 'token_key', 'code_key'];
  BEGIN
    IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'confirmation %: a consent is never removed', OLD.id USING ERRCODE = 'IC001'; END IF;
    IF OLD.closed_at IS NOT NULL AND to_jsonb(NEW) - sealed IS DISTINCT FROM to_jsonb(OLD) - sealed THEN
      RAISE EXCEPTION 'confirmation %: closed', OLD.id USING ERRCODE = 'IC001';
    END IF;
    IF OLD.state = 'confirmed' AND (NEW.state, NEW.confirmed_at) IS DISTINCT FROM (OLD.state, OLD.confirmed_at) THEN
      RAISE EXCEPTION 'confirmation %: who has consented stays so', OLD.id USING ERRCODE = 'IC002';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER keep_consent BEFORE UPDATE OR DELETE ON confirmations FOR EACH ROW EXECUTE FUNCTION keep_consent();
`

export const passes = `
  CREATE FUNCTION keep_pass() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    pass filing_passes := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    held text;
  BEGIN
    SELECT status INTO held FROM filings WHERE id = pass.filing_id;
    IF NOT FOUND OR held NOT IN ('approved', 'refused', 'withdrawn') THEN RETURN pass; END IF;
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'remark' = to_jsonb(OLD) - 'remark' AND is_resealing(TG_RELID) THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'filing %: its passes stay as they were when it ended', pass.filing_id USING ERRCODE = 'IC001';
  END $$;
  CREATE TRIGGER keep_pass BEFORE INSERT OR UPDATE OR DELETE ON filing_passes FOR EACH ROW EXECUTE FUNCTION keep_pass();
`

/** `column` of `table` does not change where `from` holds of the row before. */
const stays = (table: string, column: string, name: string, from: string) => `
  CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.${column} IS DISTINCT FROM OLD.${column} AND (${from}) THEN
      RAISE EXCEPTION '${table} %: ${column} stays as it is', OLD.id USING ERRCODE = 'IC001';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER ${name} BEFORE UPDATE OF ${column} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${name}();
`
