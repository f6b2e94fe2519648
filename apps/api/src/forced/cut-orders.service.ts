import type { AnswerOf, CutOrder } from '@icp/contract'
import { cutStanding, shanghaiDay, worstCut } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import type { Parsed } from '../http/serve.js'
import { Clock } from '../platform/clock.js'
import { cursorOf, readCursor } from '../platform/cursor.js'
import type { Once } from '../platform/once.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { noSuchCut } from './forced-refusals.js'
import type { Provider } from './parties.js'

interface Row extends Omit<CutOrder, 'standing'> {
  readonly subjectId: string
}

const pageSize = 50
const wanted = `o.provider_id = $1 AND ($2::text IS NULL OR ($2 = 'open') = (o.acknowledged_at IS NULL))`
const selected = `
  SELECT o.id, c.subject_id AS "subjectId", o.service_number AS "serviceNumber", o.service_name AS "serviceName", o.service_type AS "serviceType", o.domain, o.subject_name AS "subjectName",
         o.province, c.reason, c.ground, o.ordered_at AS "orderedAt", o.due_on::text AS "dueOn", o.acknowledged_at AS "acknowledgedAt"
    FROM cut_orders o JOIN forced_cancellations c ON c.id = o.cancellation_id`

/** What a provider is ordered to cut, and its word that it has. */
@Injectable()
export class CutOrders {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  /** Those due first. */
  async list(actor: Provider, { cuts, cursor }: Parsed<'listCutOrders'>['query']): Promise<AnswerOf<'listCutOrders'>> {
    const tx = this.database.manager
    const [due = null, id = null] = readCursor(cursor, 2)
    const values = [actor.providerId, cuts ?? null]
    const { rows } = await statement<Row>(tx, `${selected} WHERE ${wanted} AND ($3::date IS NULL OR (o.due_on, o.id) > ($3, $4::uuid)) ORDER BY o.due_on, o.id LIMIT ${pageSize + 1}`, [...values, due, id])
    const { rows: [count] } = await statement<{ total: number }>(tx, `SELECT count(*)::int AS total FROM cut_orders o WHERE ${wanted}`, values)
    const { rows: [first] } = await statement<{ due: string | null }>(tx, 'SELECT min(due_on)::text AS due FROM cut_orders WHERE provider_id = $1 AND acknowledged_at IS NULL', [actor.providerId])
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    await this.audit.noteShown({ actor, action: 'cut-order.list', objects: [...new Set(page.map(({ subjectId }) => `register-subject:${subjectId}`))] })
    const worst = worstCut(first?.due ?? null, shanghaiDay(this.clock.now()))
    return { rows: this.shown(page), total: count?.total ?? 0, worst, next: rows.length > pageSize && last ? cursorOf([last.dueOn, last.id]) : null }
  }

  /** All of them or none. Refuses (not-found) when one is not the provider's. What was acknowledged before keeps its time and who said it. */
  acknowledge(actor: Provider, ids: readonly string[], once: Once | null): Promise<AnswerOf<'acknowledgeCuts'>> {
    return this.transactions.write(once, async (tx) => {
      const asked = [...new Set(ids)]
      const { rows: locked } = await statement<{ id: string; done: boolean }>(
        tx, 'SELECT id, acknowledged_at IS NOT NULL AS done FROM cut_orders WHERE id = ANY ($1) AND provider_id = $2 ORDER BY id FOR UPDATE', [asked, actor.providerId],
      )
      if (locked.length !== asked.length) throw noSuchCut()
      const orders = locked.filter(({ done }) => !done).map(({ id }) => id)
      await statement(tx, 'UPDATE cut_orders SET acknowledged_at = $2, acknowledged_by = $3 WHERE id = ANY ($1) AND acknowledged_at IS NULL', [orders, this.clock.now(), actor.accountId])
      await this.audit.append(tx, { actor, action: 'cut-order.acknowledge', objectType: 'provider', objectId: actor.providerId, detail: { orders, saidBefore: asked.length - orders.length } })
      const { rows } = await statement<Row>(tx, `${selected} WHERE o.id = ANY ($1) ORDER BY o.due_on, o.id`, [asked])
      return { rows: this.shown(rows) }
    })
  }

  private shown(rows: readonly Row[]): CutOrder[] {
    const today = shanghaiDay(this.clock.now())
    return rows.map(({ subjectId: _internal, ...row }) => ({ ...row, standing: cutStanding(row, today) }))
  }
}
