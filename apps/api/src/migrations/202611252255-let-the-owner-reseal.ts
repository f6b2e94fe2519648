import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * History is sealed anew when a key is rotated, by whoever owns the tables and says so (`icp.resealing`), and nothing but ciphertext may change then. The API's
 * own role owns nothing, so for it nothing has changed: what is written stays.
 */
export class LetTheOwnerReseal implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION is_resealing(touched oid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT coalesce(current_setting('icp.resealing', true), '') = 'on' AND pg_has_role(current_user, relowner, 'MEMBER') FROM pg_class WHERE oid = touched
      $$;

      CREATE OR REPLACE FUNCTION never_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND is_resealing(TG_RELID) THEN RETURN NULL; END IF;
        RAISE EXCEPTION '%: rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'IC001';
      END $$;

      CREATE FUNCTION only_resealed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_jsonb(NEW) - TG_ARGV IS DISTINCT FROM to_jsonb(OLD) - TG_ARGV THEN
          RAISE EXCEPTION '%: only what is sealed may be sealed anew', TG_TABLE_NAME USING ERRCODE = 'IC001';
        END IF;
        RETURN NEW;
      END $$;

      CREATE TRIGGER only_resealed BEFORE UPDATE ON filing_revisions FOR EACH ROW EXECUTE FUNCTION only_resealed('content');
      CREATE TRIGGER only_resealed BEFORE UPDATE ON filing_events FOR EACH ROW EXECUTE FUNCTION only_resealed('note');
      CREATE TRIGGER only_resealed BEFORE UPDATE ON corrections FOR EACH ROW EXECUTE FUNCTION only_resealed('reason', 'changes');
      CREATE TRIGGER only_resealed BEFORE UPDATE ON review_decisions FOR EACH ROW EXECUTE FUNCTION only_resealed('opinion', 'findings');

      CREATE OR REPLACE FUNCTION keep_correction_request() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF is_resealing(TG_RELID) AND to_jsonb(NEW) - ARRAY['reason', 'answer'] = to_jsonb(OLD) - ARRAY['reason', 'answer'] THEN RETURN NEW; END IF;
        IF (NEW.id, NEW.filing_id, NEW.opened_by, NEW.opened_by_account_id, NEW.provider_id, NEW.fields, NEW.reason, NEW.opened_at)
             IS DISTINCT FROM (OLD.id, OLD.filing_id, OLD.opened_by, OLD.opened_by_account_id, OLD.provider_id, OLD.fields, OLD.reason, OLD.opened_at)
           OR (OLD.state <> 'open' AND NEW.state <> OLD.state) THEN
          RAISE EXCEPTION 'correction request %: what was asked never changes, and an answered one stays answered', OLD.id USING ERRCODE = 'IC001';
        END IF;
        RETURN NEW;
      END $$;
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION never_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '%: rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'IC001';
      END $$;
      CREATE OR REPLACE FUNCTION keep_correction_request() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.id, NEW.filing_id, NEW.opened_by, NEW.opened_by_account_id, NEW.provider_id, NEW.fields, NEW.reason, NEW.opened_at)
             IS DISTINCT FROM (OLD.id, OLD.filing_id, OLD.opened_by, OLD.opened_by_account_id, OLD.provider_id, OLD.fields, OLD.reason, OLD.opened_at)
           OR (OLD.state <> 'open' AND NEW.state <> OLD.state) THEN
          RAISE EXCEPTION 'correction request %: what was asked never changes, and an answered one stays answered', OLD.id USING ERRCODE = 'IC001';
        END IF;
        RETURN NEW;
      END $$;
      DROP TRIGGER only_resealed ON filing_revisions; DROP TRIGGER only_resealed ON filing_events;
      DROP TRIGGER only_resealed ON corrections; DROP TRIGGER only_resealed ON review_decisions;
      DROP FUNCTION only_resealed; DROP FUNCTION is_resealing
    `)
  }
}
