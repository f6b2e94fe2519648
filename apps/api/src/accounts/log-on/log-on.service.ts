import type { BodyOf, LogOnStep } from '@icp/contract'
import { categoryOf, maskField } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { SwitchesApi } from '../../administration/switches.api.js'
import { AuditApi } from '../../audit/audit.api.js'
import { NotificationsApi } from '../../notifications/notifications.api.js'
import { Clock, later, secondsUntil } from '../../platform/clock.js'
import { codeSeconds, codeTries, drawCode, resendSeconds } from '../../platform/codes.js'
import { randomToken, sha256 } from '../../platform/digest.js'
import { type Limit, Limits } from '../../platform/limits.js'
import { Sealing } from '../../platform/sealing.js'
import { Transactions } from '../../platform/transaction.service.js'
import type { Account } from '../account.js'
import { AccountsRepository } from '../accounts.repository.js'
import { codeToBoth } from '../code-messages.js'
import { tooSoon } from '../code-refusals.js'
import { Passwords } from '../passwords.js'
import { VerificationService } from '../verification/verification.service.js'
import { logOnAgain, logOnFailed, waitFirst } from './log-on-refusals.js'
import { type Attempt, LogOnRepository } from './log-on.repository.js'

const perVisitor: Limit = { name: 'log-on', points: 120, seconds: 300 }
const codesSent: Limit = { name: 'log-on-codes', points: 60, seconds: 3600 }

/** First step: category, name, password. It ends with one code on its way to phone and mail, not inside. */
@Injectable()
export class LogOnService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly store: LogOnRepository,
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly verification: VerificationService,
    private readonly notifications: NotificationsApi,
    private readonly switches: SwitchesApi,
    private readonly audit: AuditApi,
    private readonly limits: Limits,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Answers the step and the cookie of this attempt, which its code is bound to. Counts and limits come before the expensive hash. */
  async start(given: BodyOf<'logOn'>, ip: string): Promise<{ step: LogOnStep; cookie: string }> {
    await this.limits.take(perVisitor, ip)
    await this.verification.check(given.verification)
    const now = this.clock.now()
    const counted = await this.transactions.write(null, (tx) => this.store.takeTry(tx, given.userName, now))
    if ('refusedUntil' in counted) throw waitFirst(secondsUntil(now, counted.refusedUntil))
    const found = await this.accounts.findForLogOn(this.database.manager, given.userName)
    const inCategory = found && categoryOf(found.account.role) === given.category ? found : undefined
    if (!(await this.passwords.matches(inCategory?.password, given.password)) || !inCategory) {
      await this.noteFailure(given)
      throw logOnFailed(counted.waitUntil ? secondsUntil(now, counted.waitUntil) : undefined)
    }
    await this.limits.take(codesSent, inCategory.account.id)
    return this.transactions.write(null, async (tx) => {
      await this.store.forgetTries(tx, given.userName)
      const cookie = randomToken()
      const attempt = await this.sendCode(tx, sha256(cookie), inCategory.account)
      await this.store.insertAttempt(tx, attempt, now)
      return { step: await this.shown(tx, attempt, inCategory.account), cookie }
    })
  }

  async get(cookie: string): Promise<LogOnStep> {
    const attempt = await this.store.find(this.database.manager, cookie, this.clock.now())
    if (!attempt) throw logOnAgain()
    return this.shown(this.database.manager, attempt, await this.accounts.get(this.database.manager, attempt.accountId))
  }

  /** Whose attempt this is. */
  async accountOf(cookie: string): Promise<string> {
    const attempt = await this.store.find(this.database.manager, cookie, this.clock.now())
    if (!attempt) throw logOnAgain()
    return attempt.accountId
  }

  /** A new code after a minute; the one before stops working. Wrong tries stay counted. */
  async resend(cookie: string): Promise<LogOnStep> {
    return this.transactions.write(null, async (tx) => {
      const now = this.clock.now()
      const attempt = await this.store.lock(tx, cookie, now)
      if (!attempt) throw logOnAgain()
      if (attempt.resendAt > now) throw tooSoon(secondsUntil(now, attempt.resendAt))
      await this.limits.take(codesSent, attempt.accountId)
      const account = await this.accounts.get(tx, attempt.accountId)
      const renewed = { ...(await this.sendCode(tx, attempt.token, account)), triesLeft: attempt.triesLeft }
      await this.store.save(tx, renewed)
      return this.shown(tx, renewed, account)
    })
  }

  /** What is stored of a code: it opens this attempt and no other. */
  readonly fingerprint = (token: string, code: string): string => this.sealing.index('log-on-code', `${token}|${code}`)

  /** Which name was tried, by its keyed index; the same for names of nobody. In a transaction of its own: nothing else is written. */
  private noteFailure({ category, userName }: BodyOf<'logOn'>): Promise<void> {
    return this.transactions.write(null, (tx) => this.audit.append(tx, {
      actor: { role: 'clock' }, action: 'log-on.failed', objectType: 'log-on', objectId: this.store.indexOf(userName), detail: { category },
    }))
  }

  private async sendCode(tx: EntityManager, token: string, account: Account): Promise<Attempt> {
    const now = this.clock.now()
    const code = drawCode()
    for (const message of codeToBoth('log-on', account, code)) await this.notifications.message(tx, message)
    await this.audit.append(tx, {
      actor: { role: 'clock' }, action: 'account.log-on-code', objectType: 'account', objectId: account.id, detail: { channels: ['sms', 'mail'] },
    })
    return {
      token, accountId: account.id, code: this.fingerprint(token, code), onScreen: (await this.switches.smsPlatform(tx)) === 'off' ? code : null,
      expiresAt: later(now, codeSeconds), resendAt: later(now, resendSeconds), triesLeft: codeTries,
    }
  }

  private async shown(tx: EntityManager, attempt: Attempt, account: Account): Promise<LogOnStep> {
    const off = (await this.switches.smsPlatform(tx)) === 'off'
    const { expiresAt, resendAt, triesLeft, onScreen } = attempt
    return {
      mobile: maskField('phone', account.mobile), email: maskField('mail', account.email), expiresAt, resendAt, triesLeft,
      onScreen: off && onScreen ? { code: onScreen } : null,
    }
  }
}
