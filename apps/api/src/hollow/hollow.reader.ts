import type { AnswerOf } from '@icp/contract'
import type { Actor, HollowKind } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { Clock } from '../platform/clock.js'
import { cursorOf, readCursor } from '../platform/cursor.js'
import { statement } from '../platform/statement.js'
import { type HollowFound, hollowRowOf, selectHollow } from './hollow-row.js'

const pageSize = 50
const wanted = `($1::text IS NULL OR $1 = CASE WHEN h.service_id IS NULL THEN 'subject' ELSE 'service' END)`

@Injectable()
export class HollowReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  /** What the database shows to whoever asks, an owner's own or a province's, the longest first. */
  async list(actor: Actor, kind: HollowKind | undefined, cursor: string | undefined): Promise<AnswerOf<'listHollow'>> {
    const [since = null, id = null] = readCursor(cursor, 2)
    const tx = this.database.manager
    const { rows } = await statement<HollowFound>(
      tx, `${selectHollow} WHERE ${wanted} AND ($2::timestamptz IS NULL OR (h.since, h.id) > ($2, $3::uuid)) ORDER BY h.since, h.id LIMIT ${pageSize + 1}`, [kind ?? null, since, id],
    )
    const { rows: [count] } = await statement<{ total: number }>(tx, `SELECT count(*)::int AS total FROM hollow_records h WHERE ${wanted}`, [kind ?? null])
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    const now = this.clock.now()
    if (actor.role !== 'owner') await this.audit.noteShown({ actor, action: 'hollow.list', objects: [...new Set(page.map(({ subjectId }) => `register-subject:${subjectId}`))] })
    return { rows: page.map((row) => hollowRowOf(row, now)), total: count?.total ?? 0, next: rows.length > pageSize && last ? cursorOf([last.since, last.id]) : null }
  }
}
