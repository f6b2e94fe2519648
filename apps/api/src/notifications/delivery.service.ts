import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock, later } from '../platform/clock.js'
import { JobsApi } from '../platform/jobs.api.js'
import { Transactions } from '../platform/transaction.service.js'
import { Resting } from './circuit-breaker.js'
import { DeliveryFault, faultOf } from './delivery-fault.js'
import { type ClaimedMessage, OutboxRepository } from './outbox.repository.js'
import { SmsBudget } from './sms-budget.js'
import { Ways } from './ways.js'

export const deliveryQueue = 'notifications-deliver'
const recoveryQueue = 'notifications-recover'

/** Longer than any gateway may take: who holds a message longer has died. */
const leaseSeconds = 60
/** Ten tries over three quarters of an hour: 5 s after the first, doubling, a quarter of an hour at most. */
export const mostAttempts = 10
const secondsBeforeNext = (attempts: number): number => Math.min(15 * 60, 5 * 2 ** (attempts - 1))

type Outcome =
  | { readonly state: 'delivered' | 'kept' }
  | { readonly state: 'failed'; readonly error: DeliveryFault['kind'] }
  | { readonly state: 'waiting'; readonly error: DeliveryFault['kind'] | null; readonly nextAt: string; readonly tried: boolean }

/**
 * Hands queued messages to their gateway after their transaction has committed: at least once, under a name that stays the same. While a gateway is asked no
 * transaction is open and no row is locked, so a gateway that hangs keeps nobody waiting.
 */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly jobs: JobsApi,
    private readonly transactions: Transactions,
    private readonly outbox: OutboxRepository,
    private readonly ways: Ways,
    private readonly budget: SmsBudget,
    private readonly clock: Clock,
  ) {
    jobs.work<{ id: string }>(deliveryQueue, ({ id }) => this.deliver(id), { reach: [] })
    jobs.workAt(recoveryQueue, '* * * * *', () => this.recover(), { reach: [] })
  }

  /** A message that was delivered, or that another worker has in hand, is left alone. */
  async deliver(id: string): Promise<void> {
    const now = this.clock.now()
    const message = await this.transactions.write(null, (tx) => this.outbox.claim(tx, id, now, later(now, leaseSeconds)))
    if (!message) return
    const outcome = await this.attempt(message)
    await this.transactions.write(null, (tx) => this.note(tx, message, outcome))
  }

  /** Queues again what a worker has left behind when it died between claiming and noting. */
  async recover(): Promise<void> {
    await this.transactions.write(null, async (tx) => {
      for (const id of await this.outbox.listForgotten(tx, later(this.clock.now(), -leaseSeconds))) await this.jobs.send(tx, deliveryQueue, { id })
    })
  }

  private async attempt(message: ClaimedMessage): Promise<Outcome> {
    const { channel, expiresAt } = message
    const way = await this.ways.of(channel)
    if (!way) return { state: 'kept' }
    if (expiresAt && expiresAt <= this.clock.now()) return { state: 'failed', error: 'expired' }
    if (channel === 'sms' && !(await this.budget.spend(message))) return { state: 'failed', error: 'budget' }
    try {
      await way.deliver({ ...message, id: `${message.id}.${message.resends}` })
      return { state: 'delivered' }
    } catch (error) {
      // After silence or nonsense it may have been sent all the same, and then it costs.
      const fault = error instanceof Resting ? undefined : faultOf(error)
      if (channel === 'sms' && !['too-slow', 'unreadable'].includes(fault?.kind ?? '')) await this.budget.giveBack()
      if (error instanceof Resting) return { state: 'waiting', error: null, nextAt: error.until, tried: false }
      return this.afterFault(faultOf(error), message)
    }
  }

  private afterFault({ kind, final }: DeliveryFault, { attempts, expiresAt }: ClaimedMessage): Outcome {
    const nextAt = later(this.clock.now(), secondsBeforeNext(attempts))
    if (final || attempts >= mostAttempts || (expiresAt && expiresAt <= nextAt)) return { state: 'failed', error: kind }
    return { state: 'waiting', error: kind, nextAt, tried: true }
  }

  private async note(tx: EntityManager, message: ClaimedMessage, outcome: Outcome): Promise<void> {
    const now = this.clock.now()
    if (outcome.state !== 'waiting') return this.outbox.settle(tx, message, { state: outcome.state, error: 'error' in outcome ? outcome.error : null, at: now })
    await this.outbox.postpone(tx, message, { error: outcome.error, nextAt: outcome.nextAt, tried: outcome.tried })
    await this.jobs.send(tx, deliveryQueue, { id: message.id }, { startAfter: outcome.nextAt })
  }
}
