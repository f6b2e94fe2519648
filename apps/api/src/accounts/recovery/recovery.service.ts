import { randomUUID } from 'node:crypto'
import type { BodyOf } from '@icp/contract'
import { categoryOf, safetyPeriods } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock, later } from '../../platform/clock.js'
import { Config } from '../../platform/config.js'
import { randomToken } from '../../platform/digest.js'
import { JobsApi } from '../../platform/jobs.api.js'
import { Limits } from '../../platform/limits.js'
import { SlidingLimits } from '../../platform/sliding-limits.js'
import { Transactions } from '../../platform/transaction.service.js'
import { AccountNotices } from '../account-notices.js'
import { AccountsRepository } from '../accounts.repository.js'
import { VerificationService } from '../verification/verification.service.js'
import type { Visitor } from '../verification/visits.js'
import { aboutOne, fromVisitor } from './recovery-limits.js'
import { askedTooOften } from './recovery-refusals.js'
import { type RecoveryRequest, RecoveryRequestsRepository } from './recovery-requests.repository.js'
import { resetCodeQueue } from './reset-code.service.js'

export const userNameQueue = 'accounts-mail-user-name'

/**
 * The first steps of getting back in. They store what was typed and queue a job, whatever was typed: whether there is such an account is looked up after the
 * answer has left, so neither the answer nor its time can tell.
 */
@Injectable()
export class RecoveryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: RecoveryRequestsRepository,
    private readonly accounts: AccountsRepository,
    private readonly notices: AccountNotices,
    private readonly verification: VerificationService,
    private readonly limits: Limits,
    private readonly counts: SlidingLimits,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly jobs: JobsApi,
  ) {
    jobs.work<{ id: string }>(userNameQueue, ({ id }) => this.mailUserNames(id), { reach: [] })
  }

  /** Answers the cookie that the code will be bound to. */
  async askPasswordReset({ category, userName, verification }: BodyOf<'askPasswordReset'>, from: Visitor): Promise<{ cookie: string; until: string }> {
    await this.admit(verification, from)
    const cookie = randomToken()
    await this.transactions.write(null, async (tx) => {
      const id = await this.note(tx, { kind: 'password', given: userName, category }, cookie)
      await this.jobs.send(tx, resetCodeQueue, { id })
    })
    return { cookie, until: later(this.clock.now(), safetyPeriods.recoveryMinutes * 60) }
  }

  async askUserName({ category, email, verification }: BodyOf<'askUserName'>, from: Visitor): Promise<void> {
    await this.admit(verification, from)
    await this.transactions.write(null, async (tx) => {
      const id = await this.note(tx, { kind: 'user-name', given: email, category }, null)
      await this.jobs.send(tx, userNameQueue, { id })
    })
  }

  private async admit(verification: BodyOf<'askUserName'>['verification'], from: Visitor): Promise<void> {
    await this.limits.take(fromVisitor, from.address)
    await this.verification.check('recovery', from, verification)
  }

  private async note(tx: EntityManager, asked: Pick<RecoveryRequest, 'kind' | 'given' | 'category'>, cookie: string | null): Promise<string> {
    const wait = await this.counts.take(tx, aboutOne, `${asked.kind}|${asked.category}|${this.requests.indexOf(asked.given)}`)
    if (wait > 0) throw askedTooOften(wait)
    const id = randomUUID()
    await this.requests.insert(tx, { ...asked, id, startedAt: this.clock.now() }, cookie)
    return id
  }

  /** To the address as the account has it, not as it was typed. Staff may share a mailbox; then all of its names are told. */
  private async mailUserNames(id: string): Promise<void> {
    await this.transactions.write(null, async (tx) => {
      const request = await this.requests.lock(tx, id)
      if (!request) return
      await this.requests.remove(tx, id)
      const found = (await this.accounts.findByEmail(tx, request.given)).filter(({ role, disabledAt }) => disabledAt === null && categoryOf(role) === request.category)
      const [first] = found
      if (!first) return
      const link = `${this.config.portals[request.category]}/log-on`
      await this.notices.tell(tx, { email: first.email }, 'user-names', { userNames: found.map(({ userName }) => userName), link })
    })
  }
}
