import { keptSeconds, stoppedNameSeconds } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock, later } from '../platform/clock.js'
import { JobsApi } from '../platform/jobs.api.js'
import { SlidingLimits } from '../platform/sliding-limits.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { OneTimeCodes } from './codes/one-time-codes.js'
import { InvitationsRepository } from './invitations/invitations.repository.js'
import { LogOnRecordsRepository } from './log-on/log-on-records.repository.js'
import { LogOnRepository } from './log-on/log-on.repository.js'
import { RegistrationsRepository } from './registration/registrations.repository.js'
import { ContactChangesRepository } from './contacts/contact-changes.repository.js'
import { RecoveryRequestsRepository } from './recovery/recovery-requests.repository.js'
import { DevicesRepository } from './sessions/devices.repository.js'
import { VerificationRepository } from './verification/verification.repository.js'

export const expiryQueue = 'accounts-remove-expired'

/** Removes what has served its time: nothing that expired works anyway, and personal data is not kept longer than it is needed (PIPL 47). */
@Injectable()
export class ExpiryService {
  constructor(
    jobs: JobsApi,
    private readonly transactions: Transactions,
    private readonly registrations: RegistrationsRepository,
    private readonly logOns: LogOnRepository,
    private readonly records: LogOnRecordsRepository,
    private readonly verification: VerificationRepository,
    private readonly devices: DevicesRepository,
    private readonly recoveries: RecoveryRequestsRepository,
    private readonly contacts: ContactChangesRepository,
    private readonly codes: OneTimeCodes,
    private readonly invitations: InvitationsRepository,
    private readonly counts: SlidingLimits,
    private readonly clock: Clock,
  ) {
    jobs.workAt(expiryQueue, '17 * * * *', () => this.removeExpired(), { reach: [] })
  }

  /** Each after the period of its rule; what only works for minutes, when it has ended. */
  async removeExpired(): Promise<void> {
    await this.transactions.write(null, (tx) => this.removeFrom(tx))
  }

  async removeFrom(tx: EntityManager): Promise<void> {
    const now = this.clock.now()
    const ago = (rule: Parameters<typeof keptSeconds>[0]) => later(now, -keptSeconds(rule))
    await this.registrations.purge(tx, ago('registration'))
    await this.logOns.purge(tx, now, { failures: ago('failures'), stopped: later(now, -stoppedNameSeconds) })
    await this.records.purge(tx, ago('log-on'))
    await this.verification.purge(tx, now)
    await this.devices.purge(tx, ago('device'))
    await this.recoveries.purge(tx, ago('code'))
    await this.contacts.purge(tx, ago('code'))
    await this.codes.purge(tx, ago('code'))
    await this.invitations.eraseOld(tx, ago('invitation'), now)
    await this.counts.purge(tx)
    await statement(tx, 'DELETE FROM sessions WHERE seen_at < $1', [ago('session')])
    await statement(tx, 'DELETE FROM idempotency_records WHERE at < $1', [ago('idempotency')])
    await statement(tx, 'DELETE FROM limiter_points WHERE expire < $1', [Date.parse(ago('limit'))])
  }
}
