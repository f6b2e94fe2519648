import type { ServedAccess } from '@icp/contract'
import { type Actor, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { AuditApi } from '../audit/audit.api.js'
import type { Answer, Parsed } from '../http/serve.js'
import { cursorOf, readCursor } from '../platform/cursor.js'
import { escapeLike } from '../platform/like.js'
import { Queries } from '../platform/queries.js'

interface Row extends Omit<ServedAccess, 'approvedOn'> {
  readonly subjectId: string
  readonly approvedAt: string
}

const pageSize = 20

const served = `
  FROM served_accesses a
 WHERE a.provider_id = $1
   AND ($2::text = '' OR a.service_number ILIKE $2 OR a.domain ILIKE $2 OR a.service_name ILIKE $2 OR a.subject_name ILIKE $2)`

const columns = `
  a.id, a.service_number AS "serviceNumber", a.service_name AS "serviceName", a.service_type AS "serviceType", a.domain, a.subject_id AS "subjectId",
  a.subject_number AS "subjectNumber", a.subject_name AS "subjectName", a.approved_at AS "approvedAt", a.ip_ranges AS "ipRanges", access_is_last(a.id) AS "isLast",
  (SELECT json_build_object('id', f.id, 'reference', f.reference) FROM filings f JOIN filing_revisions r ON r.filing_id = f.id AND r.number = f.revision
    WHERE f.subject_key = (SELECT certificate_key FROM register_subjects WHERE id = a.subject_id) AND f.kind = 'cancel-access' AND f.status IN ('with-providers', 'in-review', 'returned')
      AND r.content -> 'accessIds' ? a.id::text) AS ending`

/** What a provider serves, as the register has it. */
@Injectable()
export class ServedAccessesReader {
  constructor(
    private readonly queries: Queries,
    private readonly audit: AuditApi,
  ) {}

  /** By the service’s approval, the last first; the register keeps no day of an access. `q`: a part of the number, the domain, the name of the service or of the subject. */
  async list(actor: Actor, { q, cursor }: Parsed<'listServedAccesses'>['query']): Promise<Answer<'listServedAccesses'>> {
    if (actor.role !== 'provider') return { rows: [], total: 0, next: null }
    const words = q?.trim() ?? ''
    const values = [actor.providerId, words === '' ? '' : `%${escapeLike(words)}%`]
    const [since, id] = readCursor(cursor, 2)
    const order = `ORDER BY a.approved_at DESC, a.id DESC LIMIT ${pageSize + 1}`
    const rows = since === undefined
      ? await this.queries.named<Row>('served-accesses.first', `SELECT ${columns}${served} ${order}`, values)
      : await this.queries.named<Row>('served-accesses.next', `SELECT ${columns}${served} AND (a.approved_at, a.id) < ($3::timestamptz, $4::uuid) ${order}`, [...values, since, id])
    const [counted] = await this.queries.named<{ total: number }>('served-accesses.count', `SELECT count(*) AS total ${served}`, values)
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)
    await this.audit.noteShown({ actor, action: 'served-access.list', objects: [...new Set(shown.map(({ subjectId }) => `register-subject:${subjectId}`))] })
    return {
      rows: shown.map(({ approvedAt, subjectId: _whose, ...row }) => ({ ...row, approvedOn: shanghaiDay(approvedAt) })), total: counted?.total ?? 0,
      next: rows.length > pageSize && last ? cursorOf([last.approvedAt, last.id]) : null,
    }
  }
}
