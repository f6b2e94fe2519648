import type { AnswerOf, ForcedCancellation } from '@icp/contract'
import { cutStanding, shanghaiDay, worstCut } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { AccountsApi } from '../accounts/accounts.api.js'
import { AuditApi } from '../audit/audit.api.js'
import type { Parsed } from '../http/serve.js'
import { Clock } from '../platform/clock.js'
import { cursorOf, readCursor } from '../platform/cursor.js'
import { statement } from '../platform/statement.js'
import { noSuchRecord } from './forced-refusals.js'
import type { Reviewer } from './parties.js'

interface Row extends Omit<ForcedCancellation, 'orders'> {
  readonly subjectId: string
  readonly orders: readonly Omit<ForcedCancellation['orders'][number], 'standing'>[]
}

const pageSize = 50
const open = 'EXISTS (SELECT FROM cut_orders o WHERE o.cancellation_id = c.id AND o.acknowledged_at IS NULL)'
/** Of the own province, here as in the policy of the table. */
const wanted = `($1::text IS NULL OR ($1 = 'open') = ${open}) AND c.province = $2`

const selected = `
  SELECT c.id, c.subject_id AS "subjectId", c.number, c.service_id IS NULL AS whole, s.number AS "subjectNumber", s.name AS "subjectName", c.numbers, c.reason, c.ground, c.at,
         c.by_account AS by, c.subject_listed AS "subjectListed", c.domains_listed AS "domainsListed",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'providerName', o.provider_name, 'serviceNumber', o.service_number, 'dueOn', o.due_on::text, 'acknowledgedAt', to_json(o.acknowledged_at))
                   ORDER BY o.acknowledged_at IS NOT NULL, o.service_number, o.provider_name), '[]') FROM cut_orders o WHERE o.cancellation_id = c.id) AS orders
    FROM forced_cancellations c JOIN register_subjects s ON s.id = c.subject_id`

/** What was cancelled by force, with who has cut it and who has not. */
@Injectable()
export class ForcedCancellationsReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly accounts: AccountsApi,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(actor: Reviewer, { cuts, cursor }: Parsed<'listForcedCancellations'>['query']): Promise<AnswerOf<'listForcedCancellations'>> {
    const tx = this.database.manager
    const [at = null, id = null] = readCursor(cursor, 2)
    const { rows } = await statement<Row>(
      tx, `${selected} WHERE ${wanted} AND ($3::timestamptz IS NULL OR (c.at, c.id) < ($3, $4::uuid)) ORDER BY c.at DESC, c.id DESC LIMIT ${pageSize + 1}`, [cuts ?? null, actor.province, at, id],
    )
    const { rows: [count] } = await statement<{ total: number }>(tx, `SELECT count(*)::int AS total FROM forced_cancellations c WHERE ${wanted}`, [cuts ?? null, actor.province])
    const { rows: [first] } = await statement<{ due: string | null }>(tx, 'SELECT min(due_on)::text AS due FROM cut_orders WHERE province = $1 AND acknowledged_at IS NULL', [actor.province])
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    await this.audit.noteShown({ actor, action: 'forced-cancellation.list', objects: [...new Set(page.map(({ subjectId }) => `register-subject:${subjectId}`))] })
    const worst = worstCut(first?.due ?? null, shanghaiDay(this.clock.now()))
    return { rows: await this.shown(tx, page), total: count?.total ?? 0, worst, next: rows.length > pageSize && last ? cursorOf([last.at, last.id]) : null }
  }

  /** Refuses (not-found) when there is none. */
  async get(tx: EntityManager, id: string): Promise<ForcedCancellation> {
    const { rows } = await statement<Row>(tx, `${selected} WHERE c.id = $1`, [id])
    const [found] = await this.shown(tx, rows)
    if (!found) throw noSuchRecord()
    return found
  }

  private async shown(tx: EntityManager, rows: readonly Row[]): Promise<ForcedCancellation[]> {
    const names = new Map((await this.accounts.findByIds([...new Set(rows.map(({ by }) => by))], tx)).map(({ id, name }) => [id, name]))
    const today = shanghaiDay(this.clock.now())
    return rows.map(({ subjectId: _internal, by, orders, ...row }) => ({
      ...row, by: names.get(by) ?? '',
      orders: orders.map((order) => ({ ...order, acknowledgedAt: order.acknowledgedAt && new Date(order.acknowledgedAt).toISOString(), standing: cutStanding(order, today) })),
    }))
  }
}
