import type { RegistrationForm } from '@icp/contract'
import { type Finding, normaliseCertificateNumber, normaliseEmail, normaliseName, normalisePhone, registrationFindings } from '@icp/domain'
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
import { Passwords } from '../passwords.js'
import { RegistrationCodesService } from './registration-codes.service.js'
import {
  acceptFirst, alreadyRegistered, codeForAnother, formRefused, missingCode, noRegistration, spentCodes, takenByConstraint, takenFindings, wrongCodeFinding,
} from './registration-refusals.js'
import { registrationSeconds } from './registration-time.js'
import { RegistrationsRepository, type RunningRegistration } from './registrations.repository.js'

/** The last step of registering: from the form to an account, once. */
@Injectable()
export class CompleteRegistrationService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly registrations: RegistrationsRepository,
    private readonly codes: RegistrationCodesService,
    private readonly accounts: AccountsRepository,
    private readonly acceptances: AcceptancesRepository,
    private readonly passwords: Passwords,
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
    if (!running.userName) {
      if (missingFrom(running.accepted).length > 0) throw acceptFirst()
      await this.judgeForm(cookie, running, given)
    }
    const password = running.userName ? '' : await this.passwords.hash(form.password)
    try {
      return await this.transactions.write(once, (tx) => this.make(tx, cookie, given, password))
    } catch (error) {
      const fault = findDatabaseFault(error)
      throw fault?.state === '23505' ? formRefused(takenByConstraint(fault.constraint)) : error
    }
  }

  /** Everything that is wrong with the form at once; the codes are compared only when nothing else is, since each comparison costs a try. */
  private async judgeForm(cookie: string, running: RunningRegistration, given: RegistrationForm): Promise<void> {
    const findings: Finding[] = registrationFindings(given)
    const named = new Set(findings.map(({ path }) => path))
    findings.push(...takenFindings(await this.accounts.findTaken(this.database.manager, given)).filter(({ path }) => !named.has(path)))
    const { codes } = running
    for (const path of ['mobileCode', 'emailCode'] as const) {
      const sentTo = path === 'mobileCode' ? codes?.mobile === given.mobile : codes?.email === given.email
      if (!codes || given[path] === '') findings.push(missingCode(path))
      else if (!sentTo) findings.push(codeForAnother(path))
    }
    if (findings.length === 0) findings.push(...(await this.compareCodes(running.token, given)))
    if (findings.length === 0) return
    // The same form, sent twice, may have succeeded between our look and now.
    const again = await this.registrations.find(this.database.manager, cookie, later(this.clock.now(), -registrationSeconds))
    if (again?.userName !== given.userName) throw formRefused(findings)
  }

  private async compareCodes(token: string, given: RegistrationForm): Promise<Finding[]> {
    const tried = await this.transactions.write(null, (tx) => this.registrations.takeTry(tx, token, this.clock.now()))
    if (!tried) return spentCodes()
    return (['mobile', 'email'] as const)
      .filter((channel) => tried[`${channel}Code`] !== this.codes.fingerprint(token, channel, given[`${channel}Code`]))
      .map((channel) => wrongCodeFinding(`${channel}Code`, tried.triesLeft))
  }

  private async make(tx: EntityManager, cookie: string, given: RegistrationForm, password: string): Promise<{ userName: string }> {
    const now = this.clock.now()
    const registration = await this.registrations.lock(tx, cookie, later(now, -registrationSeconds))
    if (!registration) throw noRegistration()
    if (registration.userName === given.userName) return { userName: given.userName }
    if (registration.userName !== null) throw alreadyRegistered()
    const { codes } = registration
    const codesHold = codes?.mobileCode === this.codes.fingerprint(registration.token, 'mobile', given.mobileCode)
      && codes.emailCode === this.codes.fingerprint(registration.token, 'email', given.emailCode)
    if (!codesHold) throw formRefused(spentCodes())
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
      detail: { accepted: registration.accepted.map(({ document, version }) => `${document} ${version}`) },
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
