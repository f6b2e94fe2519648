import type { AccountRole, ReadReason, ReadWay } from '@icp/domain'
import { readsOf } from '../audit/audit.api.js'

/** An organisation's looks at one filing, record in force or account in one way on one day, or one value that it looked at; or a message that the operator read in full. */
export interface OwnRead {
  readonly id: string
  /** The last of them. */
  readonly at: string
  readonly first: string
  readonly times: number
  readonly way: ReadWay
  /** Of the days alone. */
  readonly role: AccountRole | null
  readonly providerId: string | null
  readonly province: string | null
  /** Null of a record, an account and a message. */
  readonly filingId: string | null
  /** Of a filing, or the number of a record; null of an account and a message. */
  readonly reference: string | null
  readonly path: string | null
  readonly reason: ReadReason | null
}

/** Which entries of the audit owners are told of, and as what. Looks at one value and at pictures have rows of their own, which say why. */
const waysOfActions: Readonly<Record<string, Exclude<ReadWay, 'revealed' | 'paper' | 'message'>>> = {
  'filing.open': 'opened', 'filing.open-revision': 'opened', 'filing.open-sheet': 'sheet', 'filing.open-conflicts': 'conflict', 'filing.open-other-side': 'conflict', 'filing.export': 'exported',
  'register.preview-force': 'forced', 'certificate.open': 'certificate', 'account.open': 'account',
}
const way = `CASE e.action ${Object.entries(waysOfActions).map(([action, as]) => `WHEN '${action}' THEN '${as}'`).join(' ')} END`

/** The same id for the same row each time it is asked for: a UUID of version 8 (RFC 9562 5.8). */
const nameOf = (what: string) => `overlay(overlay(md5(${what}) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid`

/**
 * $1: the owner. To be followed by a SELECT from `own_reads`. The entries are found by the index over what was read, so its conditions stand here in the same words; object by
 * object (OFFSET 0 keeps it so), since PostgreSQL takes a key of such an index to be in every hundredth entry and would read them all.
 * Days are those of Beijing.
 */
export const ownReadsSql = `
  WITH mine AS (
    SELECT 'filing:' || id AS object, id AS "filingId", reference FROM filings WHERE (owner_account_id = $1 OR receiving_account_id = $1) AND finished_at IS NOT NULL
    UNION ALL SELECT 'register-subject:' || id, NULL, number FROM register_subjects WHERE owner_account_id = $1
    UNION ALL SELECT 'certificate:' || id, NULL, subject_number FROM certificates WHERE owner_account_id = $1
    UNION ALL SELECT 'account:' || $1::uuid, NULL, NULL
  ), looks AS (
    SELECT mine."filingId", mine.reference, e.at, e.actor ->> 'role' AS role, e.actor ->> 'providerId' AS "providerId", e.actor ->> 'province' AS province, ${way} AS way
      FROM mine CROSS JOIN LATERAL (
        SELECT at, action, actor FROM audit_entries
         WHERE detail -> 'objects' ? mine.object AND object_type = '${readsOf}' AND NOT detail ? 'quietMinutes' OFFSET 0
      ) e
     WHERE e.actor ->> 'role' <> 'owner'
  ), days AS (
    SELECT max(at) AS at, min(at) AS first, count(*) AS times, way, role, "providerId", province, "filingId", reference, (at AT TIME ZONE 'Asia/Shanghai')::date AS day
      FROM looks WHERE way IS NOT NULL GROUP BY "filingId", reference, role, "providerId", province, way, day
  ), own_reads AS (
    SELECT ${nameOf(`concat_ws(' ', coalesce("filingId"::text, reference), role, "providerId", province, way, day)`)} AS id, at, first, times, way, role, "providerId", province, "filingId", reference, NULL AS path, NULL AS reason FROM days
    UNION ALL
    SELECT r.id, r.at, r.at, 1, CASE WHEN r.path LIKE 'papers.%' THEN 'paper' ELSE 'revealed' END, NULL, r.provider_id::text, r.province, r.filing_id, f.reference, r.path, r.reason
      FROM personal_reads r JOIN filings f ON f.id = r.filing_id WHERE r.owner_account_id = $1 AND r.reader_account_id <> $1
    UNION ALL
    SELECT m.id, m.at, m.at, 1, 'message', 'operator', NULL, NULL, NULL, NULL, NULL, m.reason FROM message_reads m WHERE m.recipient_account_id = $1
  )`
