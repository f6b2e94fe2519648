import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The second wall: whatever the API forgets to ask, the database shows its role only the rows of whoever acts. The settings `icp.*` say who that is; the API's
 * pool sets them each time it hands out a connection (platform/acting-pool.ts). Without them nothing of a tenant can be seen. The owner of the tables, and
 * with it migrations and the public view, is not bound.
 */
export class GuardRows implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(actors)
    await db.query(relations)
    await db.query(nationwide)
    for (const [table, condition] of Object.entries(conditions)) {
      await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`)
      await db.query(`CREATE POLICY of_whoever_acts ON ${table} TO icp_app USING (${condition})`)
    }
    await db.query('ALTER TABLE notices ENABLE ROW LEVEL SECURITY')
    await db.query(`CREATE POLICY of_whoever_acts ON notices TO icp_app USING (${inbox})`)
    // Whoever acts tells others; nobody reads what was told to them.
    await db.query(`CREATE POLICY told_to_others ON notices FOR INSERT TO icp_app WITH CHECK ((SELECT acting_role()) NOT IN ('', 'visitor'))`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP POLICY told_to_others ON notices')
    for (const table of [...Object.keys(conditions), 'notices']) {
      await db.query(`DROP POLICY of_whoever_acts ON ${table}; ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`)
    }
    await db.query(`
      DROP FUNCTION filed_domains(text[]), subject_is_filed(text), claimed_domains(text[], uuid), running_filings_of_subject(text, uuid),
        subject_of_certificate(text), provider_serves_subject(uuid), link_leads_to_filing(uuid), filing_names_provider(uuid),
        acting_reaches(text), acting_link(), acting_province(), acting_provider(), acting_account(), acting_role()`)
  }
}

const actors = `
  CREATE FUNCTION acting_role() RETURNS text LANGUAGE sql STABLE AS $$ SELECT coalesce(current_setting('icp.role', true), '') $$;
  CREATE FUNCTION acting_account() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('icp.account', true), '')::uuid $$;
  CREATE FUNCTION acting_provider() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('icp.provider', true), '')::uuid $$;
  CREATE FUNCTION acting_province() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('icp.province', true), '') $$;
  CREATE FUNCTION acting_link() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('icp.link', true), '') $$;
  CREATE FUNCTION acting_reaches(what text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT acting_role() = 'house' AND what = ANY (string_to_array(current_setting('icp.reach', true), ','))
  $$;
`

/** Questions between tables that guard each other; asked past their policies, and answered with yes or no. */
const relations = `
  CREATE FUNCTION filing_names_provider(filing uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM filing_passes WHERE filing_id = filing AND provider_id = acting_provider())
  $$;
  CREATE FUNCTION link_leads_to_filing(filing uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM confirmations WHERE filing_id = filing AND token_key = acting_link())
  $$;
  CREATE FUNCTION provider_serves_subject(subject uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (
      SELECT FROM register_services s JOIN register_accesses a ON a.service_id = s.id WHERE s.subject_id = subject AND a.provider_id = acting_provider())
  $$;
  CREATE FUNCTION subject_of_certificate(asked text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT subject_id FROM certificates WHERE code = asked
  $$;
`

/** What a filing must know of all others in the country, with no word of whose they are. */
const nationwide = `
  CREATE FUNCTION running_filings_of_subject(key text, except_id uuid) RETURNS TABLE (kind text, status text, service_numbers text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT f.kind, f.status, CASE WHEN f.kind = 'cancel-service' THEN ARRAY (SELECT jsonb_array_elements_text(r.content -> 'serviceNumbers')) ELSE '{}' END
      FROM filings f JOIN filing_revisions r ON r.filing_id = f.id AND r.number = f.revision
     WHERE f.subject_key = key AND f.id IS DISTINCT FROM except_id AND f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned')
  $$;
  CREATE FUNCTION claimed_domains(keys text[], except_id uuid) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT DISTINCT claimed FROM filings f, unnest(f.domain_keys) claimed
     WHERE f.domain_keys && keys AND claimed = ANY (keys) AND f.id <> except_id
       AND f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned')
  $$;
  CREATE FUNCTION subject_is_filed(key text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM register_subjects WHERE certificate_key = key AND state = 'in-force')
  $$;
  CREATE FUNCTION filed_domains(keys text[]) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT domain_key FROM register_services WHERE domain_key = ANY (keys) AND state = 'in-force'
  $$;
`

const ofFiling = 'EXISTS (SELECT FROM filings f WHERE f.id = filing_id)'
const inbox = `account_id = (SELECT acting_account()) OR (SELECT acting_reaches('notices'))`

/** Who sees, and may write, which rows. What hangs on a filing, subject or service is seen by whoever sees that. */
const conditions: Readonly<Record<string, string>> = {
  filings: `
    CASE (SELECT acting_role())
      WHEN 'owner' THEN owner_account_id = (SELECT acting_account())
      WHEN 'provider' THEN status <> 'draft' AND filing_names_provider(id)
      WHEN 'reviewer' THEN status <> 'draft' AND province = (SELECT acting_province())
      WHEN 'link' THEN status <> 'draft' AND link_leads_to_filing(id)
      WHEN 'house' THEN (SELECT acting_reaches('filings'))
      ELSE false
    END`,
  filing_revisions: ofFiling,
  filing_passes: ofFiling,
  correction_requests: ofFiling,
  corrections: ofFiling,
  confirmations: ofFiling,
  filing_events: ofFiling,
  review_decisions: ofFiling,
  register_subjects: `
    CASE (SELECT acting_role())
      WHEN 'owner' THEN owner_account_id = (SELECT acting_account())
      WHEN 'provider' THEN provider_serves_subject(id)
      WHEN 'reviewer' THEN province = (SELECT acting_province())
      WHEN 'house' THEN (SELECT acting_reaches('register'))
      ELSE false
    END`,
  register_services: 'EXISTS (SELECT FROM register_subjects s WHERE s.id = subject_id)',
  register_accesses: 'EXISTS (SELECT FROM register_services s WHERE s.id = service_id)',
  certificates: `
    CASE (SELECT acting_role())
      WHEN 'owner' THEN owner_account_id = (SELECT acting_account())
      WHEN 'reviewer' THEN province = (SELECT acting_province())
      WHEN 'verifier' THEN subject_id = (SELECT subject_of_certificate(acting_link()))
      WHEN 'house' THEN (SELECT acting_reaches('certificates'))
      ELSE false
    END`,
}
