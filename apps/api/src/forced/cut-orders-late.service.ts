import { cutLateProvider, cutLateReviewer, shanghaiDay } from '@icp/domain'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { AccountsApi } from '../accounts/accounts.api.js'
import { AuditApi } from '../audit/audit.api.js'
import { NotificationsApi } from '../notifications/notifications.api.js'
import { Clock } from '../platform/clock.js'
import { JobsApi } from '../platform/jobs.api.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'

interface Late {
  readonly id: string
  readonly province: string
  readonly providerId: string
  readonly providerName: string
  readonly number: string
}

const queue = 'cut-orders-late'
/** So many in one run; the rest is the next one's. */
const most = 200

/** A provider that has not acknowledged by the last day is reminded, and the administration that ordered it is told; once for each order. */
@Injectable()
export class CutOrdersLate implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountsApi,
    private readonly notifications: NotificationsApi,
    private readonly audit: AuditApi,
    private readonly jobs: JobsApi,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.workAt(queue, '19 * * * *', async () => void (await this.urge()), { reach: ['register', 'notices'] })
  }

  /** Answers how many were late. */
  urge(): Promise<number> {
    return this.transactions.write(null, async (tx) => {
      const now = this.clock.now()
      const { rows: late } = await statement<Late>(
        tx,
        `SELECT id, province, provider_id AS "providerId", provider_name AS "providerName", service_number AS number FROM cut_orders
          WHERE acknowledged_at IS NULL AND urged_at IS NULL AND due_on < $1::date ORDER BY due_on, id LIMIT ${most} FOR UPDATE SKIP LOCKED`,
        [shanghaiDay(now)],
      )
      await statement(tx, 'UPDATE cut_orders SET urged_at = $2 WHERE id = ANY ($1)', [late.map(({ id }) => id), now])
      for (const [providerId, orders] of Map.groupBy(late, (one) => one.providerId)) {
        await this.notifications.notice(tx, { accountIds: await this.accounts.accountIdsOfProvider(tx, providerId), ...cutLateProvider(orders.length) })
      }
      for (const orders of Map.groupBy(late, ({ province, providerId }) => `${province} ${providerId}`).values()) {
        const [{ province, providerName } = { province: '', providerName: '' }] = orders
        await this.notifications.notice(tx, { accountIds: await this.accounts.reviewerIdsOf(tx, province), ...cutLateReviewer(providerName, orders.map(({ number }) => number)) })
      }
      for (const { id, number } of late) await this.audit.append(tx, { actor: { role: 'clock' }, action: 'cut-order.urge', objectType: 'cut-order', objectId: id, detail: { number } })
      return late.length
    })
  }
}
