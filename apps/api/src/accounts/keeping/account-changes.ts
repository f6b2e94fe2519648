import { keptSeconds, type Post, shanghaiDay, staffMessage, type StaffMessage } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { NotificationsApi } from '../../notifications/notifications.api.js'
import { Clock, later } from '../../platform/clock.js'
import { JobsApi } from '../../platform/jobs.api.js'
import type { Account } from '../account.js'
import { AccountNotices } from '../account-notices.js'
import { AccountsRepository } from '../accounts.repository.js'
import { AuthenticatorsRepository } from '../authenticator/authenticators.repository.js'
import { invitationTries } from '../invitations/invitation.js'
import { InvitationLinks, type OnScreenLink } from '../invitations/invitation-links.js'
import { InvitationsRepository } from '../invitations/invitations.repository.js'
import { stopQueue } from '../lost-phone/phone-deadlines.js'
import { SessionsRepository } from '../sessions.repository.js'
import { contactTakenMeanwhile } from './keeping-refusals.js'
import { type Act, StaffRepository } from './staff.repository.js'

export type Witness = Pick<Act, 'by' | 'reason'>

/** The changes themselves, whether one person may make them or two have agreed. Each is written down, ends what must end, and is told to whom it concerns. */
@Injectable()
export class AccountChanges {
  constructor(
    private readonly staff: StaffRepository,
    private readonly sessions: SessionsRepository,
    private readonly accounts: AccountsRepository,
    private readonly authenticators: AuthenticatorsRepository,
    private readonly invitations: InvitationsRepository,
    private readonly links: InvitationLinks,
    private readonly notifications: NotificationsApi,
    private readonly clock: Clock,
    private readonly notices: AccountNotices,
    private readonly jobs: JobsApi,
  ) {}

  /** A new phone that waits in place of a lost one is stopped: an account that was stopped as somebody else's prey must not come back with their number. */
  async disable(tx: EntityManager, account: Account, witness: Witness): Promise<void> {
    const now = this.clock.now()
    await this.staff.setDisabled(tx, account.id, now)
    await this.sessions.closeAll(tx, account.id)
    await this.invitations.revokeOpen(tx, { accountId: account.id })
    if (account.role === 'owner') await this.jobs.send(tx, stopQueue, { accountId: account.id })
    await this.invitations.revokeOpen(tx, { invitedBy: account.id })
    await this.note(tx, account, 'disable', witness)
    await this.tell(tx, account, { type: 'disabled', emptiedFrom: account.role === 'owner' ? null : shanghaiDay(later(now, keptSeconds('former-staff'))) })
  }

  /** Refuses (conflict) staff whose phone or mail another working account has taken meanwhile: one person has one role. */
  async enable(tx: EntityManager, account: Account, witness: Witness): Promise<void> {
    if (account.role !== 'owner') await this.refuseAnothersRole(tx, account)
    await this.staff.setDisabled(tx, account.id, null)
    await this.note(tx, account, 'enable', witness)
    await this.tell(tx, account, { type: 'enabled' })
  }

  private async refuseAnothersRole(tx: EntityManager, { id, mobile, email }: Account): Promise<void> {
    const taken = await this.staff.findOtherRoles(tx, { mobile, email }, id)
    if (taken.mobile || taken.email) throw contactTakenMeanwhile()
  }

  /**
   * The session of whoever changes roles ends: what they may do next is another thing. So do links for a new authenticator, which one person could have had sent for the
   * old role and only two may for the new one, and the invitations of whoever does not keep accounts any more.
   */
  async changePost(tx: EntityManager, account: Account, post: Post, witness: Witness): Promise<void> {
    await this.staff.setPost(tx, account.id, post)
    await this.sessions.closeAll(tx, account.id)
    await this.invitations.revokeOpen(tx, { accountId: account.id })
    if (post.role !== 'security-administrator') await this.invitations.revokeOpen(tx, { invitedBy: account.id })
    await this.note(tx, account, 'change-role', witness)
    await this.tell(tx, account, { type: 'role-changed', role: post.role })
  }

  /** The old authenticator and its recovery codes are gone. An owner goes back to codes by message; staff get a link, which asks for the password, so a mailbox alone is not enough. */
  async resetAuthenticator(tx: EntityManager, account: Account, witness: Witness): Promise<OnScreenLink> {
    const { id, role, providerId, province, name, mobile, email } = account
    await this.authenticators.remove(tx, id)
    await this.sessions.closeAll(tx, id)
    if (role === 'owner') {
      await this.note(tx, account, 'reset-authenticator', witness)
      await this.notices.tell(tx, { inbox: id, mobile, email }, 'authenticator-removed', { at: this.clock.now() })
      return null
    }
    await this.invitations.revokeOpen(tx, { accountId: id })
    const invitation = {
      id: randomUUID(), purpose: 'authenticator' as const, role, providerId, province, accountId: id, name, mobile, email, state: 'waiting' as const, token: null,
      secret: null, triesLeft: invitationTries, invitedBy: witness.by, invitedAt: this.clock.now(), expiresAt: null,
    }
    await this.invitations.insert(tx, invitation)
    await this.note(tx, account, 'reset-authenticator', witness)
    return this.links.send(tx, invitation)
  }

  async endSessions(tx: EntityManager, account: Account, witness: Witness): Promise<void> {
    await this.sessions.closeAll(tx, account.id)
    await this.note(tx, account, 'end-sessions', witness)
  }

  readonly get = (tx: EntityManager, accountId: string): Promise<Account> => this.accounts.get(tx, accountId)

  note(tx: EntityManager, { id }: Account, act: Act['act'], { by, reason }: Witness): Promise<void> {
    return this.staff.noteAct(tx, id, { act, by, reason, at: this.clock.now() })
  }

  private tell(tx: EntityManager, { email }: Account, message: StaffMessage): Promise<void> {
    const { title, text } = staffMessage(message)
    return this.notifications.message(tx, { channel: 'mail', to: email, subject: title, text, personal: [] })
  }
}
