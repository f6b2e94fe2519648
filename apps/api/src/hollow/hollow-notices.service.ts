import { hollowClock } from '@icp/domain'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { AccountsApi } from '../accounts/accounts.api.js'
import { AuditApi } from '../audit/audit.api.js'
import { Clock } from '../platform/clock.js'
import { JobsApi } from '../platform/jobs.api.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { type HollowFound, isQuiet, selectHollow } from './hollow-row.js'

const queue = 'hollow-tell'
/** So many in one run; the rest is the next one's. */
const most = 200

/** Every owner of something hollow is told once, and the days begin with that. */
@Injectable()
export class HollowNotices implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountsApi,
    private readonly audit: AuditApi,
    private readonly jobs: JobsApi,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.workAt(queue, '41 * * * *', async () => void (await this.tell()), { reach: ['filings', 'register', 'notices'] })
  }

  /** Nobody is told while a filing of the subject runs or a website is coming to it. Answers how many were told. */
  tell(): Promise<number> {
    return this.transactions.write(null, async (tx) => {
      const now = this.clock.now()
      const { rows: found } = await statement<HollowFound>(
        tx,
        `${selectHollow} WHERE h.told_at IS NULL AND ${isQuiet}
          ORDER BY h.since, h.id LIMIT ${most} FOR UPDATE OF h SKIP LOCKED`,
      )
      for (const { id, kind, subjectName, subjectNumber, serviceName, serviceNumber, ownerAccountId } of found) {
        await statement(tx, 'UPDATE hollow_records SET told_at = $2 WHERE id = $1', [id, now])
        const { email } = await this.accounts.mailAndMobileOf(tx, ownerAccountId)
        const facts = { kind, name: serviceName ?? subjectName, number: serviceNumber ?? subjectNumber, until: hollowClock(now, [], now).until ?? now }
        await this.accounts.tell(tx, { inbox: ownerAccountId, email }, 'hollow', facts)
        await this.audit.append(tx, { actor: { role: 'clock' }, action: 'register.hollow-notice', objectType: 'hollow-record', objectId: id, detail: { number: facts.number } })
      }
      return found.length
    })
  }
}
