import { readsOf } from '../audit.api.js'
import { quietMinutes } from '../shown-lists.js'

/** What an account has seen or done: a row for each record, newest last. */
export interface ScopeRow {
  readonly object: string
  readonly reference: string | null
  readonly reads: number
  readonly acts: number
  readonly actions: string[]
  readonly first: string
  readonly last: string
}

/**
 * $1 account id, $2 from, $3 to (not included). The index over account and time finds its entries, however many others there are. A reading lists its records in
 * `detail.objects`; any other act is about its filing, or its object.
 * Owners leave no entry when they read what is their own: whoever held a session of theirs in the period could read their filings, drafts and records, and the account itself (`account.could-read`).
 * A list is not noted again for `quietMinutes` while it shows the same, so one that was noted that shortly before counts from the beginning of the period.
 * A session lives twelve hours at most, so one that began that long before counts.
 */
export const scopeSql = `
  WITH mine AS MATERIALIZED (
    SELECT greatest(at, $2::timestamptz) AS at, action, object_type, object_id, filing_id, detail FROM audit_entries
    WHERE actor ->> 'accountId' = $1 AND at >= $2::timestamptz - interval '${quietMinutes} minutes' AND at < $3::timestamptz AND (at >= $2::timestamptz OR detail ? 'quietMinutes')
  ), session AS (
    SELECT unnest(ARRAY[greatest(min(at), $2::timestamptz), max(greatest(at, $2::timestamptz))]) AS at FROM audit_entries
    WHERE actor ->> 'accountId' = $1 AND at >= $2::timestamptz - interval '12 hours' AND at < $3::timestamptz AND (at >= $2::timestamptz OR action = 'account.log-on')
    HAVING count(*) > 0
  ), own AS (
    SELECT 'filing:' || id AS object, created_at AS since FROM filings WHERE owner_account_id::text = $1 OR receiving_account_id::text = $1
    UNION ALL SELECT 'register-subject:' || id, approved_at FROM register_subjects WHERE owner_account_id::text = $1
    UNION ALL SELECT 'account:' || id, registered_at FROM accounts WHERE id::text = $1 AND role = 'owner'
  ), touched AS (
    SELECT read.object, true AS is_read, mine.at, mine.action FROM mine, jsonb_array_elements_text(mine.detail -> 'objects') AS read(object)
    WHERE mine.object_type = '${readsOf}'
    UNION ALL
    SELECT coalesce('filing:' || filing_id, object_type || ':' || object_id), false, at, action FROM mine WHERE object_type <> '${readsOf}'
    UNION ALL
    SELECT own.object, NULL, greatest(session.at, own.since), 'account.could-read' FROM session, own WHERE own.since < $3::timestamptz
  ), grouped AS (
    SELECT object, count(*) FILTER (WHERE is_read) AS reads, count(*) FILTER (WHERE NOT is_read) AS acts, array_agg(DISTINCT action ORDER BY action) AS actions,
      min(at) AS first, max(at) AS last
    FROM touched GROUP BY object
  )
  SELECT grouped.*, coalesce(filing.reference, record.number) AS reference FROM grouped
  LEFT JOIN filings filing ON grouped.object LIKE 'filing:%' AND filing.id = CASE WHEN grouped.object LIKE 'filing:%' THEN substr(grouped.object, 8)::uuid END
  LEFT JOIN register_subjects record ON grouped.object LIKE 'register-subject:%' AND record.id = CASE WHEN grouped.object LIKE 'register-subject:%' THEN substr(grouped.object, 18)::uuid END
  ORDER BY grouped.first, grouped.object`

/** A CSV that no spreadsheet takes for formulas: every cell is ids, codes and times of ours. */
export const scopeCsv = (rows: readonly ScopeRow[]): string =>
  ['object,reference,reads,acts,first,last,actions', ...rows.map(({ object, reference, reads, acts, first, last, actions }) =>
    [object, reference ?? '', reads, acts, first, last, actions.join(' ')].map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','))].join('\r\n')

/** An account by its user name, as at log-on, or by its id. */
export const accountSql = `SELECT id, user_name AS "userName", role FROM accounts WHERE user_name_key = $1 OR id::text = $1 LIMIT 1`
export const accountKey = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()
