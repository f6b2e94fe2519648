import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Requests to an administration to settle a conflict that keeps a draft back. They are seen by the owner who asked and by the two provinces; whoever has what is
 * wanted is answered by `mediation_sides`, to those two provinces and nobody else.
 */
export class Mediations implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // As which version the draft was last kept back: as long as it stands like that its owner has been told of what a finish tells.
    await db.query('ALTER TABLE filings ADD COLUMN contested_version integer')
    await db.query(table)
    await db.query(functions)
    await db.query(ends)
    await db.query(policies)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER end_mediations ON filings;
      DROP TABLE mediations;
      DROP FUNCTION end_mediations(), mediation_sides(uuid), mediation_stands(uuid), province_to_ask(uuid, text), holders_of(uuid, text);
      ALTER TABLE filings DROP COLUMN contested_version;
    `)
  }
}

const table = `
  CREATE TABLE mediations (
    id uuid PRIMARY KEY,
    filing_id uuid NOT NULL REFERENCES filings (id) ON DELETE CASCADE,
    over text NOT NULL CHECK (over IN ('domain', 'subject')),
    domain text,
    rule text NOT NULL,
    path text NOT NULL,
    reason text NOT NULL,
    applicant_province text NOT NULL,
    holder_province text NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'withdrawn', 'lapsed')),
    outcome text CHECK (outcome IN ('holder-asked', 'holder-keeps', 'clearing')),
    answer text,
    holder_told boolean NOT NULL DEFAULT false,
    answered_by uuid,
    ended_at timestamptz,
    CHECK ((over = 'domain') = (domain IS NOT NULL)),
    CHECK ((state = 'open') = (ended_at IS NULL)),
    CHECK ((state = 'answered') = (outcome IS NOT NULL AND answer IS NOT NULL AND answered_by IS NOT NULL))
  );
  CREATE UNIQUE INDEX mediations_one_open ON mediations (filing_id, over, domain) NULLS NOT DISTINCT WHERE state = 'open';
  CREATE INDEX mediations_longest ON mediations (asked_at, id);
  REVOKE DELETE, TRUNCATE ON mediations FROM icp_app;
`

const functions = `
  /* Everybody else in the country who has what this filing wants: what is in force, then what is on its way, the oldest first. For the functions below alone. */
  CREATE FUNCTION holders_of(mine uuid, wanted text) RETURNS TABLE (party text, party_id uuid, number text, status text, subject_name text, province text, since timestamptz, changed_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    WITH own AS (SELECT * FROM filings WHERE id = mine)
    SELECT 'record', r.id, r.number, r.state, r.name, r.province, r.approved_at, coalesce((SELECT max(c.issued_at) FROM certificates c WHERE c.subject_id = r.id), r.approved_at)
      FROM own JOIN register_subjects r ON r.state = 'in-force' AND r.owner_account_id <> own.owner_account_id
       AND CASE WHEN wanted IS NULL THEN r.certificate_key = own.subject_key
           ELSE r.certificate_key IS DISTINCT FROM own.subject_key AND EXISTS (SELECT FROM register_services s WHERE s.subject_id = r.id AND s.domain_key = wanted AND s.state = 'in-force') END
    UNION ALL
    SELECT 'filing', f.id, f.reference, f.status, f.subject_name, f.province, f.finished_at, f.status_since
      FROM own JOIN filings f ON f.id <> own.id AND f.domain_keys @> ARRAY[wanted] AND f.subject_key IS DISTINCT FROM own.subject_key
       AND f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned') AND f.owner_account_id <> own.owner_account_id
     WHERE wanted IS NOT NULL
  $$;
  /* Which administration is to be asked; nothing of whose it is. */
  CREATE FUNCTION province_to_ask(mine uuid, wanted text) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT h.province FROM holders_of(mine, wanted) h
     WHERE EXISTS (SELECT FROM filings f WHERE f.id = mine AND f.owner_account_id = acting_account() AND f.status = 'draft') ORDER BY h.party DESC, h.since LIMIT 1
  $$;
  /* Whether somebody in the province that was asked still has it. */
  CREATE FUNCTION mediation_stands(asked uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM mediations m, holders_of(m.filing_id, m.domain) h WHERE m.id = asked AND h.province = m.holder_province)
  $$;
  /* Both sides, for a reviewer of one of the two provinces. */
  CREATE FUNCTION mediation_sides(asked uuid) RETURNS TABLE (
    applicant_name text, applicant_since timestamptz, party text, party_id uuid, number text, status text, subject_name text, province text, since timestamptz, changed_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT f.subject_name, f.created_at, h.* FROM mediations m JOIN filings f ON f.id = m.filing_id
      LEFT JOIN LATERAL (SELECT * FROM holders_of(m.filing_id, m.domain) h WHERE h.province = m.holder_province ORDER BY h.party DESC, h.since LIMIT 1) h ON true
     WHERE m.id = asked AND acting_role() = 'reviewer' AND acting_province() IN (m.applicant_province, m.holder_province)
  $$;
  REVOKE EXECUTE ON FUNCTION holders_of(uuid, text) FROM PUBLIC;
`

/**
 * A draft that is handed in, or that its owner makes about something else, has nothing to ask any more. New keys of its indexes (another role) change nothing. What
 * has changed is looked for in the function: a condition of the trigger would hold on to the columns, which a rotation of the index key takes away and makes anew.
 */
const ends = `
  CREATE FUNCTION end_mediations() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    UPDATE mediations SET state = 'lapsed', ended_at = NEW.saved_at
     WHERE filing_id = NEW.id AND state = 'open'
       AND (NEW.status <> 'draft' OR (over = 'domain' AND NOT domain = ANY (NEW.domain_keys))
         OR (over = 'subject' AND acting_role() = 'owner' AND NEW.subject_key IS DISTINCT FROM OLD.subject_key));
    RETURN NULL;
  END $$;
  CREATE TRIGGER end_mediations AFTER UPDATE ON filings FOR EACH ROW WHEN (OLD.status = 'draft') EXECUTE FUNCTION end_mediations();
`

const policies = `
  ALTER TABLE mediations ENABLE ROW LEVEL SECURITY;
  CREATE POLICY of_whoever_acts ON mediations TO icp_app USING (
    CASE (SELECT acting_role())
      WHEN 'owner' THEN asked_by = (SELECT acting_account())
      WHEN 'reviewer' THEN (SELECT acting_province()) IN (applicant_province, holder_province)
      WHEN 'house' THEN (SELECT acting_reaches('filings'))
      ELSE false
    END);
`
