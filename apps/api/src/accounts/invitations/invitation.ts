import type { InvitationRow } from '@icp/contract'
import type { StaffRole } from '@icp/domain'

/** An invitation with its sealed fields opened. `state` is what is stored; that a link has expired is told by its time. */
export interface Invitation {
  readonly id: string
  readonly purpose: InvitationRow['purpose']
  readonly role: StaffRole
  readonly providerId: string | null
  readonly province: string | null
  /** Whose new authenticator it is for, or who came of it. */
  readonly accountId: string | null
  /** Empty in a set-up, where nobody is known yet. */
  readonly name: string
  readonly mobile: string
  readonly email: string
  readonly state: 'waiting' | 'sent' | 'accepted' | 'revoked'
  /** SHA-256 of what stands in the link; there while it may be used. */
  readonly token: string | null
  /** Of the authenticator that is being added; made when the link is first opened. */
  readonly secret: string | null
  readonly triesLeft: number
  readonly invitedBy: string | null
  readonly invitedAt: string
  readonly expiresAt: string | null
}

export const invitationHours = 24
/** Wrong passwords that whoever holds a link for a new authenticator may try. */
export const invitationTries = 5

export const stateOf = ({ state, expiresAt }: Pick<Invitation, 'state' | 'expiresAt'>, now: string): InvitationRow['state'] =>
  state === 'sent' && expiresAt !== null && expiresAt <= now ? 'expired' : state
