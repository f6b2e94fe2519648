import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Of filings on their way, also which accesses they cancel; and how often a subject was changed through each provider. Of persons in charge, whether one of them
 * has another telephone in another subject's filing (icp-filing.md §6 no 15). Like the questions before them these answer with no word of whose it is.
 */
export class WhatElseRuns implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION running_filings_of_subject(text, uuid)')
    await db.query(`
      CREATE FUNCTION running_filings_of_subject(key text, except_id uuid) RETURNS TABLE (kind text, status text, service_numbers text[], access_ids text[])
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT f.kind, f.status, CASE WHEN f.kind = 'cancel-service' THEN ${listIn('serviceNumbers')} ELSE '{}' END, CASE WHEN f.kind = 'cancel-access' THEN ${listIn('accessIds')} ELSE '{}' END
          ${running}
      $$`)
    await db.query(`
      CREATE FUNCTION changes_of_subject(key text, since timestamptz, except_id uuid) RETURNS TABLE (provider_id uuid, changes integer)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT p.provider_id, count(DISTINCT f.id)::integer FROM filings f JOIN filing_passes p ON p.filing_id = f.id
         WHERE f.subject_key = key AND f.kind = 'change' AND f.finished_at >= since AND f.id IS DISTINCT FROM except_id GROUP BY p.provider_id
      $$`)
    await db.query(`CREATE INDEX conflict_keys_by_person ON conflict_keys (person_key) WHERE kind = 'phone'`)
    await db.query(collidingKeys(`
      UNION ALL
      SELECT 'person', w.path, k.filing_id, k.subject_key FROM wanted w JOIN conflict_keys k ON k.person_key = w.person AND k.kind = 'phone'
       WHERE w.kind = 'phone' AND k.key <> w.key`))
    await db.query(conflictParties(`
      UNION ALL
      SELECT 'person', m.path, k.filing_id, k.subject_id, k.path
        FROM own JOIN conflict_keys m ON m.filing_id = own.id AND m.kind = 'phone' JOIN conflict_keys k ON k.person_key = m.person_key AND k.kind = 'phone'
       WHERE k.subject_key <> own.subject_key AND k.key <> m.key`))
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(conflictParties(''))
    await db.query(collidingKeys(''))
    await db.query('DROP INDEX conflict_keys_by_person')
    await db.query('DROP FUNCTION changes_of_subject(text, timestamptz, uuid)')
    await db.query('DROP FUNCTION running_filings_of_subject(text, uuid)')
    await db.query(`
      CREATE FUNCTION running_filings_of_subject(key text, except_id uuid) RETURNS TABLE (kind text, status text, service_numbers text[])
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT f.kind, f.status, CASE WHEN f.kind = 'cancel-service' THEN ${listIn('serviceNumbers')} ELSE '{}' END
          ${running}
      $$`)
  }
}

const listIn = (field: string): string => `ARRAY (SELECT jsonb_array_elements_text(r.content -> '${field}'))`

const running = `FROM filings f JOIN filing_revisions r ON r.filing_id = f.id AND r.number = f.revision
         WHERE f.id IS DISTINCT FROM except_id AND ((f.subject_key = key AND f.status = 'awaiting-agreement')
           OR ((f.subject_key = key OR f.receiving_key = key) AND f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned')))`

const open = `('with-providers', 'awaiting-confirmation', 'in-review', 'returned')`

