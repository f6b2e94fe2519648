import type { HollowRow } from '@icp/contract'
import { type FilingSpan, hollowClock } from '@icp/domain'

/** One hollow record with all that its clock goes by. */
export interface HollowFound extends Omit<HollowRow, 'standing' | 'until'> {
  readonly serviceId: string | null
  readonly ownerAccountId: string
  readonly filings: readonly FilingSpan[]
}

/** To be followed by WHERE; what can be seen of it the database decides. Filings that ended before the notice count for nothing. */
export const selectHollow = `
  SELECT h.id, CASE WHEN h.service_id IS NULL THEN 'subject' ELSE 'service' END AS kind, h.service_id AS "serviceId", s.number AS "subjectNumber", s.name AS "subjectName",
         v.number AS "serviceNumber", v.name AS "serviceName", v.domain, h.since, h.told_at AS "toldAt", s.owner_account_id AS "ownerAccountId",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('from', to_json(f.finished_at), 'until', CASE WHEN f.status IN ('approved', 'refused', 'withdrawn') THEN to_json(f.status_since) END)), '[]')
            FROM filings f WHERE f.subject_key = s.certificate_key AND f.status <> 'draft'
             AND (f.status NOT IN ('approved', 'refused', 'withdrawn') OR f.status_since > h.told_at)) AS filings
    FROM hollow_records h JOIN register_subjects s ON s.id = h.subject_id LEFT JOIN register_services v ON v.id = h.service_id`

export const hollowRowOf = ({ serviceId: _internal, ownerAccountId: _nobodys, filings, ...row }: HollowFound, now: string): HollowRow => ({ ...row, ...hollowClock(row.toldAt, filings, now) })
