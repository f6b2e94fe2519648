import type { LogOnStep } from '@icp/contract'
import { maskField } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { SwitchesApi } from '../administration/switches.api.js'
import { AuditApi } from '../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../http/request.js'
import { NotificationsApi } from '../notifications/notifications.api.js'
import { Clock, later, secondsUntil } from '../platform/clock.js'
import { codeAsTyped, codeSeconds, codeTries, drawCode, resendSeconds } from '../platform/codes.js'
import type { Once } from '../platform/once.js'
import { Sealing } from '../platform/sealing.js'
import { Transactions } from '../platform/transaction.service.js'
import { AccountsRepository } from './accounts.repository.js'
import { spentCode, tooSoon } from './code-refusals.js'
import { codeToBoth } from './code-messages.js'
import { StepUpRepository } from './step-up.repository.js'

export type StepUpOutcome = { readonly right: true } | { readonly right: false; readonly triesLeft: number }

/** Codes for an act of a signed-in account that needs one at this very moment. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly transactions: Transactions,
    private readonly codes: StepUpRepository,
    private readonly accounts: AccountsRepository,
    private readonly notifications: NotificationsApi,
    private readonly switches: SwitchesApi,
    private readonly audit: AuditApi,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /**
   * One code to phone and mail alike; it replaces the one before. A new one may be asked for after a minute. A repeat that comes after the SMS platform was
   * switched on shows no code, although the first answer did.
   */
  async send(session: SessionInfo, purpose: 'cancel', once: Once | null): Promise<LogOnStep> {
    const sent = await this.transactions.write(once, async (tx) => {
      const { accountId } = session
      const now = this.clock.now()
      const account = await this.accounts.get(tx, accountId)
      const running = await this.codes.lock(tx, accountId, purpose)
      if (running && running.resendAt > now) throw tooSoon(secondsUntil(now, running.resendAt))
      const code = drawCode()
      const expiresAt = later(now, codeSeconds)
      const resendAt = later(now, resendSeconds)
      const shown = (await this.switches.smsPlatform(tx)) === 'off'
      await this.codes.save(tx, accountId, purpose, {
        code: this.fingerprint(accountId, purpose, code), onScreen: null, expiresAt, resendAt, triesLeft: codeTries,
      })
      for (const message of codeToBoth('step-up', account, code)) await this.notifications.message(tx, message)
      await this.audit.append(tx, {
        actor: actorOf(session), action: 'account.step-up-code', objectType: 'account', objectId: accountId, detail: { purpose, channels: ['sms', 'mail'] },
      })
      return {
        mobile: maskField('phone', account.mobile), email: maskField('mail', account.email), expiresAt, resendAt, triesLeft: codeTries,
        onScreen: shown ? { code } : null,
      }
    })
    return once?.replayed && (await this.switches.smsPlatform()) === 'on' ? { ...sent, onScreen: null } : sent
  }

  /**
   * See AccountsApi.checkStepUpCode. The try is taken before anything is compared, and its row stays locked until `tx` ends, so that guesses at the same
   * moment are compared one after the other.
   */
  async check(tx: EntityManager, accountId: string, purpose: 'cancel', typed: string): Promise<StepUpOutcome> {
    const given = this.fingerprint(accountId, purpose, codeAsTyped(typed))
    const tried = await this.codes.takeTry(tx, accountId, purpose, this.clock.now())
    if (!tried) throw spentCode('code')
    if (tried.code !== given) return { right: false, triesLeft: tried.triesLeft }
    if (!(await this.codes.useUp(tx, accountId, purpose, given))) throw spentCode('code')
    return { right: true }
  }

  private readonly fingerprint = (accountId: string, purpose: string, code: string) => this.sealing.index(`step-up-${purpose}`, `${accountId}|${code}`)
}
