import type { HollowRow } from '@icp/contract'
import { type FilingSpan, hollowClock } from '@icp/domain'

/** One hollow record with all that its clock goes by. */
export interface HollowFound extends Omit<HollowRow, 'standing' | 'until'> {
  readonly subjectId: string
  readonly serviceId: string | null
  readonly ownerAccountId: string
  readonly filings: readonly FilingSpan[]
}

/** A website that comes from another subject is on its way once the receiving owner has agreed: being asked stops nobody's clock. */
const aboutSubject = `
  SELECT finished_at AS since, status, status_since FROM filings WHERE subject_key = s.certificate_key AND status <> 'draft'
   UNION ALL
  SELECT agreed.at, r.status, r.status_since FROM filings r JOIN filing_events agreed ON agreed.filing_id = r.id AND agreed.action = 'agree'
   WHERE r.receiving_account_id = s.owner_account_id AND r.receiving_key = s.certificate_key`

const hasEnded = `f.status IN ('approved', 'refused', 'withdrawn')`

/** That no filing of the subject runs, and no website is coming to it. */
export const isQuiet = `NOT EXISTS (SELECT FROM (${aboutSubject}) f WHERE NOT ${hasEnded})`

/** To be followed by WHERE; what can be seen of it the database decides. Filings that ended before the notice count for nothing. */
export const selectHollow = `
  SELECT h.id, CASE WHEN h.service_id IS NULL THEN 'subject' ELSE 'service' END AS kind, h.subject_id AS "subjectId", h.service_id AS "serviceId", s.number AS "subjectNumber", s.name AS "subjectName",
         v.number AS "serviceNumber", v.name AS "serviceName", v.domain, h.since, h.told_at AS "toldAt", s.owner_account_id AS "ownerAccountId",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('from', to_json(f.since), 'until', CASE WHEN ${hasEnded} THEN to_json(f.status_since) END)), '[]')
            FROM (${aboutSubject}) f WHERE NOT ${hasEnded} OR f.status_since > h.told_at) AS filings
    FROM hollow_records h JOIN register_subjects s ON s.id = h.subject_id LEFT JOIN register_services v ON v.id = h.service_id`

export const hollowRowOf = ({ subjectId: _whose, serviceId: _internal, ownerAccountId: _nobodys, filings, ...row }: HollowFound, now: string): HollowRow => ({ ...row, ...hollowClock(row.toldAt, filings, now) })
