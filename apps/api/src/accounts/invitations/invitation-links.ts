import { categoryOf, staffMessage, type StaffRole } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { SwitchesApi } from '../../administration/switches.api.js'
import { NotificationsApi } from '../../notifications/notifications.api.js'
import { Clock, later } from '../../platform/clock.js'
import { Config } from '../../platform/config.js'
import { randomToken } from '../../platform/digest.js'
import { type Invitation, invitationHours, invitationTries } from './invitation.js'
import { InvitationsRepository } from './invitations.repository.js'

export type OnScreenLink = { readonly link: string } | null

/** Links that make somebody staff, or give them a new authenticator: 256 bits behind the #, so that no server, proxy or Referer header sees them. */
@Injectable()
export class InvitationLinks {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly notifications: NotificationsApi,
    private readonly switches: SwitchesApi,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Sends a new link by mail; the one before stops working. While the SMS platform is off nothing leaves the house, and the link is shown as codes are. */
  async send(tx: EntityManager, invitation: Invitation): Promise<OnScreenLink> {
    const link = await this.make(tx, invitation)
    const { title, text } = staffMessage(invitation.purpose === 'authenticator'
      ? { type: 'authenticator-link', link, hours: invitationHours }
      : { type: 'invitation', link, hours: invitationHours, role: invitation.role })
    await this.notifications.message(tx, { channel: 'mail', to: invitation.email, subject: title, text, personal: [] })
    return (await this.switches.smsPlatform(tx)) === 'off' ? { link } : null
  }

  /** A new link without a mail, for the set-up. */
  async make(tx: EntityManager, { id, role }: { readonly id: string; readonly role: StaffRole }): Promise<string> {
    const token = randomToken()
    await this.invitations.markSent(tx, id, token, later(this.clock.now(), invitationHours * 3600), invitationTries)
    return `${this.config.portals[categoryOf(role)]}/invitation#${token}`
  }

  /** What a repeat of a request may show: nothing once the SMS platform is on, although the first answer did. */
  async stillOnScreen(shown: OnScreenLink): Promise<OnScreenLink> {
    return shown && (await this.switches.smsPlatform()) === 'off' ? shown : null
  }
}
