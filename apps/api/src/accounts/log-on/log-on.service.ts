import type { BodyOf, LogOnStep } from '@icp/contract'
import { categoryOf } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { Clock, later, secondsUntil } from '../../platform/clock.js'
import { codeTries } from '../../platform/codes.js'
import { randomToken, sha256 } from '../../platform/digest.js'
import { type Limit, Limits } from '../../platform/limits.js'
import { SlidingLimits } from '../../platform/sliding-limits.js'
import { Transactions } from '../../platform/transaction.service.js'
import type { Account } from '../account.js'
import { AccountsRepository } from '../accounts.repository.js'
import { Authenticators } from '../authenticator/authenticators.js'
import { type CodeBinding, OneTimeCodes } from '../codes/one-time-codes.js'
import { Passwords, type Seat } from '../passwords.js'
import { VerificationService } from '../verification/verification.service.js'
import type { Arrival } from '../sessions/arrival.js'
import { DevicesRepository } from '../sessions/devices.repository.js'
import type { Visitor } from '../verification/visits.js'
import { fromAddress, fromNetwork } from './log-on-limits.js'
import { failedTooOften, logOnAgain, logOnFailed, logOnStopped, noAuthenticator, waitFirst } from './log-on-refusals.js'
import { LogOnRecordsRepository } from './log-on-records.repository.js'
import { type Attempt, attemptSeconds, LogOnRepository } from './log-on.repository.js'

/** All first steps from one address. */
const perVisitor: Limit = { name: 'log-on', points: 120, seconds: 300 }

/** A code of a log-on opens the attempt that asked for it, for as long as the account has this phone and mailbox. */
export const boundTo = (attempt: Attempt, { id, mobile, email }: Account): CodeBinding => ({ purpose: 'log-on', holder: attempt.token, accountId: id, mobile, email })

