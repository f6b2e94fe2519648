import { WorkingYear, workingYearFaults } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { AuditApi } from '../../audit/audit.api.js'
import { Clock } from '../../platform/clock.js'
import { statement } from '../../platform/statement.js'
import { Transactions } from '../../platform/transaction.service.js'

/** Takes in the notice of a year; by hand, at the command line of whoever runs the system. */
@Injectable()
export class WorkingYearsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  /** A year that was published before is replaced. Answers what is wrong with the notice; then nothing was written. */
  async publish(notice: unknown): Promise<readonly string[]> {
    const read = WorkingYear.safeParse(notice)
    if (!read.success) return read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`)
    const faults = workingYearFaults(read.data)
    if (faults.length > 0) return faults
    const { year, holidays, makeUpDays, source } = read.data
    await this.transactions.write(null, async (tx) => {
      await statement(
        tx,
        `INSERT INTO working_years (year, holidays, make_up_days, source, published_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (year) DO UPDATE SET holidays = excluded.holidays, make_up_days = excluded.make_up_days, source = excluded.source, published_at = excluded.published_at`,
        [year, [...holidays].sort(), [...makeUpDays].sort(), source, this.clock.now()],
      )
      const detail = { source, holidays: holidays.length, makeUpDays: makeUpDays.length }
      await this.audit.append(tx, { actor: { role: 'clock' }, action: 'working-days.publish', objectType: 'system', objectId: String(year), detail })
    })
    return []
  }
}
