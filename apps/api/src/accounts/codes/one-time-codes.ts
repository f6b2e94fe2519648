import { maskField } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { SwitchesApi } from '../../administration/switches.api.js'
import { NotificationsApi } from '../../notifications/notifications.api.js'
import { Clock, later, secondsUntil } from '../../platform/clock.js'
import { codeAsTyped, codeSeconds, codeTries, drawCode, resendSeconds } from '../../platform/codes.js'
import { Sealing } from '../../platform/sealing.js'
import { SlidingLimits } from '../../platform/sliding-limits.js'
import { emailKey, mobileKey } from '../account.js'
import { byAccount, countedAt, limitFor } from './code-limits.js'
import { mailWithCode, smsWithCode } from './code-messages.js'
import { type CodePurpose, codePurposes } from './code-purposes.js'
import { smsSpent, spentCode, tooManyByAccount, tooManyCodes, tooManyWrong, tooSoon } from './code-refusals.js'
import { OneTimeCodesRepository, type StoredCode } from './one-time-codes.repository.js'

/** What a code is bound to: it works for this purpose, this holder and this address, and for nothing else. */
export interface CodeBinding {
  readonly purpose: CodePurpose
  /** What it opens, unguessable and for one browser: the attempt, the registration, the session. */
  readonly holder: string
  /** One code goes to all that are named. */
  readonly mobile?: string
  readonly email?: string
  /** Whose wrong codes are counted together; left out: those of the address. */
  readonly accountId?: string
  /** What a stranger named to be sent a code for, whether or not somebody has it: its wrong codes are counted too (`countedAt`). */
  readonly named?: string
}

export interface SentCode {
  readonly mobile: string
  readonly email: string
  readonly expiresAt: string
  readonly resendAt: string
  readonly triesLeft: number
  /** While the SMS platform is off. */
  readonly onScreen: { readonly code: string } | null
}

export type CodeOutcome = { readonly right: true } | { readonly right: false; readonly triesLeft: number }

/**
 * One-time codes: six digits, five minutes, five tries, the newest only, used once. A new one is sent after a minute, and an address gets few of them; twenty
 * wrong ones stop an account for a day, which no new code changes.
 */
