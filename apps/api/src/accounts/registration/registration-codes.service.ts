import type { AnswerOf, VerificationAnswer } from '@icp/contract'
import { normaliseEmail, normalisePhone, registrationFindings } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { Clock, later } from '../../platform/clock.js'
import { type Limit, Limits } from '../../platform/limits.js'
import { Transactions } from '../../platform/transaction.service.js'
import { missingFrom } from '../acceptances.repository.js'
import { type CodeBinding, OneTimeCodes, type SentCode } from '../codes/one-time-codes.js'
import { VerificationService } from '../verification/verification.service.js'
import type { Visitor } from '../verification/visits.js'
import { acceptFirst, alreadyRegistered, formRefused, noRegistration } from './registration-refusals.js'
import { registrationSeconds } from './registration-time.js'
import { type RunningRegistration, RegistrationsRepository } from './registrations.repository.js'

const perVisitor: Limit = { name: 'registration-visitor', points: 300, seconds: 3600 }

export interface Addresses {
  readonly mobile: string
  readonly email: string
}

/** The two codes of a registration: each opens it for the address that it was sent to. */
export const boundTo = (token: string, { mobile, email }: Addresses): Record<'mobile' | 'email', CodeBinding> => ({
  mobile: { purpose: 'registration-mobile', holder: token, mobile }, email: { purpose: 'registration-mail', holder: token, email },
})

/** The codes that prove that mobile and mailbox are the registrant's own. */
@Injectable()
export class RegistrationCodesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly registrations: RegistrationsRepository,
    private readonly verification: VerificationService,
    private readonly codes: OneTimeCodes,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /**
   * One code to the mobile, another to the mailbox; they replace those before. New ones may be asked for after a minute. A number that an account has gets its
   * code like any other: that it is taken is told to who can read it, and to nobody else.
   */
  async send(cookie: string, given: Addresses & { readonly verification: VerificationAnswer }, from: Visitor): Promise<AnswerOf<'sendRegistrationCodes'>> {
    const mobile = normalisePhone(given.mobile)
    const email = normaliseEmail(given.email)
    await this.limits.take(perVisitor, from.address)
    await this.verification.check('registration', from, given.verification)
    const findings = registrationFindings({ userName: '', password: '', name: '', certificateType: '', certificateNumber: '', mobile, email })
    const relevant = findings.filter(({ path }) => path === 'mobile' || path === 'email')
    if (relevant.length > 0) throw formRefused(relevant)
    return this.transactions.write(null, async (tx) => {
      const registration = await this.registrations.lock(tx, cookie, later(this.clock.now(), -registrationSeconds))
      if (!registration) throw noRegistration()
      if (registration.userName) throw alreadyRegistered()
      if (missingFrom(registration.accepted).length > 0) throw acceptFirst()
      const bound = boundTo(registration.token, { mobile, email })
      const sent = { mobile: await this.codes.send(tx, bound.mobile), email: await this.codes.send(tx, bound.email) }
      await this.registrations.saveAddresses(tx, registration.token, { mobile, email })
      return show(sent)
    })
  }

  /** What the page shows of codes that were sent: on screen only while the SMS platform is off now. */
  async shown({ token, addresses }: RunningRegistration, tx: EntityManager = this.database.manager): Promise<AnswerOf<'sendRegistrationCodes'> | null> {
    if (!addresses) return null
    const bound = boundTo(token, addresses)
    const [mobile, email] = [await this.codes.find(tx, bound.mobile), await this.codes.find(tx, bound.email)]
    return mobile && email ? show({ mobile, email }) : null
  }
}

const show = ({ mobile, email }: Record<'mobile' | 'email', SentCode>): AnswerOf<'sendRegistrationCodes'> => ({
  mobile: mobile.mobile, email: email.email, expiresAt: email.expiresAt, resendAt: email.resendAt,
  onScreen: mobile.onScreen && email.onScreen ? { mobileCode: mobile.onScreen.code, emailCode: email.onScreen.code } : null,
})
