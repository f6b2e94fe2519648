import { randomUUID } from 'node:crypto'
import type { AnswerOf, BodyOf } from '@icp/contract'
import { type Finding, maskField, normalisePhone, safetyPeriods } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../../http/request.js'
import { Clock, later } from '../../platform/clock.js'
import { Config } from '../../platform/config.js'
import { randomToken } from '../../platform/digest.js'
import { JobsApi } from '../../platform/jobs.api.js'
import type { Once } from '../../platform/once.js'
import { type SlidingLimit, SlidingLimits } from '../../platform/sliding-limits.js'
import { Transactions } from '../../platform/transaction.service.js'
import type { Account } from '../account.js'
import { AccountNotices } from '../account-notices.js'
import { AccountsRepository } from '../accounts.repository.js'
import { wrongCodeFinding } from '../codes/code-refusals.js'
import { type CodeBinding, OneTimeCodes } from '../codes/one-time-codes.js'
import { contactFindings, contactTaken } from '../contacts/contact-findings.js'
import { PasswordProof, wrongPassword } from '../passwords/password-proof.js'
import { askedTooOften, formRefused, noSuchRecovery, oneWaits, stepOver } from './lost-phone-refusals.js'
import { settleQueue } from './phone-deadlines.js'
import { type PhoneRecovery, PhoneRecoveriesRepository } from './phone-recoveries.repository.js'
import { PhoneSettling } from './phone-settling.js'

const perAccount: SlidingLimit = { name: 'lost-phone', windows: [{ points: 3, seconds: 7 * 24 * 3600 }] }

/** An owner who has lost the phone, but not the mailbox and the password, asks for a new one. */
@Injectable()
export class LostPhoneService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly recoveries: PhoneRecoveriesRepository,
    private readonly settling: PhoneSettling,
    private readonly accounts: AccountsRepository,
    private readonly proof: PasswordProof,
    private readonly codes: OneTimeCodes,
    private readonly counts: SlidingLimits,
    private readonly notices: AccountNotices,
    private readonly audit: AuditApi,
    private readonly jobs: JobsApi,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Sends a code to the mailbox and one to the new phone. A wrong password counts, which is why its refusal is thrown after the commit. */
  async start(session: SessionInfo, { mobile, password }: BodyOf<'startPhoneRecovery'>): Promise<AnswerOf<'startPhoneRecovery'>> {
    const given = normalisePhone(mobile)
    const outcome = await this.transactions.write(null, async (tx) => {
      const account = await this.accounts.get(tx, session.accountId)
      const findings = contactFindings(account, { channel: 'mobile', value: given }).map((finding) => ({ ...finding, path: 'mobile' }))
      if (findings.length > 0) throw formRefused(findings)
      if (!(await this.proof.prove(tx, session, password, 'lost-phone'))) return undefined
      if (await this.recoveries.findOf(tx, account.id)) throw oneWaits()
      const bound = bindings(session, account, given)
      const sent = { mail: await this.codes.send(tx, bound.mailCode), phone: await this.codes.send(tx, bound.phoneCode) }
      await this.audit.append(tx, { actor: actorOf(session), action: 'account.lost-phone-codes', objectType: 'account', objectId: account.id })
      return sent
    })
    if (!outcome) throw wrongPassword('password')
    return outcome
  }

  /** With both codes the new phone waits; the old one and the mailbox get a link that stops it. Wrong codes count and are said after the commit. */
  async confirm(session: SessionInfo, given: BodyOf<'confirmPhoneRecovery'>, once: Once | null): Promise<AnswerOf<'confirmPhoneRecovery'>> {
    const outcome = await this.transactions.write<{ wrong: Finding[] } | AnswerOf<'confirmPhoneRecovery'>>(once, async (tx) => {
      // Whoever closes or disables the account meanwhile comes before or after this as a whole.
      const account = await this.accounts.lock(tx, session.accountId)
      if (account.disabledAt) throw stepOver()
      const mobile = normalisePhone(given.mobile)
      const wrong = await this.compare(tx, session, account, mobile, given)
      if (wrong.length > 0) {
        await this.audit.append(tx, { actor: actorOf(session), action: 'account.lost-phone-code-wrong', objectType: 'account', objectId: account.id })
        return { wrong }
      }
      return shown(await this.wait(tx, session, account, mobile))
    })
    if ('wrong' in outcome) throw formRefused(outcome.wrong)
    return outcome
  }

  async get({ accountId }: SessionInfo): Promise<AnswerOf<'getPhoneRecovery'>> {
    const found = await this.recoveries.findOf(this.database.manager, accountId)
    return { recovery: found ? shown(found) : null }
  }

  async stop(session: SessionInfo, once: Once | null): Promise<void> {
    await this.transactions.write(once, async (tx) => {
      const found = await this.recoveries.lockOf(tx, session.accountId)
      if (!found) throw noSuchRecovery()
      await this.settling.stop(tx, found, actorOf(session), 'session')
    })
  }

  /** Whether a number is another owner's is told only to who has shown to hold it, as a code that is right. */
  private async compare(tx: EntityManager, session: SessionInfo, account: Account, mobile: string, given: BodyOf<'confirmPhoneRecovery'>): Promise<Finding[]> {
    const bound = bindings(session, account, mobile)
    const wrong: Finding[] = []
    for (const path of ['mailCode', 'phoneCode'] as const) {
      const compared = await this.codes.compare(tx, bound[path], given[path], path)
      if (!compared.right) wrong.push(wrongCodeFinding(path, compared.triesLeft))
    }
    if (wrong.length > 0) return wrong
    for (const path of ['mailCode', 'phoneCode'] as const) if (!(await this.codes.useUp(tx, bound[path], given[path]))) throw stepOver()
    return (await this.accounts.hasOwnerWithMobile(tx, mobile)) ? [{ ...contactTaken('mobile'), path: 'mobile' }] : []
  }

  private async wait(tx: EntityManager, session: SessionInfo, account: Account, mobile: string): Promise<PhoneRecovery> {
    const seconds = await this.counts.take(tx, perAccount, account.id)
    if (seconds > 0) throw askedTooOften(seconds)
    if (await this.recoveries.lockOf(tx, account.id)) throw oneWaits()
    const startedAt = this.clock.now()
    const recovery: PhoneRecovery = { id: randomUUID(), accountId: account.id, mobile, startedAt, dueAt: later(startedAt, safetyPeriods.lostPhoneHours * 3600) }
    const token = randomToken()
    await this.recoveries.insert(tx, recovery, token)
    await this.jobs.send(tx, settleQueue, { id: recovery.id }, { startAfter: recovery.dueAt })
    await this.audit.append(tx, { actor: actorOf(session), action: 'account.lost-phone', objectType: 'account', objectId: account.id, detail: { recovery: recovery.id } })
    await this.notices.tell(tx, { mobile: account.mobile, email: account.email }, 'phone-recovery-started', {
      contact: maskField('phone', mobile), until: recovery.dueAt, link: `${this.config.portals.owner}/recover/phone#${token}`,
    })
    return recovery
  }
}

const bindings = ({ id, accountId }: SessionInfo, { email }: Account, mobile: string): Record<'mailCode' | 'phoneCode', CodeBinding> => ({
  mailCode: { purpose: 'lost-mail', holder: id, accountId, email }, phoneCode: { purpose: 'lost-phone', holder: id, accountId, mobile },
})

export const shown = ({ mobile, startedAt, dueAt }: PhoneRecovery) => ({ mobile: maskField('phone', mobile), startedAt, dueAt })
