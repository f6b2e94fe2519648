import { Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { AuditApi } from '../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../http/request.js'
import { Clock } from '../platform/clock.js'
import { JobsApi } from '../platform/jobs.api.js'
import type { Once } from '../platform/once.js'
import { Transactions } from '../platform/transaction.service.js'
import { deliveryQueue } from './delivery.service.js'
import { noMessage } from './no-message.js'
import { OutboxRepository, type OutboxRow } from './outbox.repository.js'
import { Ways } from './ways.js'

/** Settled messages may be sent again, unless what they carry has run out; one that was kept, once there is a way for it. `leaves`: there is one now. */
export const mayBeSentAgain = ({ state, expiresAt }: Pick<OutboxRow, 'state' | 'expiresAt'>, leaves: boolean, now: string): boolean =>
  (state === 'failed' || state === 'delivered' || (state === 'kept' && leaves)) && (expiresAt === null || expiresAt > now)

const onItsWay = () =>
  new Refusal('conflict', 'message-on-its-way', { zh: '该信息正在发送，无需重发。', en: 'This message is on its way already.' })

const noWay = () =>
  new Refusal('conflict', 'message-has-no-way', {
    zh: '该信息仅留存：其发送通道未配置，或短信平台未启用。通道可用后，未过期的信息可以重发。',
    en: 'This message was kept here: no gateway is configured for it, or the SMS platform is off. Once there is one, it can be sent while it has not run out.',
  })

const ranOut = () =>
  new Refusal('conflict', 'message-ran-out', {
    zh: '该信息中的验证码已失效，重发没有意义；请让用户重新获取验证码。', en: 'The code in this message no longer works. The person has to ask for a new one.',
  })

/** The operator has a message sent once more. */
@Injectable()
export class ResendService {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: OutboxRepository,
    private readonly jobs: JobsApi,
    private readonly audit: AuditApi,
    private readonly ways: Ways,
    private readonly clock: Clock,
  ) {}

  send(session: SessionInfo, id: string, once: Once | null): Promise<{ readonly resends: number }> {
    return this.transactions.write(once, async (tx) => {
      const row = await this.outbox.lock(tx, id)
      if (!row) throw noMessage()
      const leaves = (await this.ways.of(row.channel)) !== undefined
      if (!mayBeSentAgain(row, leaves, this.clock.now())) throw row.state === 'waiting' ? onItsWay() : row.state === 'kept' && !leaves ? noWay() : ranOut()
      await this.outbox.sendAgain(tx, id)
      await this.jobs.send(tx, deliveryQueue, { id })
      await this.audit.append(tx, {
        actor: actorOf(session), action: 'message.send-again', objectType: 'message', objectId: id, detail: { channel: row.channel, resends: row.resends + 1 },
      })
      return { resends: row.resends + 1 }
    })
  }
}
