import { Injectable } from '@nestjs/common'
import type { Refusal } from '@icp/domain'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf } from '../../http/request.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/transaction.service.js'
import type { Account } from '../account.js'
import { AccountsRepository } from '../accounts.repository.js'
import { wrongCode } from '../codes/code-refusals.js'
import { OneTimeCodes } from '../codes/one-time-codes.js'
import { SessionsRepository } from '../sessions.repository.js'
import { logOnAgain } from './log-on-refusals.js'
import { boundTo } from './log-on.service.js'
import { type Attempt, LogOnRepository } from './log-on.repository.js'

type Outcome = { readonly session: string; readonly account: Account } | { readonly refusal: Refusal }

/** Second step: the code, and with it a session. */
@Injectable()
export class LogOnCodeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: LogOnRepository,
    private readonly codes: OneTimeCodes,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the cookie of a new session; the one that was there before ends. A wrong code counts, which is why the refusal is thrown after the commit.
   * Five wrong ones end the attempt.
   */
  async enter(cookie: string, typed: string, earlierSession: string | undefined): Promise<{ cookie: string; account: Account }> {
    const outcome = await this.transactions.write(null, (tx) => this.judge(tx, cookie, typed, earlierSession))
    if ('refusal' in outcome) throw outcome.refusal
    return { cookie: outcome.session, account: outcome.account }
  }

  private async judge(tx: EntityManager, cookie: string, typed: string, earlierSession: string | undefined): Promise<Outcome> {
    const now = this.clock.now()
    const attempt = await this.store.lock(tx, cookie, now)
    if (!attempt) return { refusal: logOnAgain() }
    const account = await this.accounts.get(tx, attempt.accountId)
    const compared = await this.codes.check(tx, boundTo(attempt, account), typed)
    if (!compared.right) return this.countWrong(tx, attempt, compared.triesLeft)
    await this.store.remove(tx, attempt.token)
    if (earlierSession) await this.sessions.close(tx, earlierSession)
    const session = await this.sessions.open(tx, account.id, now)
    await this.accounts.noteLogOn(tx, account.id, now)
    await this.audit.append(tx, {
      actor: actorOf({ ...account, accountId: account.id, endsAt: now }), action: 'account.log-on', objectType: 'account', objectId: account.id,
    })
    return { session, account }
  }

  private async countWrong(tx: EntityManager, attempt: Attempt, triesLeft: number): Promise<Outcome> {
    if (triesLeft === 0) await this.store.remove(tx, attempt.token)
    await this.audit.append(tx, {
      actor: { role: 'clock' }, action: 'account.log-on-code-wrong', objectType: 'account', objectId: attempt.accountId, detail: { triesLeft },
    })
    return { refusal: triesLeft > 0 ? wrongCode('code', triesLeft) : logOnAgain() }
  }
}
