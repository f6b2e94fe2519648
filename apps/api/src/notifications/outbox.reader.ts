import type { AnswerOf } from '@icp/contract'
import { type Actor, maskField } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { AuditApi } from '../audit/audit.api.js'
import type { Parsed } from '../http/serve.js'
import { cursorOf, readCursor } from '../platform/cursor.js'
import { Clock } from '../platform/clock.js'
import { FingerprintKeys } from '../platform/fingerprint-keys.js'
import { Queries } from '../platform/queries.js'
import { Transactions } from '../platform/transaction.service.js'
import { outboxColumns, OutboxRepository, type OutboxRow } from './outbox.repository.js'
import { mayBeSentAgain } from './resend.service.js'
import { masked, withoutKeys } from './shown-text.js'
import { SmsBudget } from './sms-budget.js'
import { Ways } from './ways.js'

const pageSize = 50
const matching = '($1::text IS NULL OR recipient_index = $1) AND ($2::text IS NULL OR state = $2)'

@Injectable()
export class OutboxReader {
  constructor(
    private readonly queries: Queries,
    private readonly outbox: OutboxRepository,
    private readonly ways: Ways,
    private readonly budget: SmsBudget,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditApi,
    private readonly prints: FingerprintKeys,
  ) {}

  /** Newest first, masked. `to` is a whole mobile number or mail address: recipients are sealed, so a part of one finds nothing. What was shown is written down. */
  async list(actor: Actor, { recipient: to, state, cursor }: Parsed<'listMessages'>['body']): Promise<AnswerOf<'listMessages'>> {
    const recipient = to?.trim() ?? ''
    const { rows, count } = await this.prints.steady(() => this.found(recipient, state, cursor))
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    const detail = { ...(recipient === '' ? {} : { by: 'recipient' }), ...(state ? { state } : {}) }
    await this.transactions.write(null, (tx) => this.audit.noteRead(tx, { actor, action: 'message.list', objects: page.map(({ id: one }) => `message:${one}`), detail }))
    const leaves = { sms: (await this.ways.of('sms')) !== undefined, mail: (await this.ways.of('mail')) !== undefined }
    return {
      rows: page.map((row) => this.shown(row, leaves[row.channel])),
      total: count?.total ?? 0,
      next: rows.length > pageSize && last ? cursorOf([last.at, last.id]) : null,
    }
  }

  private async found(to: string, state: string | undefined, cursor: string | undefined): Promise<{ rows: OutboxRow[]; count: { total: number } | undefined }> {
    const recipient = to === '' ? null : this.outbox.indexOf(to)
    const [at, id] = readCursor(cursor, 2)
    const rows = await this.queries.named<OutboxRow>(
      'outbox.page',
      `SELECT ${outboxColumns} FROM outbox_messages WHERE ${matching} AND ($3::timestamptz IS NULL OR (at, id) < ($3, $4::uuid))
       ORDER BY at DESC, id DESC LIMIT ${pageSize + 1}`,
      [recipient, state ?? null, at ?? null, id ?? null],
    )
    const [count] = await this.queries.named<{ total: number }>('outbox.total', `SELECT count(*) AS total FROM outbox_messages WHERE ${matching}`, [recipient, state ?? null])
    return { rows, count }
  }

  /** By which ways messages leave, and how that goes. */
  async getDelivery(): Promise<AnswerOf<'getDelivery'>> {
    const counts = await this.queries.named<{ channel: 'sms' | 'mail'; waiting: number; failed: number }>(
      'outbox.standing',
      `SELECT channel, count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) FILTER (WHERE state = 'failed') AS failed
       FROM outbox_messages WHERE state IN ('waiting', 'failed') GROUP BY channel`,
    )
    const of = (channel: 'sms' | 'mail') => {
      const { waiting, failed } = counts.find((row) => row.channel === channel) ?? { waiting: 0, failed: 0 }
      return { leaves: this.ways.has(channel), resting: this.ways.isResting(channel), waiting, failed }
    }
    const { sent, budget } = await this.budget.today()
    return { mail: of('mail'), sms: { ...of('sms'), sentToday: sent, dailyBudget: budget } }
  }

  private shown(row: OutboxRow, leaves: boolean): AnswerOf<'listMessages'>['rows'][number] {
    const { expiresAt: _end, about: _about, byStranger: _by, personal, ...message } = this.outbox.opened(row)
    return {
      ...message, ...masked({ ...withoutKeys(message, this.ways.has(row.channel)), personal }), to: maskField(row.channel === 'sms' ? 'phone' : 'mail', message.to),
      mayBeSentAgain: mayBeSentAgain(row, leaves, this.clock.now()),
    }
  }
}
