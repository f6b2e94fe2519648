import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { Transactions } from '../platform/transaction.service.js'
import { NoticesRepository } from './notices.repository.js'

@Injectable()
export class NoticesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticesRepository,
    private readonly clock: Clock,
  ) {}

  async markAllRead(accountId: string): Promise<void> {
    await this.transactions.write(null, (tx) => this.notices.markRead(tx, accountId, this.clock.now()))
  }
}