const collidingKeys = (more: string): string => `
  CREATE OR REPLACE FUNCTION colliding_keys(asked jsonb, own_subject text, except_id uuid) RETURNS TABLE (kind text, path text, against text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    WITH wanted AS (SELECT * FROM jsonb_to_recordset(asked) AS w (kind text, path text, key text, person text, provider uuid, first numeric, last numeric)),
    met AS (
      SELECT w.kind, w.path, k.filing_id, k.subject_key FROM wanted w JOIN conflict_keys k ON k.key = w.key AND k.kind = w.kind
       WHERE w.kind <> 'address' AND (w.kind <> 'phone' OR k.person_key IS DISTINCT FROM w.person)
      UNION ALL
      SELECT w.kind, w.path, k.filing_id, k.subject_key FROM wanted w JOIN conflict_keys k ON k.addresses && numrange(w.first, w.last, '[]')
       WHERE w.kind = 'address' AND k.provider_id <> w.provider${more})
    SELECT DISTINCT met.kind, met.path, CASE WHEN met.filing_id IS NULL THEN 'record' ELSE 'filing' END
      FROM met LEFT JOIN filings f ON f.id = met.filing_id
     WHERE met.subject_key IS DISTINCT FROM own_subject AND met.filing_id IS DISTINCT FROM except_id AND (f.id IS NULL OR f.status IN ${open})
  $$`

const conflictParties = (more: string): string => `
  CREATE OR REPLACE FUNCTION conflict_parties(mine uuid) RETURNS TABLE (
    kind text, path text, party text, party_id uuid, number text, status text, subject_name text, province text, since timestamptz, other_path text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    WITH own AS (
      SELECT * FROM filings f WHERE f.id = mine AND f.status IN ${open} AND acting_role() IN ('reviewer', 'mediator') AND f.province = acting_province()),
    met AS (
      SELECT m.kind, m.path, k.filing_id, k.subject_id, k.path AS other_path
        FROM own JOIN conflict_keys m ON m.filing_id = own.id JOIN conflict_keys k ON k.key = m.key AND k.kind = m.kind
       WHERE k.subject_key <> own.subject_key AND (m.kind <> 'phone' OR k.person_key IS DISTINCT FROM m.person_key)
      UNION ALL
      SELECT m.kind, m.path, k.filing_id, k.subject_id, k.path
        FROM own JOIN conflict_keys m ON m.filing_id = own.id AND m.kind = 'address' JOIN conflict_keys k ON k.addresses && m.addresses
       WHERE k.subject_key <> own.subject_key AND k.provider_id <> m.provider_id${more}
      UNION ALL
      SELECT 'domain', d.key, f.id, NULL, d.key FROM own, unnest(own.domain_keys) AS d (key) JOIN filings f ON f.domain_keys @> ARRAY[d.key]
       WHERE f.id <> own.id AND f.subject_key IS DISTINCT FROM own.subject_key AND f.status IN ${open}
      UNION ALL
      SELECT 'domain', d.key, NULL, s.subject_id, d.key FROM own, unnest(own.domain_keys) AS d (key)
        JOIN register_services s ON s.domain_key = d.key AND s.state = 'in-force' JOIN register_subjects r ON r.id = s.subject_id
       WHERE r.certificate_key <> own.subject_key
      UNION ALL
      SELECT 'subject', '', NULL, r.id, '' FROM own JOIN register_subjects r ON r.certificate_key = own.subject_key AND r.state = 'in-force' WHERE own.kind = 'new-subject')
    SELECT met.kind, met.path, 'filing', f.id, f.reference, f.status, f.subject_name, f.province, f.finished_at, met.other_path
      FROM met JOIN filings f ON f.id = met.filing_id WHERE f.status IN ${open}
    UNION
    SELECT met.kind, met.path, 'record', r.id, r.number, r.state, r.name, r.province, r.approved_at, met.other_path
      FROM met JOIN register_subjects r ON r.id = met.subject_id WHERE r.state = 'in-force'
    UNION
    SELECT 'domain', d.key, 'attempt', NULL::uuid, NULL, 'draft', f.subject_name, f.province, f.contested_at, d.key
      FROM own, unnest(own.domain_keys) AS d (key) JOIN filings f ON f.contested_domains @> ARRAY[d.key] AND f.domain_keys @> ARRAY[d.key]
     WHERE f.status = 'draft' AND f.contested_at IS NOT NULL AND f.id <> own.id
  $$`
