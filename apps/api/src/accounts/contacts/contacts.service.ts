import type { AnswerOf, BodyOf } from '@icp/contract'
import { maskField, type Finding, Refusal, safetyPeriods } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../../http/request.js'
import { Clock, later } from '../../platform/clock.js'
import type { Once } from '../../platform/once.js'
import { findDatabaseFault } from '../../platform/sqlstate.js'
import { Transactions } from '../../platform/transaction.service.js'
import type { Account } from '../account.js'
import { AccountNotices } from '../account-notices.js'
import { AccountsRepository } from '../accounts.repository.js'
import { AuthenticatorProof, wrongProof } from '../authenticator/authenticator-proof.js'
import { wrongCodeFinding } from '../codes/code-refusals.js'
import { type CodeBinding, OneTimeCodes } from '../codes/one-time-codes.js'
import { StaffRepository } from '../keeping/staff.repository.js'
import { PhoneRecoveriesRepository } from '../lost-phone/phone-recoveries.repository.js'
import { PhoneSettling } from '../lost-phone/phone-settling.js'
import { PasswordProof, wrongPassword } from '../passwords/password-proof.js'
import { SessionsRepository } from '../sessions.repository.js'
import { Rises } from '../sessions/rises.js'
import { type ContactChange, ContactChangesRepository } from './contact-changes.repository.js'
import { authenticatorMissing, contactFindings, contactTaken, tidiedContact } from './contact-findings.js'

type Started = AnswerOf<'startContactChange'> | { readonly wrong: 'password' | 'authenticator' }
type Outcome = { readonly account: Account; readonly change: ContactChange } | { readonly wrong: Finding[] }

/**
 * A signed-in account changes its phone or mail: the password, the authenticator where there is one and always of staff, a code at the old contact and a code at
 * the new one.
 */