/** First step: category, name, password. It ends with one code on its way to phone and mail, or with the question for the authenticator's; not inside. */
@Injectable()
export class LogOnService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly store: LogOnRepository,
    private readonly records: LogOnRecordsRepository,
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly verification: VerificationService,
    private readonly codes: OneTimeCodes,
    private readonly authenticators: Authenticators,
    private readonly devices: DevicesRepository,
    private readonly audit: AuditApi,
    private readonly limits: Limits,
    private readonly counts: SlidingLimits,
    private readonly clock: Clock,
  ) {}

  /** Answers the step and the cookie of this attempt, which its code is bound to. Counts and limits come before the expensive hash. */
  async start(given: BodyOf<'logOn'>, from: Visitor, arrival: Arrival): Promise<{ step: LogOnStep; cookie: string }> {
    await this.limits.take(perVisitor, from.address)
    const now = this.clock.now()
    const found = await this.passwords.seated((seat) => this.identify(given, from, arrival, now, seat))
    await this.transactions.write(null, (tx) => this.forgetTry(tx, given.userName, from, arrival))
    return this.transactions.write(null, async (tx) => {
      // A new password, or a disabling, that came while the old one was compared has ended every log-on, this one too.
      const account = await this.accounts.holdForLogOn(tx, found.account.id, found.password)
      if (!account) throw logOnFailed(undefined)
      const cookie = randomToken()
      const attempt: Attempt = { token: sha256(cookie), accountId: account.id, way: await this.wayOf(tx, account), triesLeft: codeTries, startedAt: now }
      await this.store.insertAttempt(tx, attempt)
      return { step: attempt.way === 'message' ? await this.sendCode(tx, attempt, account) : await this.askAuthenticator(tx, attempt, account), cookie }
    })
  }

  async get(cookie: string): Promise<LogOnStep> {
    const attempt = await this.store.find(this.database.manager, cookie, this.clock.now())
    const account = attempt && (await this.accounts.get(this.database.manager, attempt.accountId))
    if (!attempt || !account) throw logOnAgain()
    if (attempt.way === 'authenticator') return this.askAuthenticator(this.database.manager, attempt, account)
    const sent = await this.codes.find(this.database.manager, boundTo(attempt, account))
    if (!sent) throw logOnAgain()
    return { way: 'message', ...sent }
  }

  /** A new code after a minute; the one before stops working. Wrong tries stay counted. */
  async resend(cookie: string): Promise<LogOnStep> {
    return this.transactions.write(null, async (tx) => {
      const attempt = await this.store.lock(tx, cookie, this.clock.now())
      if (attempt?.way !== 'message') throw logOnAgain()
      return this.sendCode(tx, attempt, await this.accounts.get(tx, attempt.accountId))
    })
  }

  /** Whose name and password they are. What is spent here, the verification code and a try, is spent on a hash that will be made: its seat is taken. */
  private async identify(given: BodyOf<'logOn'>, from: Visitor, arrival: Arrival, now: string, seat: Seat): Promise<{ account: Account; password: string }> {
    await this.verification.check('log-on', from, given.verification)
    const counted = await this.transactions.write(null, (tx) => this.takeTry(tx, given.userName, from, arrival, now))
    const found = await this.accounts.findForLogOn(this.database.manager, given.userName)
    const inCategory = found && !found.account.disabledAt && categoryOf(found.account.role) === given.category ? found : undefined
    if ((await this.passwords.matches(inCategory?.password, given.password, seat)) && inCategory) return inCategory
    await this.noteFailure(given, found?.account.id ?? null, arrival, now)
    throw logOnFailed(counted.waitUntil ? secondsUntil(now, counted.waitUntil) : undefined)
  }

  /**
   * Counts a failure for the address, its network and the name, before anything is compared; all in one order, so that two wait for each other and not around each
   * other. A refusal counts nothing. On a device that the account was logged on from, the waits that others brought about are not waited for.
   */
  private async takeTry(tx: EntityManager, userName: string, { address, network }: Visitor, { deviceCookie }: Arrival, now: string): Promise<{ waitUntil: string | null }> {
    for (const [limit, who] of [[fromAddress, address], [fromNetwork, network]] as const) {
      const wait = await this.counts.take(tx, limit, who)
      if (wait > 0) throw failedTooOften(wait)
    }
    const own = deviceCookie !== undefined && (await this.devices.isOf(tx, userName, deviceCookie)) ? sha256(deviceCookie) : undefined
    const counted = await this.store.takeTry(tx, userName, now, own)
    if ('stopped' in counted) throw logOnStopped()
    if ('refusedUntil' in counted) throw waitFirst(secondsUntil(now, counted.refusedUntil))
    return counted
  }

  private async forgetTry(tx: EntityManager, userName: string, { address, network }: Visitor, { deviceCookie }: Arrival): Promise<void> {
    await this.counts.giveBack(tx, fromAddress, address)
    await this.counts.giveBack(tx, fromNetwork, network)
    await this.store.forgetTries(tx, userName, deviceCookie && sha256(deviceCookie))
  }

  /** Which name was tried, by its keyed index, and from where; the same for names of nobody. In a transaction of its own: nothing else is written. */
  private noteFailure({ category, userName }: BodyOf<'logOn'>, accountId: string | null, arrival: Arrival, at: string): Promise<void> {
    return this.transactions.write(null, async (tx) => {
      const record = await this.records.insert(tx, { ...arrival, accountId, at, outcome: 'failed-password' })
      await this.audit.append(tx, { actor: { role: 'clock' }, action: 'log-on.failed', objectType: 'log-on', objectId: this.store.indexOf(userName), detail: { category, record } })
    })
  }

  private async sendCode(tx: EntityManager, attempt: Attempt, account: Account): Promise<LogOnStep> {
    const sent = await this.codes.send(tx, boundTo(attempt, account))
    await this.audit.append(tx, {
      actor: { role: 'clock' }, action: 'account.log-on-code', objectType: 'account', objectId: account.id, detail: { channels: ['sms', 'mail'] },
    })
    return { way: 'message', ...sent }
  }

  /** Whoever has an authenticator is asked for its code, and staff for nothing less (two factors, one of them cryptographic: GB/T 22239 8.1.4.1 d). */
  private async wayOf(tx: EntityManager, { id, role }: Account): Promise<Attempt['way']> {
    if (await this.authenticators.has(tx, id)) return 'authenticator'
    if (role === 'owner') return 'message'
    throw noAuthenticator()
  }

  private async askAuthenticator(tx: EntityManager, { way, triesLeft, startedAt }: Attempt, account: Account): Promise<LogOnStep> {
    const code = await this.authenticators.demoCode(tx, account)
    return {
      way, mobile: '', email: '', triesLeft, expiresAt: later(startedAt, attemptSeconds), resendAt: this.authenticators.nextCodeAt(),
      onScreen: code === undefined ? null : { code },
    }
  }
}
