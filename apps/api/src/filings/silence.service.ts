import { clockDays, type Filing, lastOverdueStart, silenceDays, silenceOf, type WorkingCalendar } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { WorkingDaysApi } from '../administration/working-days/working-days.api.js'
import { AuditApi } from '../audit/audit.api.js'
import { Clock, endOfDay, later } from '../platform/clock.js'
import { JobsApi } from '../platform/jobs.api.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { FilingNotices } from './filing-notices.js'
import { FilingsRepository } from './filings.repository.js'

export const silenceQueue = 'filings-silence'
/** So many in one run; the rest is the next one's. */
const most = 200

/** Whoever has the ball and says nothing for too long is urged, and the owner is told; once for each time that the ball came. */
@Injectable()
export class SilenceService {
  constructor(
    jobs: JobsApi,
    private readonly transactions: Transactions,
    private readonly filings: FilingsRepository,
    private readonly notices: FilingNotices,
    private readonly audit: AuditApi,
    private readonly workingDays: WorkingDaysApi,
    private readonly clock: Clock,
  ) {
    jobs.workAt(silenceQueue, '*/10 * * * *', async () => void (await this.urge()), { reach: ['filings', 'notices'] })
  }

  /** Answers how many were urged. */
  urge(): Promise<number> {
    return this.transactions.write(null, async (tx) => {
      const calendar = await this.workingDays.calendar(tx)
      const ids = await this.silent(tx, calendar)
      const overdue = new Map<string, number>()
      for (const id of ids) {
        const late = await this.one(tx, id, calendar)
        if (late !== null) overdue.set(late, (overdue.get(late) ?? 0) + 1)
      }
      await this.notices.tellOperators(tx, overdue)
      return ids.length
    })
  }

  private async silent(tx: EntityManager, calendar: WorkingCalendar): Promise<string[]> {
    const now = this.clock.now()
    const { rows } = await statement<{ id: string }>(
      tx,
      `SELECT id FROM filings WHERE (urged_at IS NULL OR urged_at <= status_since) AND (
         (status IN ('with-providers', 'returned') AND status_since <= $1) OR (status = 'in-review' AND coalesce(review_since, status_since) <= $2))
       ORDER BY status_since LIMIT ${most} FOR UPDATE SKIP LOCKED`,
      [later(now, -silenceDays * 24 * 3600), endOfDay(lastOverdueStart(clockDays.review.days, now, calendar))],
    )
    return rows.map(({ id }) => id)
  }

  /** Answers the province whose review is late, if that is what it is. */
  private async one(tx: EntityManager, id: string, calendar: WorkingCalendar): Promise<string | null> {
    const record = await this.filings.find(tx, id)
    const who = record && silenceOf(record.filing, this.clock.now(), calendar)
    if (!record || !who) return null
    const { row, filing } = record
    await statement(tx, 'UPDATE filings SET urged_at = $2 WHERE id = $1', [id, this.clock.now()])
    const providerNames = new Map(row.summary.providers.map((provider) => [provider.id, provider.name]))
    await this.notices.tell(tx, { type: 'silent', who, waiting: waitingIn(filing) }, filing, { reference: row.reference ?? '', subjectName: row.subjectName, providerNames })
    await this.audit.append(tx, { actor: { role: 'clock' }, action: 'filing.urge', filingId: id, objectType: 'filing', objectId: id, detail: { who } })
    return who === 'review' ? filing.province : null
  }
}

const waitingIn = ({ passes }: Filing): string[] => passes.filter(({ state }) => state === 'waiting').map(({ providerId }) => providerId)
