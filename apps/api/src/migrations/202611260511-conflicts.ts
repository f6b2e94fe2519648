import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What filings on their way and subjects in force lay claim to, as keyed indexes, so that two who want the same can be found without opening either. Only the
 * functions below look across tenants: to everybody they answer that something collides, to the reviewer of a filing's province with whom.
 */
export class Conflicts implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE conflict_keys (
        filing_id uuid REFERENCES filings (id) ON DELETE CASCADE,
        subject_id uuid REFERENCES register_subjects (id),
        subject_key text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('service-name', 'home-page', 'phone', 'address')),
        path text NOT NULL,
        key text,
        person_key text,
        provider_id uuid,
        addresses numrange,
        CHECK ((filing_id IS NULL) <> (subject_id IS NULL)),
        CHECK ((kind = 'address') = (key IS NULL)),
        CHECK ((kind = 'address') = (addresses IS NOT NULL AND provider_id IS NOT NULL))
      );
      CREATE INDEX conflict_keys_by_key ON conflict_keys (key) WHERE key IS NOT NULL;
      CREATE INDEX conflict_keys_by_address ON conflict_keys USING gist (addresses) WHERE addresses IS NOT NULL;
      CREATE INDEX conflict_keys_of_filing ON conflict_keys (filing_id) WHERE filing_id IS NOT NULL;
      CREATE INDEX conflict_keys_of_subject ON conflict_keys (subject_id) WHERE subject_id IS NOT NULL;
      CREATE INDEX register_subjects_by_certificate ON register_subjects (certificate_key);
      REVOKE UPDATE, TRUNCATE ON conflict_keys FROM icp_app;
      ALTER TABLE conflict_keys ENABLE ROW LEVEL SECURITY;
      CREATE POLICY of_whoever_acts ON conflict_keys TO icp_app USING (
        CASE WHEN filing_id IS NULL THEN EXISTS (SELECT FROM register_subjects s WHERE s.id = subject_id) ELSE EXISTS (SELECT FROM filings f WHERE f.id = filing_id) END);
    `)
    // A finish that another's claim has kept back: which domains were wanted, and when last. The administration of the other side is told of it.
    await db.query(`ALTER TABLE filings ADD COLUMN contested_domains text[] NOT NULL DEFAULT '{}', ADD COLUMN contested_at timestamptz`)
    await db.query(`CREATE INDEX filings_contested ON filings USING gin (contested_domains) WHERE status = 'draft' AND contested_at IS NOT NULL`)
    await db.query(blacklist)
    await db.query(questions)
    await db.query(policies)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP POLICY of_a_conflict ON filings; DROP POLICY of_a_conflict ON register_subjects;
      DROP FUNCTION conflict_shows(uuid), conflict_parties(uuid), colliding_keys(jsonb, text, uuid), blacklisted(text, text[], date);
      DROP TABLE blacklist_entries, conflict_keys;
      DROP INDEX register_subjects_by_certificate, filings_contested;
      ALTER TABLE filings DROP COLUMN contested_at, DROP COLUMN contested_domains;
    `)
  }
}

const blacklist = `
  CREATE TABLE blacklist_entries (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('subject', 'domain')),
    key text NOT NULL,
    domain text,
    certificate_type text,
    certificate_number text,
    reason text NOT NULL,
    source text NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    version integer NOT NULL DEFAULT 1,
    added_at timestamptz NOT NULL,
    added_by uuid NOT NULL,
    lifted_at timestamptz,
    lifted_by uuid,
    CHECK ((kind = 'domain') = (domain IS NOT NULL)),
    CHECK ((kind = 'subject') = (certificate_type IS NOT NULL AND certificate_number IS NOT NULL)),
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL)),
    CHECK (valid_until IS NULL OR valid_until >= valid_from)
  );
  CREATE INDEX blacklist_entries_by_key ON blacklist_entries (key) WHERE lifted_at IS NULL;
  CREATE INDEX blacklist_entries_newest ON blacklist_entries (added_at DESC, id DESC);
  REVOKE DELETE, TRUNCATE ON blacklist_entries FROM icp_app;
`

const running = `('with-providers', 'awaiting-confirmation', 'in-review', 'returned')`

