import type { AnswerOf } from '@icp/contract'
import { requireReadPurpose } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { AuditApi } from '../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../http/request.js'
import type { Parsed } from '../http/serve.js'
import { Clock } from '../platform/clock.js'
import { type Limit, Limits } from '../platform/limits.js'
import { Transactions } from '../platform/transaction.service.js'
import { MessageReadsRepository } from './message-reads.repository.js'
import { noMessage } from './no-message.js'
import { OutboxRepository } from './outbox.repository.js'
import { withoutKeys } from './shown-text.js'
import { Ways } from './ways.js'

/** Enough for a day of complaints, too little to copy the addresses of a province. */
export const messageRevealLimits: readonly Limit[] = [
  { name: 'message-reveal-hour', points: 60, seconds: 3600 },
  { name: 'message-reveal-day', points: 200, seconds: 86_400 },
]

/** One message with its recipient in clear: counted, judged, written down, then told. What opens something stays covered for everybody. */
@Injectable()
export class MessageRevealService {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: OutboxRepository,
    private readonly reads: MessageReadsRepository,
    private readonly audit: AuditApi,
    private readonly limits: Limits,
    private readonly ways: Ways,
    private readonly clock: Clock,
  ) {}

  async reveal(session: SessionInfo, id: string, { reason, note }: Parsed<'revealMessage'>['body']): Promise<AnswerOf<'revealMessage'>> {
    for (const limit of messageRevealLimits) await this.limits.take(limit, session.accountId)
    return this.transactions.write(null, async (tx) => {
      const row = await this.outbox.find(tx, id)
      if (!row) throw noMessage()
      requireReadPurpose(session.role, { reason, note })
      const message = this.outbox.opened(row)
      const read = randomUUID()
      const accounts = await this.reads.accountsAt(tx, row.channel, message.to)
      await this.reads.insert(tx, { id: read, at: this.clock.now(), readerAccountId: session.accountId, messageId: id, recipientAccountId: accounts[0] ?? null, reason, note })
      const objects = [`message:${id}`, ...accounts.map((one) => `account:${one}`)]
      await this.audit.noteRead(tx, { actor: actorOf(session), action: 'message.reveal', objects, detail: { reason, read } })
      return { to: message.to, ...withoutKeys(message, this.ways.has(row.channel)) }
    })
  }
}
