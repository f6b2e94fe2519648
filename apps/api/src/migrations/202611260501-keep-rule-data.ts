import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What operators change of the data that rules decide by. A draft may be edited and discarded; what is published stays as it is for ever, under a number that
 * counts up without a gap, so that whoever knows one number can ask for all that came after it.
 */
export class KeepRuleData implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE rule_changes (
        id uuid PRIMARY KEY,
        key text NOT NULL,
        entry jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'published')),
        version integer NOT NULL CHECK (version > 0),
        number integer UNIQUE CHECK (number > 0),
        drafted_by text NOT NULL,
        drafted_at timestamptz NOT NULL,
        published_by text,
        published_at timestamptz,
        CHECK ((state = 'published') = (number IS NOT NULL) AND (number IS NULL) = (published_by IS NULL) AND (number IS NULL) = (published_at IS NULL))
      );
      CREATE UNIQUE INDEX rule_changes_one_draft ON rule_changes (key) WHERE state = 'draft';
      CREATE FUNCTION keep_published_rule() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'INSERT' AND OLD.state = 'published' THEN
          RAISE EXCEPTION 'rule change %: what was published stays as it is', OLD.id USING ERRCODE = 'IC001';
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        IF NEW.state = 'published' THEN
          IF NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM rule_changes) THEN
            RAISE EXCEPTION 'rule change %: number % does not follow', NEW.id, NEW.number USING ERRCODE = 'IC001';
          END IF;
          IF TG_OP = 'UPDATE' AND (NEW.id, NEW.key, NEW.entry) IS DISTINCT FROM (OLD.id, OLD.key, OLD.entry) THEN
            RAISE EXCEPTION 'rule change %: what is published is the draft that was there', NEW.id USING ERRCODE = 'IC001';
          END IF;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_published_rule BEFORE INSERT OR UPDATE OR DELETE ON rule_changes FOR EACH ROW EXECUTE FUNCTION keep_published_rule();
      REVOKE TRUNCATE ON rule_changes FROM icp_app;
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE rule_changes; DROP FUNCTION keep_published_rule()')
  }
}
