import type { RegistrationForm } from '@icp/contract'
import { type Finding, normaliseCertificateNumber, normaliseEmail, normaliseName, normalisePhone, Refusal, registrantFindings, registrationFindings, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { randomUUID } from 'node:crypto'
import { DataSource, type EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { Clock, later } from '../../platform/clock.js'
import { codeAsTyped } from '../../platform/codes.js'
import type { Once } from '../../platform/once.js'
import { findDatabaseFault } from '../../platform/sqlstate.js'
import { Transactions } from '../../platform/transaction.service.js'
import { AcceptancesRepository, missingFrom } from '../acceptances.repository.js'
import { AccountsRepository } from '../accounts.repository.js'
import { wrongCodeFinding } from '../codes/code-refusals.js'
import { OneTimeCodes } from '../codes/one-time-codes.js'
import { Passwords } from '../passwords.js'
import { PasswordPolicy } from '../passwords/password-policy.js'
import { boundTo } from './registration-codes.service.js'
import {
  acceptFirst, alreadyRegistered, codeForAnother, formRefused, missingCode, noRegistration, spentCodes, takenByConstraint, takenFindings,
} from './registration-refusals.js'
import { registrationSeconds } from './registration-time.js'
import { RegistrationsRepository, type RunningRegistration } from './registrations.repository.js'

const channels = ['mobile', 'email'] as const

/** The last step of registering: from the form to an account, once. */
@Injectable()
export class CompleteRegistrationService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly registrations: RegistrationsRepository,
    private readonly codes: OneTimeCodes,
    private readonly accounts: AccountsRepository,
    private readonly acceptances: AcceptancesRepository,
    private readonly passwords: Passwords,
    private readonly policy: PasswordPolicy,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the account with what was accepted, in one transaction. Refuses with a finding for each field that is wrong, and makes nothing then. A second
   * click, or the same form sent again, gets the same answer.
   */
  async complete(cookie: string, form: RegistrationForm, once: Once | null): Promise<{ userName: string }> {
    const given = tidied(form)
    const running = await this.registrations.find(this.database.manager, cookie, later(this.clock.now(), -registrationSeconds))
    if (!running) throw noRegistration()
    if (!running.userName && missingFrom(running.accepted).length > 0) throw acceptFirst()
    // The codes cost tries, so the seat for the hash comes first.
    const password = running.userName ? '' : await this.passwords.seated(async (seat) => {
      await this.judgeForm(cookie, running, given)
      return this.passwords.hash(form.password, seat)
    })
    try {
      return await this.transactions.write(once, (tx) => this.make(tx, cookie, given, password))
    } catch (error) {
      const fault = findDatabaseFault(error)
      throw fault?.state === '23505' ? formRefused(takenByConstraint(fault.constraint)) : error
    }
  }

  /**
   * Everything that is wrong with the form at once. The codes are compared only when nothing else is, since each comparison costs a try; and what belongs to
   * another account is told only to who holds both codes, so that nobody can ask the form whose number, mailbox or certificate is known here.
   */
  private async judgeForm(cookie: string, running: RunningRegistration, given: RegistrationForm): Promise<void> {
    const child = registrantFindings(given, shanghaiDay(this.clock.now()))
    const findings: Finding[] = [...registrationFindings(given, this.policy.profile), ...child, ...(await this.policy.beyondRules(given))]
    const bound = boundTo(running.token, given)
    for (const channel of channels) {
      const path = `${channel}Code` as const
      if (!running.addresses || given[path] === '') findings.push(missingCode(path))
      else if (!(await this.codes.wentTo(this.database.manager, bound[channel]))) findings.push(codeForAnother(path))
    }
    if (findings.length === 0) findings.push(...(await this.compareCodes(running.token, given)))
    if (findings.length === 0) findings.push(...takenFindings(await this.accounts.findTaken(this.database.manager, given)))
    if (findings.length === 0) return
    // The same form, sent twice, may have succeeded between our look and now.
    const again = await this.registrations.find(this.database.manager, cookie, later(this.clock.now(), -registrationSeconds))
    if (again?.userName !== given.userName) throw formRefused(findings)
  }

  /** Both codes lose a try together; a wrong one is told only after that is committed. */
  private compareCodes(token: string, given: RegistrationForm): Promise<Finding[]> {
    return this.transactions.write(null, async (tx) => {
      const bound = boundTo(token, given)
      const findings: Finding[] = []
      for (const channel of channels) {
        const path = `${channel}Code` as const
        const outcome = await this.codes.compare(tx, bound[channel], given[path], path)
        if (!outcome.right) findings.push(wrongCodeFinding(path, outcome.triesLeft))
      }
      return findings
    }).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'code-expired') return spentCodes()
      throw error
    })
  }

  /** The form came again under another key: the account is named once more, and its trail says so. */
  private async noteRepeat(tx: EntityManager, userName: string): Promise<void> {
    const found = await this.accounts.findForLogOn(tx, userName)
    if (!found) throw noRegistration()
    await this.audit.append(tx, { actor: { role: 'owner', accountId: found.account.id }, action: 'account.register-again', objectType: 'account', objectId: found.account.id })
  }

  private async make(tx: EntityManager, cookie: string, given: RegistrationForm, password: string): Promise<{ userName: string }> {
    const now = this.clock.now()
    const registration = await this.registrations.lock(tx, cookie, later(now, -registrationSeconds))
    if (!registration) throw noRegistration()
    if (registration.userName === given.userName) {
      await this.noteRepeat(tx, given.userName)
      return { userName: given.userName }
    }
    if (registration.userName !== null) throw alreadyRegistered()
    const bound = boundTo(registration.token, given)
    for (const channel of channels) if (!(await this.codes.useUp(tx, bound[channel], given[`${channel}Code`]))) throw formRefused(spentCodes())
    const id = randomUUID()
    const { userName, name, certificateType, certificateNumber, mobile, email } = given
    await this.accounts.insert(
      tx,
      { id, role: 'owner', userName, name, certificateType, certificateNumber, mobile, email, providerId: null, province: null, registeredAt: now, lastLogOnAt: null },
      password,
    )
    for (const acceptance of registration.accepted) await this.acceptances.insert(tx, id, acceptance)
    await this.registrations.finish(tx, registration.token, userName)
    await this.audit.append(tx, {
      actor: { role: 'owner', accountId: id }, action: 'account.register', objectType: 'account', objectId: id,
      detail: { accepted: registration.accepted.map(({ document, version }) => `${document} ${version}`), acceptedAt: registration.accepted.map(({ acceptedAt }) => acceptedAt) },
    })
    return { userName }
  }
}

/** What an input method leaves behind goes; the password stays as it was typed. */
const tidied = (form: RegistrationForm): RegistrationForm => ({
  userName: form.userName.trim(),
  password: form.password,
  name: normaliseName(form.name),
  certificateType: form.certificateType,
  certificateNumber: normaliseCertificateNumber(form.certificateNumber),
  mobile: normalisePhone(form.mobile),
  email: normaliseEmail(form.email),
  mobileCode: codeAsTyped(form.mobileCode),
  emailCode: codeAsTyped(form.emailCode),
})