const questions = `
  CREATE FUNCTION colliding_keys(asked jsonb, own_subject text, except_id uuid) RETURNS TABLE (kind text, path text, against text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    WITH wanted AS (SELECT * FROM jsonb_to_recordset(asked) AS w (kind text, path text, key text, person text, provider uuid, first numeric, last numeric)),
    met AS (
      SELECT w.kind, w.path, k.filing_id, k.subject_key FROM wanted w JOIN conflict_keys k ON k.key = w.key AND k.kind = w.kind
       WHERE w.kind <> 'address' AND (w.kind <> 'phone' OR k.person_key IS DISTINCT FROM w.person)
      UNION ALL
      SELECT w.kind, w.path, k.filing_id, k.subject_key FROM wanted w JOIN conflict_keys k ON k.addresses && numrange(w.first, w.last, '[]')
       WHERE w.kind = 'address' AND k.provider_id <> w.provider)
    SELECT DISTINCT met.kind, met.path, CASE WHEN met.filing_id IS NULL THEN 'record' ELSE 'filing' END
      FROM met LEFT JOIN filings f ON f.id = met.filing_id
     WHERE met.subject_key IS DISTINCT FROM own_subject AND met.filing_id IS DISTINCT FROM except_id AND (f.id IS NULL OR f.status IN ${running})
  $$;
  CREATE FUNCTION blacklisted(subject text, domains text[], today date) RETURNS TABLE (kind text, key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT b.kind, b.key FROM blacklist_entries b
     WHERE ((b.kind = 'subject' AND b.key = subject) OR (b.kind = 'domain' AND b.key = ANY (domains)))
       AND b.lifted_at IS NULL AND b.valid_from <= today AND (b.valid_until IS NULL OR b.valid_until >= today)
  $$;
  /* Everybody who wants what a filing wants: for the reviewer of its province, and only while the filing runs. */
  CREATE FUNCTION conflict_parties(mine uuid) RETURNS TABLE (
    kind text, path text, party text, party_id uuid, number text, status text, subject_name text, province text, since timestamptz, other_path text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    WITH own AS (
      SELECT * FROM filings f WHERE f.id = mine AND f.status IN ${running} AND acting_role() IN ('reviewer', 'mediator') AND f.province = acting_province()),
    met AS (
      SELECT m.kind, m.path, k.filing_id, k.subject_id, k.path AS other_path
        FROM own JOIN conflict_keys m ON m.filing_id = own.id JOIN conflict_keys k ON k.key = m.key AND k.kind = m.kind
       WHERE k.subject_key <> own.subject_key AND (m.kind <> 'phone' OR k.person_key IS DISTINCT FROM m.person_key)
      UNION ALL
      SELECT m.kind, m.path, k.filing_id, k.subject_id, k.path
        FROM own JOIN conflict_keys m ON m.filing_id = own.id AND m.kind = 'address' JOIN conflict_keys k ON k.addresses && m.addresses
       WHERE k.subject_key <> own.subject_key AND k.provider_id <> m.provider_id
      UNION ALL
      SELECT 'domain', d.key, f.id, NULL, d.key FROM own, unnest(own.domain_keys) AS d (key) JOIN filings f ON f.domain_keys @> ARRAY[d.key]
       WHERE f.id <> own.id AND f.subject_key IS DISTINCT FROM own.subject_key AND f.status IN ${running}
      UNION ALL
      SELECT 'domain', d.key, NULL, s.subject_id, d.key FROM own, unnest(own.domain_keys) AS d (key)
        JOIN register_services s ON s.domain_key = d.key AND s.state = 'in-force' JOIN register_subjects r ON r.id = s.subject_id
       WHERE r.certificate_key <> own.subject_key
      UNION ALL
      SELECT 'subject', '', NULL, r.id, '' FROM own JOIN register_subjects r ON r.certificate_key = own.subject_key AND r.state = 'in-force' WHERE own.kind = 'new-subject')
    SELECT met.kind, met.path, 'filing', f.id, f.reference, f.status, f.subject_name, f.province, f.finished_at, met.other_path
      FROM met JOIN filings f ON f.id = met.filing_id WHERE f.status IN ${running}
    UNION
    SELECT met.kind, met.path, 'record', r.id, r.number, r.state, r.name, r.province, r.approved_at, met.other_path
      FROM met JOIN register_subjects r ON r.id = met.subject_id WHERE r.state = 'in-force'
    UNION
    SELECT 'domain', d.key, 'attempt', NULL::uuid, NULL, 'draft', f.subject_name, f.province, f.contested_at, d.key
      FROM own, unnest(own.domain_keys) AS d (key) JOIN filings f ON f.contested_domains @> ARRAY[d.key] AND f.domain_keys @> ARRAY[d.key]
     WHERE f.status = 'draft' AND f.contested_at IS NOT NULL AND f.id <> own.id
  $$;
  /* Whether the filing that a mediator stands at is in conflict with this filing or subject. */
  CREATE FUNCTION conflict_shows(other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM conflict_parties(acting_link()::uuid) p WHERE p.party_id = other)
  $$;
`

/** A reviewer who looks at the other side of a conflict (role `mediator`, whose link is the own filing) sees that side, and only for reading. */
const policies = `
  CREATE POLICY of_a_conflict ON filings FOR SELECT TO icp_app USING (CASE (SELECT acting_role()) WHEN 'mediator' THEN status <> 'draft' AND conflict_shows(id) ELSE false END);
  CREATE POLICY of_a_conflict ON register_subjects FOR SELECT TO icp_app USING (CASE (SELECT acting_role()) WHEN 'mediator' THEN conflict_shows(id) ELSE false END);
`
