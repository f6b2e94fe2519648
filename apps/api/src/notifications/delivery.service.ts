import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { JobsApi } from '../platform/jobs.api.js'
import { Transactions } from '../platform/transaction.service.js'
import { MessageGateway } from './gateway.js'
import { OutboxRepository } from './outbox.repository.js'

export const deliveryQueue = 'notifications-deliver'

/** Hands queued messages to the gateway after their transaction has committed. */
@Injectable()
export class DeliveryService {
  constructor(
    jobs: JobsApi,
    private readonly transactions: Transactions,
    private readonly outbox: OutboxRepository,
    private readonly gateway: MessageGateway,
    private readonly clock: Clock,
  ) {
    jobs.work<{ id: string }>(deliveryQueue, ({ id }) => this.deliver(id), { reach: [] })
  }

  /** A message that was delivered, or that another worker is delivering, is left alone. */
  async deliver(id: string): Promise<void> {
    await this.transactions.write(null, async (tx) => {
      const message = await this.outbox.lockWaiting(tx, id)
      if (!message) return
      await this.gateway.deliver(message)
      await this.outbox.markDelivered(tx, id, this.clock.now())
    })
  }
}
