import type { Check } from '../checker.js'

/** A query whose every row is a thing that is wrong; the row's `id` names it. */
const none = (what: string, text: string): Check => async (database) =>
  (await database.query<{ id: string }>(text)).rows.map(({ id }) => `${what}: ${id}`)

/** An approval is there with all that belongs to it, and nothing that belongs to one stands alone. */
export const approvalChecks: readonly Check[] = [
  none('approved without a number', `SELECT id FROM filings WHERE status = 'approved' AND result->>'subjectNumber' IS NULL`),
  none('approved under a number that is not in the register', `SELECT id FROM filings f WHERE status = 'approved'
    AND NOT EXISTS (SELECT FROM register_subjects s WHERE s.number = f.result->>'subjectNumber')`),
  // Accesses do not stand on a certificate, and with the last service it ends.
  none('approved without a certificate', `SELECT id FROM filings f WHERE status = 'approved' AND kind NOT IN ('cancel-subject', 'new-access', 'cancel-access')
    AND EXISTS (SELECT FROM register_subjects s JOIN register_services r ON r.subject_id = s.id WHERE s.number = f.result->>'subjectNumber'
                AND r.approved_at <= f.status_since AND (r.cancelled_at IS NULL OR r.cancelled_at > f.status_since))
    AND NOT EXISTS (SELECT FROM certificates c WHERE c.id::text = f.result->>'certificateId')`),
  none('approved without an audit entry', `SELECT id FROM filings f WHERE status = 'approved'
    AND NOT EXISTS (SELECT FROM audit_entries a WHERE a.filing_id = f.id AND a.action = 'filing.approve')`),
  none('approved, and the owner was not told', `SELECT id FROM filings f WHERE status = 'approved'
    AND NOT EXISTS (SELECT FROM notices n WHERE n.filing_id = f.id AND n.account_id = f.owner_account_id AND n.at = f.status_since)`),
  none('approved twice', `SELECT filing_id AS id FROM audit_entries WHERE action = 'filing.approve' GROUP BY filing_id HAVING count(*) > 1`),
  none('two decisions of one round', `SELECT filing_id AS id FROM review_decisions GROUP BY filing_id, round HAVING count(*) > 1`),
  none('a number that no approval gave', `SELECT number AS id FROM register_subjects s
    WHERE NOT EXISTS (SELECT FROM filings f WHERE f.status = 'approved' AND f.result->>'subjectNumber' = s.number)`),
  none('a number given twice', `SELECT number AS id FROM (SELECT number FROM register_subjects UNION ALL SELECT number FROM register_services) n
    GROUP BY number HAVING count(*) > 1`),
  none('one number for two new subjects', `SELECT result->>'subjectNumber' AS id FROM filings WHERE status = 'approved' AND kind = 'new-subject'
    GROUP BY 1 HAVING count(*) > 1`),
  none('a gap in the numbers', `SELECT province || ' ' || year || ': ' || last || ' taken, ' || used AS id
    FROM (SELECT c.*, (SELECT count(*) FROM register_subjects s WHERE s.province = c.province
                       AND substring(s.number FROM '备([0-9]{4})[0-9]{6}号$') = c.year::text) AS used FROM number_counters c) counted
    WHERE used <> last`),
  none('a certificate of nobody', `SELECT id FROM certificates c WHERE NOT EXISTS (SELECT FROM register_subjects s WHERE s.id = c.subject_id)`),
  none('a correction without its request', `SELECT filing_id || '/' || number AS id FROM filing_revisions r WHERE cause = 'correct'
    AND NOT EXISTS (SELECT FROM corrections c JOIN correction_requests q ON q.id = c.request_id AND q.filing_id = c.filing_id
                    WHERE c.filing_id = r.filing_id AND c.revision = r.number)`),
  none('a finished filing without its revision', `SELECT id FROM filings f WHERE status <> 'draft'
    AND NOT EXISTS (SELECT FROM filing_revisions r WHERE r.filing_id = f.id AND r.number = f.revision)`),
]
