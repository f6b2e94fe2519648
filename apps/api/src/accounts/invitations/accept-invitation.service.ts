import type { InvitationAnswer, OpenedInvitation } from '@icp/contract'
import {
  credentialFindings, type Finding, maskField, normaliseEmail, normaliseName, normalisePhone, personFindings, personHasAnotherRole, staffMessage, userNameTaken,
} from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { randomUUID } from 'node:crypto'
import { DataSource, type EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { NotificationsApi } from '../../notifications/notifications.api.js'
import { Clock } from '../../platform/clock.js'
import { codeAsTyped } from '../../platform/codes.js'
import { type Limit, Limits } from '../../platform/limits.js'
import { findDatabaseFault } from '../../platform/sqlstate.js'
import { Transactions } from '../../platform/transaction.service.js'
import { AccountsRepository } from '../accounts.repository.js'
import { pictureOf } from '../authenticator/authenticator-picture.js'
import { Authenticators } from '../authenticator/authenticators.js'
import { newSecret, stepOf } from '../authenticator/time-codes.js'
import { Organisations } from '../keeping/organisations.js'
import { StaffRepository } from '../keeping/staff.repository.js'
import { Passwords, type Seat } from '../passwords.js'
import { PasswordPolicy } from '../passwords/password-policy.js'
import type { Invitation } from './invitation.js'
import { invitationInvalid, noInvitation, wrongFirstCode, wrongPassword } from './invitation-refusals.js'
import { InvitationsRepository } from './invitations.repository.js'

const perVisitor: Limit = { name: 'invitations', points: 60, seconds: 300 }

interface Ready {
  readonly given: InvitationAnswer & { readonly name: string; readonly mobile: string; readonly email: string }
  /** The argon2id hash of a new account; undefined where the account has its password already. */
  readonly password: string | undefined
  readonly step: number
}

/** What whoever holds the link of an invitation may do with it: look, and use it once. */
@Injectable()
export class AcceptInvitationService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly invitations: InvitationsRepository,
    private readonly accounts: AccountsRepository,
    private readonly authenticators: Authenticators,
    private readonly staff: StaffRepository,
    private readonly organisations: Organisations,
    private readonly passwords: Passwords,
    private readonly policy: PasswordPolicy,
    private readonly notifications: NotificationsApi,
    private readonly audit: AuditApi,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** The secret is made when the link is first opened and stays the same for a reload, so that what was scanned stays right. */
  async open(token: string, ip: string): Promise<OpenedInvitation> {
    await this.limits.take(perVisitor, ip)
    return this.transactions.write(null, async (tx) => {
      const invitation = await this.invitations.lockByToken(tx, token, this.clock.now())
      if (!invitation?.expiresAt || !(await this.isStillWanted(tx, invitation))) throw noInvitation()
      const secret = invitation.secret ?? newSecret()
      if (!invitation.secret) await this.invitations.saveSecret(tx, invitation.id, secret)
      const [account] = invitation.accountId ? await this.accounts.findByIds(tx, [invitation.accountId]) : []
      const { purpose, role, name, mobile, email, expiresAt } = invitation
      return {
        purpose, role, name, expiresAt, organisation: (await this.organisations.naming(tx, [invitation]))(invitation), userName: account?.userName ?? null,
        mobile: mobile && maskField('phone', mobile), email: email && maskField('mail', email),
        authenticator: await pictureOf(secret, account?.userName ?? invitation.name),
      }
    })
  }

  /** Everything that is wrong is said at once and changes nothing, but that a wrong password counts. Of several at the same moment one gets the account. */
  async accept(body: InvitationAnswer, ip: string): Promise<{ userName: string; recoveryCodes: string[] }> {
    await this.limits.take(perVisitor, ip)
    const invitation = await this.invitations.findByToken(this.database.manager, body.token, this.clock.now())
    if (!invitation) throw noInvitation()
    const ready = await this.judge(invitation, body)
    try {
      return await this.transactions.write(null, async (tx) => {
        const locked = await this.invitations.lockByToken(tx, body.token, this.clock.now())
        if (!locked?.secret || locked.secret !== invitation.secret || !(await this.isStillWanted(tx, locked))) throw noInvitation()
        return locked.purpose === 'authenticator' ? this.renew(tx, locked, ready) : this.join(tx, locked, ready)
      })
    } catch (error) {
      const fault = findDatabaseFault(error)
      throw fault?.state === '23505' ? invitationInvalid(takenBy(fault.constraint)) : error
    }
  }

  /** A set-up is for the first security administrator only; a new authenticator for an account that works. */
  private async isStillWanted(tx: EntityManager, { purpose, accountId }: Invitation): Promise<boolean> {
    if (purpose === 'set-up') return !(await this.staff.isSecurityAdministratorThere(tx))
    if (purpose === 'join') return true
    const [account] = accountId ? await this.accounts.findByIds(tx, [accountId]) : []
    return account !== undefined && account.disabledAt === null
  }

  private async judge(invitation: Invitation, body: InvitationAnswer): Promise<Ready> {
    const given = {
      ...body, userName: body.userName.trim(), name: normaliseName(body.name ?? ''), mobile: normalisePhone(body.mobile ?? ''), email: normaliseEmail(body.email ?? ''),
    }
    const findings: Finding[] = []
    if (invitation.purpose !== 'authenticator') findings.push(...credentialFindings(given, this.policy.profile), ...(await this.policy.beyondRules(given)))
    if (invitation.purpose === 'set-up') findings.push(...personFindings(given))
    const step = invitation.secret ? stepOf(invitation.secret, codeAsTyped(body.code), this.clock.now()) : undefined
    if (step === undefined) findings.push(wrongFirstCode())
    if (findings.length > 0 || step === undefined) throw invitationInvalid(findings)
    if (invitation.purpose !== 'authenticator') return { given, step, password: await this.passwords.hash(body.password) }
    await this.passwords.seated((seat) => this.comparePassword(invitation, body.password, seat))
    return { given, step, password: undefined }
  }

  private async comparePassword({ id, accountId }: Invitation, password: string, seat: Seat): Promise<void> {
    const hashed = accountId ? await this.accounts.passwordOf(this.database.manager, accountId) : undefined
    const left = await this.transactions.write(null, async (tx) => {
      const locked = await this.invitations.lock(tx, id)
      if (locked?.state !== 'sent') throw noInvitation()
      return this.invitations.takeTry(tx, locked)
    })
    if (!(await this.passwords.matches(hashed, password, seat))) throw left > 0 ? invitationInvalid([wrongPassword(left)]) : noInvitation()
  }

  private async join(tx: EntityManager, invitation: Invitation, { given, password, step }: Ready): Promise<{ userName: string; recoveryCodes: string[] }> {
    const id = randomUUID()
    const { role, providerId, province, secret } = invitation
    const { name, mobile, email } = invitation.purpose === 'set-up' ? given : invitation
    const taken = await this.staff.findOtherRoles(tx, { mobile, email })
    const findings = (['mobile', 'email'] as const).filter((path) => taken[path]).map(personHasAnotherRole)
    if (findings.length > 0) throw invitationInvalid(findings)
    await this.accounts.insert(tx, {
      id, role, userName: given.userName, name, certificateType: '', certificateNumber: '', mobile, email, providerId, province, registeredAt: this.clock.now(),
      lastLogOnAt: null,
    }, password ?? '')
    await this.invitations.markAccepted(tx, invitation.id, id)
    const recoveryCodes = await this.authenticators.add(tx, id, secret ?? '', step)
    await this.audit.append(tx, { actor: { role: 'clock' }, action: 'account.join', objectType: 'account', objectId: id, detail: { role, invitation: invitation.id } })
    return { userName: given.userName, recoveryCodes }
  }

  private async renew(tx: EntityManager, invitation: Invitation, { step }: Ready): Promise<{ userName: string; recoveryCodes: string[] }> {
    const { accountId, secret } = invitation
    if (!accountId) throw new Error(`invitation ${invitation.id} is for nobody's authenticator`)
    const { userName, email } = await this.accounts.get(tx, accountId)
    await this.invitations.markAccepted(tx, invitation.id, accountId)
    const recoveryCodes = await this.authenticators.add(tx, accountId, secret ?? '', step)
    const { title, text } = staffMessage({ type: 'authenticator-added' })
    await this.notifications.message(tx, { channel: 'mail', to: email, subject: title, text, personal: [] })
    await this.audit.append(tx, { actor: { role: 'clock' }, action: 'account.authenticator', objectType: 'account', objectId: accountId, detail: { invitation: invitation.id } })
    return { userName, recoveryCodes }
  }
}

/** Two at the same moment for one value: the database lets one through and names the constraint. */
const takenBy = (constraint: string | undefined): Finding[] =>
  constraint === 'accounts_administrator_mobile' ? [personHasAnotherRole('mobile')]
    : constraint === 'accounts_administrator_email' ? [personHasAnotherRole('email')] : [userNameTaken()]
