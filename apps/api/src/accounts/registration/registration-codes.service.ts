import type { AnswerOf, VerificationAnswer } from '@icp/contract'
import { emailTaken, type Finding, maskField, mobileTaken, normaliseEmail, normalisePhone, registrationFindings } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { SwitchesApi, type SmsPlatform } from '../../administration/switches.api.js'
import { NotificationsApi } from '../../notifications/notifications.api.js'
import { Clock, later, secondsUntil } from '../../platform/clock.js'
import { codeSeconds, codeTries, drawCode, resendSeconds } from '../../platform/codes.js'
import { type Limit, Limits } from '../../platform/limits.js'
import { Sealing } from '../../platform/sealing.js'
import { Transactions } from '../../platform/transaction.service.js'
import { missingFrom } from '../acceptances.repository.js'
import { AccountsRepository } from '../accounts.repository.js'
import { mailWithCode, smsWithCode } from '../code-messages.js'
import { tooSoon } from '../code-refusals.js'
import { VerificationService } from '../verification/verification.service.js'
import { acceptFirst, alreadyRegistered, formRefused, noRegistration } from './registration-refusals.js'
import { type RunningRegistration, RegistrationsRepository, type SentCodes } from './registrations.repository.js'
import { registrationSeconds } from './registration-time.js'

const perAddress: Limit = { name: 'registration-codes', points: 10, seconds: 3600 }
const perVisitor: Limit = { name: 'registration-visitor', points: 300, seconds: 3600 }

export interface Addresses {
  readonly mobile: string
  readonly email: string
  readonly verification: VerificationAnswer
}

/** The codes that prove that mobile and mailbox are the registrant's own. */
@Injectable()
export class RegistrationCodesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly registrations: RegistrationsRepository,
    private readonly accounts: AccountsRepository,
    private readonly verification: VerificationService,
    private readonly notifications: NotificationsApi,
    private readonly switches: SwitchesApi,
    private readonly limits: Limits,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** One code to the mobile, another to the mailbox; they replace those before. New ones may be asked for after a minute. */
  async send(cookie: string, given: Addresses, ip: string): Promise<AnswerOf<'sendRegistrationCodes'>> {
    const mobile = normalisePhone(given.mobile)
    const email = normaliseEmail(given.email)
    await this.limits.take(perVisitor, ip)
    await this.verification.check(given.verification)
    const findings = registrationFindings({ userName: '', password: '', name: '', certificateType: '', certificateNumber: '', mobile, email })
    const relevant = findings.filter(({ path }) => path === 'mobile' || path === 'email')
    if (relevant.length > 0) throw formRefused(relevant)
    await this.limits.check(perAddress, mobile)
    await this.limits.check(perAddress, email)
    const sent = await this.transactions.write(null, async (tx) => {
      const now = this.clock.now()
      const registration = await this.registrations.lock(tx, cookie, later(now, -registrationSeconds))
      if (!registration) throw noRegistration()
      if (registration.userName) throw alreadyRegistered()
      if (missingFrom(registration.accepted).length > 0) throw acceptFirst()
      if (registration.codes && registration.codes.resendAt > now) throw tooSoon(secondsUntil(now, registration.codes.resendAt))
      const taken = await this.accounts.findTaken(tx, { userName: '', mobile, email, certificateType: '', certificateNumber: '' })
      const inUse: Finding[] = [...(taken.mobile ? [mobileTaken()] : []), ...(taken.email ? [emailTaken()] : [])]
      if (inUse.length > 0) throw formRefused(inUse)
      const mobileCode = drawCode()
      const emailCode = drawCode()
      const shown = (await this.switches.smsPlatform(tx)) === 'off'
      const codes: SentCodes = {
        mobile, email, mobileCode: this.fingerprint(registration.token, 'mobile', mobileCode), emailCode: this.fingerprint(registration.token, 'email', emailCode),
        onScreen: shown ? { mobileCode, emailCode } : null, expiresAt: later(now, codeSeconds), resendAt: later(now, resendSeconds), triesLeft: codeTries,
      }
      await this.registrations.saveCodes(tx, registration.token, codes)
      await this.notifications.message(tx, smsWithCode('registration', mobile, mobileCode))
      await this.notifications.message(tx, mailWithCode('registration', email, emailCode))
      return codes
    })
    await this.limits.take(perAddress, mobile)
    await this.limits.take(perAddress, email)
    return show(sent, sent.onScreen ? 'off' : 'on')
  }

  /** What the page shows of codes that were sent: on screen only while the SMS platform is off now. */
  async shown(registration: RunningRegistration): Promise<AnswerOf<'sendRegistrationCodes'> | null> {
    return registration.codes && show(registration.codes, await this.switches.smsPlatform())
  }

  /** What is stored of a code. */
  readonly fingerprint = (token: string, channel: 'mobile' | 'email', code: string): string =>
    this.sealing.index('registration-code', `${token}|${channel}|${code}`)
}

const show = (codes: SentCodes, smsPlatform: SmsPlatform): AnswerOf<'sendRegistrationCodes'> => ({
  mobile: maskField('phone', codes.mobile), email: maskField('mail', codes.email), expiresAt: codes.expiresAt, resendAt: codes.resendAt,
  onScreen: smsPlatform === 'off' ? codes.onScreen : null,
})