@Injectable()
export class ContactsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: ContactChangesRepository,
    private readonly accounts: AccountsRepository,
    private readonly staff: StaffRepository,
    private readonly proof: PasswordProof,
    private readonly authenticator: AuthenticatorProof,
    private readonly codes: OneTimeCodes,
    private readonly sessions: SessionsRepository,
    private readonly rises: Rises,
    private readonly notices: AccountNotices,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
    private readonly phones: PhoneRecoveriesRepository,
    private readonly settling: PhoneSettling,
  ) {}

  /** Sends both codes. A wrong password or authenticator's code counts, which is why its refusal is thrown after the commit. */
  async start(session: SessionInfo, { password, authenticatorCode = '', ...asked }: BodyOf<'startContactChange'>): Promise<AnswerOf<'startContactChange'>> {
    const change = tidiedContact(asked)
    const outcome = await this.transactions.write<Started>(null, async (tx) => {
      const account = await this.accounts.get(tx, session.accountId)
      const asksAuthenticator = account.role !== 'owner' || (await this.authenticator.isAsked(tx, account.id))
      const findings = [...contactFindings(account, change), ...(asksAuthenticator && authenticatorCode.trim() === '' ? [authenticatorMissing()] : [])]
      if (findings.length > 0) throw contactRefused(findings)
      if (!(await this.proof.prove(tx, session, password, 'contact'))) return { wrong: 'password' }
      if (asksAuthenticator && !(await this.authenticator.check(tx, account.id, authenticatorCode))) {
        await this.note(tx, session, 'account.contact-code-wrong', change)
        return { wrong: 'authenticator' }
      }
      await this.changes.save(tx, account.id, session.id, change, this.clock.now())
      const before = await this.codes.send(tx, oldBinding(session, account, change))
      const after = await this.codes.send(tx, newBinding(session, change))
      await this.note(tx, session, 'account.contact-codes', change)
      return { before, after }
    })
    if ('wrong' in outcome) throw outcome.wrong === 'password' ? wrongPassword('password') : wrongProof('authenticatorCode')
    return outcome
  }

  /** With both codes the contact is the new one; filings keep the data that they were handed in with. Wrong codes count and are said after the commit. */
  async complete(session: SessionInfo, given: BodyOf<'completeContactChange'>, once: Once | null): Promise<void> {
    try {
      const outcome = await this.transactions.write(once, async (tx) => {
        const judged = await this.judge(tx, session, given)
        if ('wrong' in judged) return { wrong: judged.wrong }
        await this.put(tx, session, judged.account, judged.change)
        return { wrong: [] }
      })
      if (outcome.wrong.length > 0) throw contactRefused(outcome.wrong)
    } catch (error) {
      const constraint = findDatabaseFault(error)?.constraint
      if (constraint === 'accounts_mobile' || constraint === 'accounts_email') throw contactRefused([contactTaken(constraint === 'accounts_mobile' ? 'mobile' : 'email')])
      throw error
    }
  }

  private async judge(tx: EntityManager, session: SessionInfo, { oldCode, newCode }: BodyOf<'completeContactChange'>): Promise<Outcome> {
    // Whoever closes or disables the account meanwhile comes before or after this as a whole.
    const account = await this.accounts.lock(tx, session.accountId)
    const change = await this.changes.lock(tx, session.accountId, session.id, later(this.clock.now(), -safetyPeriods.recoveryMinutes * 60))
    if (!change || account.disabledAt) throw noChange()
    const typed = [['oldCode', oldBinding(session, account, change), oldCode], ['newCode', newBinding(session, change), newCode]] as const
    const wrong: Finding[] = []
    for (const [path, bound, code] of typed) {
      const compared = await this.codes.compare(tx, bound, code, path)
      if (!compared.right) wrong.push(wrongCodeFinding(path, compared.triesLeft))
    }
    if (wrong.length > 0) {
      await this.note(tx, session, 'account.contact-code-wrong', change)
      return { wrong }
    }
    for (const [, bound, code] of typed) if (!(await this.codes.useUp(tx, bound, code))) throw noChange()
    return { account, change }
  }

  private async put(tx: EntityManager, session: SessionInfo, account: Account, change: ContactChange): Promise<void> {
    const now = this.clock.now()
    const { channel, value } = change
    if (account.role !== 'owner') await this.refuseAnothersRole(tx, account, change)
    if (channel === 'mobile') await this.accounts.setMobile(tx, account.id, value, now)
    else await this.accounts.setEmail(tx, account.id, value)
    await this.changes.remove(tx, account.id)
    const waiting = channel === 'mobile' ? await this.phones.lockOf(tx, account.id) : undefined
    if (waiting) await this.settling.stop(tx, waiting, actorOf(session), 'contact')
    await this.sessions.closeAll(tx, account.id, session.id)
    this.rises.note()
    await this.note(tx, session, 'account.contact-change', change)
    const facts = { channel, contact: maskField(channel === 'mobile' ? 'phone' : 'mail', value), at: now }
    await this.notices.tell(tx, { inbox: account.id, mobile: account.mobile, email: account.email }, 'contact-changed', facts)
    await this.notices.tell(tx, { [channel]: value }, 'contact-changed', facts)
  }

  /** Staff are told apart by their contacts: one person has one role. */
  private async refuseAnothersRole(tx: EntityManager, { id, mobile, email }: Account, { channel, value }: ContactChange): Promise<void> {
    const taken = await this.staff.findOtherRoles(tx, { mobile, email, [channel]: value }, id)
    if (taken[channel]) throw contactRefused([contactTaken(channel)])
  }

  private note(tx: EntityManager, session: SessionInfo, action: string, { channel }: ContactChange): Promise<void> {
    return this.audit.append(tx, { actor: actorOf(session), action, objectType: 'account', objectId: session.accountId, detail: { channel } })
  }
}

const oldBinding = ({ id, accountId }: SessionInfo, account: Account, { channel }: ContactChange): CodeBinding =>
  ({ purpose: 'contact-old', holder: id, accountId, [channel]: account[channel] })

const newBinding = ({ id, accountId }: SessionInfo, { channel, value }: ContactChange): CodeBinding =>
  ({ purpose: 'contact-new', holder: id, accountId, [channel]: value })

const contactRefused = (findings: readonly Finding[]) =>
  new Refusal('invalid', 'contact-invalid', { zh: '填写的内容有误，请按提示修改。', en: 'Some fields need another look.' }, { findings })

const noChange = () =>
  new Refusal('conflict', 'no-contact-change', { zh: '更换步骤已失效，请重新发送验证码。', en: 'This change is over. Have the codes sent again.' })
