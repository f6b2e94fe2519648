import type { AnswerOf } from '@icp/contract'
import { shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { cursorOf, readCursor } from '../platform/cursor.js'
import { Queries } from '../platform/queries.js'
import type { Question } from './question.js'

type LookUpAnswer = AnswerOf<'lookUp'>
type PublicRecord = LookUpAnswer['rows'][number]

type Row = Omit<PublicRecord, 'approvedOn' | 'cancelledOn'> & {
  readonly approvedAt: string
  readonly cancelledAt: string | null
  readonly rank: number
  readonly length: number
}

const pageSize = 20

/** Owners by their names, and apps, mini programs and quick apps by theirs: each branch has its own index. */
const named = `lower(subject_name) LIKE $1 UNION SELECT * FROM public_records WHERE lower(service_name) LIKE $1 AND service_type <> 'website'`

const conditions: Readonly<Record<Question['by'], string>> = {
  domain: 'domain_key = $1',
  package: `package_names @> ARRAY[$1] OR (domain_key = $8 AND $8 <> '')`,
  'service-number': 'service_number = $1',
  'subject-number': 'subject_number = $1',
  'name-start': named,
  'name-part': named,
}

/** In force before cancelled, the very name before longer ones; then by name and number, -2 before -10. `$2` is the text that was asked. */
const statementOf = (by: Question['by']): string => `
  SELECT service_number AS "serviceNumber", subject_number AS "subjectNumber", subject_name AS "subjectName", nature, service_name AS "serviceName",
         service_type AS "serviceType", domain, pre_approvals AS "preApprovals", approved_at AS "approvedAt", state, cancelled_at AS "cancelledAt", moved_to AS "movedTo", rank, length
    FROM (
      SELECT *, CASE state WHEN 'in-force' THEN 0 ELSE 2 END + CASE WHEN lower($2) IN (lower(subject_name), lower(service_name)) THEN 0 ELSE 1 END AS rank,
             length(service_number) AS length
        FROM (SELECT * FROM public_records WHERE ${conditions[by]}) AS matching
    ) AS found
   WHERE $3::integer IS NULL
      OR (rank, subject_name COLLATE "zh-x-icu", subject_number, length, service_number) > ($3::integer, $4 COLLATE "zh-x-icu", $5::text, $6::integer, $7::text)
   ORDER BY rank, subject_name COLLATE "zh-x-icu", subject_number, length, service_number LIMIT ${pageSize + 1}`

/** Public look-ups: as the database role that sees the public view and nothing else, so that no fault here can show more. */
@Injectable()
export class LookUpReader {
  constructor(private readonly queries: Queries) {}

  async find(question: Question, cursor: string | undefined): Promise<Pick<LookUpAnswer, 'rows' | 'next'>> {
    const [rank = null, name = null, subject = null, length = null, service = null] = readCursor(cursor, 5)
    const found = await this.queries.publicly<Row>(
      `look-up.${question.by}`, statementOf(question.by), [question.value, question.text, rank, name, subject, length, service, ...(question.orDomain === undefined ? [] : [question.orDomain])],
    )
    const page = found.slice(0, pageSize)
    const last = page.at(-1)
    const more = found.length > pageSize && last
    return {
      // The contract strips what is not public: the values that only sort.
      rows: page.map((row) => ({
        ...row, approvedOn: shanghaiDay(row.approvedAt), cancelledOn: row.cancelledAt === null ? null : shanghaiDay(row.cancelledAt),
      })),
      next: more ? cursorOf([last.rank, last.subjectName, last.subjectNumber, last.length, last.serviceNumber]) : null,
    }
  }
}
