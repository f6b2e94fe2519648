import { Injectable } from '@nestjs/common'
import { type Refusal, staffMessage } from '@icp/domain'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf } from '../../http/request.js'
import { NotificationsApi } from '../../notifications/notifications.api.js'
import { actAs, house } from '../../platform/acting.js'
import { Clock } from '../../platform/clock.js'
import { SlidingLimits } from '../../platform/sliding-limits.js'
import { Transactions } from '../../platform/transaction.service.js'
import type { Account } from '../account.js'
import { AccountsRepository } from '../accounts.repository.js'
import { Authenticators, type SecondFactor } from '../authenticator/authenticators.js'
import { wrongAuthenticatorCode } from '../authenticator/authenticator-refusals.js'
import { wrongCodes } from '../codes/code-limits.js'
import { tooManyWrong, wrongCode } from '../codes/code-refusals.js'
import { OneTimeCodes } from '../codes/one-time-codes.js'
import type { Arrival } from '../sessions/arrival.js'
import { Arrivals } from '../sessions/arrivals.js'
import { SessionsRepository } from '../sessions.repository.js'
import { logOnAgain } from './log-on-refusals.js'
import { boundTo } from './log-on.service.js'
import { LogOnRecordsRepository } from './log-on-records.repository.js'
import { type Attempt, LogOnRepository } from './log-on.repository.js'

type Proof = { readonly by: 'message' | SecondFactor } | { readonly triesLeft: number }
type Outcome = { readonly session: string; readonly device: string; readonly account: Account } | { readonly refusal: Refusal }

/** Second step: the code that was sent, or that of the authenticator, and with it a session. */
@Injectable()
export class LogOnCodeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: LogOnRepository,
    private readonly records: LogOnRecordsRepository,
    private readonly codes: OneTimeCodes,
    private readonly authenticators: Authenticators,
    private readonly limits: SlidingLimits,
    private readonly notifications: NotificationsApi,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly arrivals: Arrivals,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the cookies of a new session and of its device; the session that was there before ends. A wrong code counts, which is why the refusal is thrown after the commit.
   * Five wrong ones end the attempt.
   */
  async enter(cookie: string, typed: string, arrival: Arrival, earlierSession: string | undefined): Promise<{ cookie: string; device: string; account: Account }> {
    // Nobody is signed in yet; what is told is the account's own.
    const outcome = await actAs(house('notices'), () => this.transactions.write(null, (tx) => this.judge(tx, cookie, typed, arrival, earlierSession)))
    if ('refusal' in outcome) throw outcome.refusal
    return { cookie: outcome.session, device: outcome.device, account: outcome.account }
  }

  private async judge(tx: EntityManager, cookie: string, typed: string, arrival: Arrival, earlierSession: string | undefined): Promise<Outcome> {
    const now = this.clock.now()
    const attempt = await this.store.lock(tx, cookie, now)
    if (!attempt) return { refusal: logOnAgain() }
    const account = await this.accounts.get(tx, attempt.accountId)
    const proof = attempt.way === 'message' ? await this.byMessage(tx, attempt, account, typed) : await this.byAuthenticator(tx, attempt, typed)
    if ('triesLeft' in proof) return this.countWrong(tx, attempt, proof.triesLeft, arrival)
    if (proof.by === 'recovery-code') await this.tellOfRecoveryCode(tx, account)
    await this.store.remove(tx, attempt.token)
    if (earlierSession) await this.sessions.close(tx, earlierSession)
    const { session, device } = await this.arrivals.open(tx, account, arrival)
    await this.accounts.noteLogOn(tx, account.id, now)
    const record = await this.records.insert(tx, { ...arrival, accountId: account.id, at: now, outcome: 'done' })
    await this.audit.append(tx, {
      actor: actorOf({ ...account, accountId: account.id, endsAt: now, provenAt: now }), action: 'account.log-on', objectType: 'account', objectId: account.id,
      detail: { by: proof.by, record },
    })
    return { session, device, account }
  }

  private async byMessage(tx: EntityManager, attempt: Attempt, account: Account, typed: string): Promise<Proof> {
    const compared = await this.codes.check(tx, boundTo(attempt, account), typed)
    return compared.right ? { by: 'message' } : compared
  }

  /** Wrong ones count with the wrong codes of every other purpose: twenty in a day stop the account. */
  private async byAuthenticator(tx: EntityManager, attempt: Attempt, typed: string): Promise<Proof> {
    const wait = await this.limits.take(tx, wrongCodes, attempt.accountId)
    if (wait > 0) throw tooManyWrong(wrongCodes, wait)
    const by = await this.authenticators.use(tx, attempt.accountId, typed)
    if (by) await this.limits.giveBack(tx, wrongCodes, attempt.accountId)
    if (by) return { by }
    await this.store.saveTries(tx, attempt.token, attempt.triesLeft - 1)
    return { triesLeft: attempt.triesLeft - 1 }
  }

  private tellOfRecoveryCode(tx: EntityManager, { email }: Account): Promise<void> {
    const { title, text } = staffMessage({ type: 'recovery-code-used' })
    return this.notifications.message(tx, { channel: 'mail', to: email, subject: title, text, personal: [] })
  }

  private async countWrong(tx: EntityManager, attempt: Attempt, triesLeft: number, arrival: Arrival): Promise<Outcome> {
    if (triesLeft === 0) await this.store.remove(tx, attempt.token)
    const record = await this.records.insert(tx, { ...arrival, accountId: attempt.accountId, at: this.clock.now(), outcome: 'failed-code' })
    await this.audit.append(tx, {
      actor: { role: 'clock' }, action: 'account.log-on-code-wrong', objectType: 'account', objectId: attempt.accountId, detail: { triesLeft, record },
    })
    const wrong = attempt.way === 'message' ? wrongCode : wrongAuthenticatorCode
    return { refusal: triesLeft > 0 ? wrong('code', triesLeft) : logOnAgain() }
  }
}
