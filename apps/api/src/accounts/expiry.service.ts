import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock, later } from '../platform/clock.js'
import { JobsApi } from '../platform/jobs.api.js'
import { SlidingLimits } from '../platform/sliding-limits.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { OneTimeCodes } from './codes/one-time-codes.js'
import { LogOnRepository } from './log-on/log-on.repository.js'
import { RegistrationsRepository } from './registration/registrations.repository.js'
import { ContactChangesRepository } from './contacts/contact-changes.repository.js'
import { RecoveryRequestsRepository } from './recovery/recovery-requests.repository.js'
import { DevicesRepository } from './sessions/devices.repository.js'
import { idleSeconds } from './sessions.repository.js'
import { VerificationRepository } from './verification/verification.repository.js'

export const expiryQueue = 'accounts-remove-expired'
const day = 24 * 3600

/** Removes what has served its time: nothing that expired works anyway, and personal data is not kept longer than it is needed (PIPL 47). */
@Injectable()
export class ExpiryService {
  constructor(
    jobs: JobsApi,
    private readonly transactions: Transactions,
    private readonly registrations: RegistrationsRepository,
    private readonly logOns: LogOnRepository,
    private readonly verification: VerificationRepository,
    private readonly devices: DevicesRepository,
    private readonly recoveries: RecoveryRequestsRepository,
    private readonly contacts: ContactChangesRepository,
    private readonly codes: OneTimeCodes,
    private readonly counts: SlidingLimits,
    private readonly clock: Clock,
  ) {
    jobs.workAt(expiryQueue, '17 * * * *', () => this.removeExpired(), { reach: [] })
  }

  /** Registrations and codes after a day, sessions when they end, stored answers of repeated requests after seven days. */
  async removeExpired(): Promise<void> {
    await this.transactions.write(null, (tx) => this.removeFrom(tx))
  }

  async removeFrom(tx: EntityManager): Promise<void> {
    const now = this.clock.now()
    await this.registrations.purge(tx, later(now, -day))
    await this.logOns.purge(tx, now)
    await this.verification.purge(tx, now)
    await this.devices.purge(tx, now)
    await this.recoveries.purge(tx, later(now, -day))
    await this.contacts.purge(tx, later(now, -day))
    await this.codes.purge(tx)
    await this.counts.purge(tx)
    await statement(tx, 'DELETE FROM sessions WHERE seen_at < $1', [later(now, -idleSeconds)])
    await statement(tx, 'DELETE FROM idempotency_records WHERE at < $1', [later(now, -7 * day)])
    await statement(tx, 'DELETE FROM limiter_points WHERE expire < $1', [Date.parse(now) - day * 1000])
  }
}
