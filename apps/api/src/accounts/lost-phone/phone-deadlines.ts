import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { JobsApi } from '../../platform/jobs.api.js'
import { findDatabaseFault } from '../../platform/sqlstate.js'
import { Transactions } from '../../platform/transaction.service.js'
import { PhoneRecoveriesRepository } from './phone-recoveries.repository.js'
import { PhoneSettling } from './phone-settling.js'

export const settleQueue = 'accounts-settle-phone'
/** `{ accountId }`: the account was disabled. Whoever keeps accounts sees no phone that waits, so the installation itself stops it. */
export const stopQueue = 'accounts-stop-phone'

/** When the waiting is over, the new phone works; when the account was disabled before, it never does. */
@Injectable()
export class PhoneDeadlines {
  constructor(
    private readonly jobs: JobsApi,
    private readonly transactions: Transactions,
    private readonly recoveries: PhoneRecoveriesRepository,
    private readonly settling: PhoneSettling,
    private readonly clock: Clock,
  ) {
    jobs.work<{ id: string }>(settleQueue, ({ id }) => this.settle(id), { reach: ['notices'] })
    jobs.work<{ accountId: string }>(stopQueue, ({ accountId }) => this.stop(accountId), { reach: ['notices'] })
  }

  /** A job that comes early waits again; one that comes twice finds nothing. A number that became another owner's meanwhile is stopped. */
  private async settle(id: string): Promise<void> {
    try {
      await this.transactions.write(null, async (tx) => {
        const found = await this.recoveries.lock(tx, id)
        if (!found) return
        if (found.dueAt > this.clock.now()) await this.jobs.send(tx, settleQueue, { id }, { startAfter: found.dueAt })
        else await this.settling.finish(tx, found, { role: 'clock' })
      })
    } catch (error) {
      if (findDatabaseFault(error)?.constraint !== 'accounts_mobile') throw error
      await this.transactions.write(null, async (tx) => {
        const found = await this.recoveries.lock(tx, id)
        if (found) await this.settling.stop(tx, found, { role: 'clock' }, 'taken')
      })
    }
  }

  private async stop(accountId: string): Promise<void> {
    await this.transactions.write(null, async (tx) => {
      const found = await this.recoveries.lockOf(tx, accountId)
      if (found) await this.settling.stop(tx, found, { role: 'clock' }, 'disabled')
    })
  }
}