@Injectable()
export class OneTimeCodes {
  constructor(
    private readonly codes: OneTimeCodesRepository,
    private readonly limits: SlidingLimits,
    private readonly notifications: NotificationsApi,
    private readonly switches: SwitchesApi,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Sends a new code; the one before stops working, its wrong tries stay counted. Refuses (rate-limited) with the seconds to wait. The audit is the caller's. */
  async send(tx: EntityManager, bound: CodeBinding): Promise<SentCode> {
    const { purpose, holder, mobile, email } = bound
    const now = this.clock.now()
    const target = this.targetOf(bound)
    const before = await this.codes.lock(tx, purpose, holder)
    if (before?.target === target && before.resendAt > now) throw tooSoon(secondsUntil(now, before.resendAt))
    const shown = !hidden(bound) && (await this.switches.smsPlatform(tx)) === 'off'
    await this.countSending(tx, bound, shown)
    const code = drawCode()
    const sent: StoredCode = {
      purpose, holder, target, code: this.fingerprint(bound, target, code), onScreen: shown ? code : null,
      expiresAt: later(now, codeSeconds), resendAt: later(now, resendSeconds), triesLeft: before && before.triesLeft > 0 ? before.triesLeft : codeTries,
    }
    await this.codes.save(tx, sent)
    const about = `${purpose}|${holder}`
    await this.notifications.supersede(tx, about)
    const { occasion, askedBy } = codePurposes[purpose]
    const carried = { occasion, code, expiresAt: sent.expiresAt, about, byStranger: askedBy !== 'holder' }
    if (mobile) await this.notifications.message(tx, smsWithCode(mobile, carried))
    if (email) await this.notifications.message(tx, mailWithCode(email, carried))
    return shownOf(sent, bound, shown)
  }

  /** What a page shows of the newest code after a reload; undefined when none was sent or it was used. */
  async find(tx: EntityManager, bound: CodeBinding): Promise<SentCode | undefined> {
    const stored = await this.codes.find(tx, bound.purpose, bound.holder)
    return stored && shownOf(stored, bound, (await this.switches.smsPlatform(tx)) === 'off')
  }

  /** Was the newest code sent to this address? */
  async wentTo(tx: EntityManager, bound: CodeBinding): Promise<boolean> {
    return (await this.codes.find(tx, bound.purpose, bound.holder))?.target === this.targetOf(bound)
  }

  /**
   * Compares and uses up. A wrong code is answered, not thrown: commit `tx`, which has counted the try, and then throw `wrongCode`. Refuses when the code is
   * old, used or tried too often (invalid, finding at `path`), or when there were too many wrong ones within a day (rate-limited).
   */
  async check(tx: EntityManager, bound: CodeBinding, typed: string, path = 'code'): Promise<CodeOutcome> {
    const outcome = await this.compare(tx, bound, typed, path)
    if (outcome.right && !(await this.useUp(tx, bound, typed))) throw spentCode(path)
    return outcome
  }

  /** The first half of `check`, for who still has other questions: takes a try, and leaves a right code to `useUp`. */
  async compare(tx: EntityManager, bound: CodeBinding, typed: string, path = 'code'): Promise<CodeOutcome> {
    const target = this.targetOf(bound)
    const tried = await this.codes.takeTry(tx, bound.purpose, bound.holder, this.clock.now())
    if (!tried) throw spentCode(path)
    const counted = countedAt(bound, target)
    let isOpen = true
    for (const { limit, who, told } of counted) {
      const wait = await this.limits.take(tx, limit, who)
      if (wait > 0 && told) throw tooManyWrong(limit, wait)
      isOpen &&= wait === 0
    }
    if (!isOpen || tried.code !== this.fingerprint(bound, target, typed)) return { right: false, triesLeft: tried.triesLeft }
    for (const { limit, who } of counted) await this.limits.giveBack(tx, limit, who)
    return { right: true }
  }

  /** True for the one who uses the code up; of many at the same moment one does. */
  useUp(tx: EntityManager, bound: CodeBinding, typed: string): Promise<boolean> {
    return this.codes.useUp(tx, bound.purpose, bound.holder, this.fingerprint(bound, this.targetOf(bound), typed), this.clock.now())
  }

  /** Nothing that was sent for the holder works any longer. */
  forget(tx: EntityManager, holder: string): Promise<void> {
    return this.codes.remove(tx, holder)
  }

  /** Codes a day after their end. */
  async purge(tx: EntityManager, before: string): Promise<void> {
    await this.codes.purge(tx, before)
  }

  /** Codes on screen disturb nobody and cost nothing, so a holder's are not counted while the SMS platform is off. */
  private async countSending(tx: EntityManager, { purpose, mobile, email, accountId }: CodeBinding, onScreen: boolean): Promise<void> {
    const { askedBy } = codePurposes[purpose]
    if (askedBy === 'holder' && onScreen) return
    const spent = askedBy !== 'holder' && mobile ? await this.notifications.secondsToWaitForStrangers(tx) : 0
    if (spent > 0) throw smsSpent(spent)
    if (askedBy === 'account' && accountId !== undefined) {
      const wait = await this.limits.take(tx, byAccount, accountId)
      if (wait > 0) throw tooManyByAccount(byAccount, wait)
    }
    // In one order, so that two who send to the same pair wait for each other and not around each other.
    for (const address of [mobile && mobileKey(mobile), email && emailKey(email)].filter((one) => one !== undefined && one !== '').toSorted()) {
      const wait = await this.limits.take(tx, limitFor[askedBy], String(address))
      if (wait > 0) throw tooManyCodes(limitFor[askedBy], wait)
    }
  }

  private readonly targetOf = ({ mobile, email }: CodeBinding): string =>
    this.sealing.mark('code-target', `${mobile ? mobileKey(mobile) : ''}|${email ? emailKey(email) : ''}`)

  private readonly fingerprint = ({ purpose, holder }: CodeBinding, target: string, code: string): string =>
    this.sealing.mark('one-time-code', `${purpose}|${holder}|${target}|${codeAsTyped(code)}`)
}

const hidden = ({ purpose }: CodeBinding): boolean => 'neverOnScreen' in codePurposes[purpose]

const shownOf = ({ expiresAt, resendAt, triesLeft, onScreen }: StoredCode, { mobile, email }: CodeBinding, shown: boolean): SentCode => ({
  mobile: mobile ? maskField('phone', mobile) : '', email: email ? maskField('mail', email) : '', expiresAt, resendAt, triesLeft,
  onScreen: shown && onScreen ? { code: onScreen } : null,
})
