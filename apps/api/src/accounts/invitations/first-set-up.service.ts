import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/transaction.service.js'
import { StaffRepository } from '../keeping/staff.repository.js'
import { invitationTries } from './invitation.js'
import { InvitationLinks } from './invitation-links.js'
import { InvitationsRepository } from './invitations.repository.js'

/** The way in for the first security administrator: there is no default password, and nobody yet who could invite. */
@Injectable()
export class FirstSetUpService {
  constructor(
    private readonly transactions: Transactions,
    private readonly invitations: InvitationsRepository,
    private readonly links: InvitationLinks,
    private readonly staff: StaffRepository,
    private readonly clock: Clock,
  ) {}

  /** A new link for whoever starts the system, good once and for 24 hours; the one of an earlier start stops working. Undefined once somebody has used one. */
  async offer(): Promise<string | undefined> {
    return this.transactions.write(null, async (tx) => {
      // Instances that start together queue here; the link of the last one works.
      await tx.query('SELECT pg_advisory_xact_lock(20261125)')
      if (await this.staff.isSecurityAdministratorThere(tx)) return undefined
      await this.invitations.revokeOpen(tx, { purpose: 'set-up' })
      const invitation = {
        id: randomUUID(), purpose: 'set-up' as const, role: 'security-administrator' as const, providerId: null, province: null, accountId: null, name: '', mobile: '',
        email: '', state: 'waiting' as const, token: null, secret: null, triesLeft: invitationTries, invitedBy: null, invitedAt: this.clock.now(), expiresAt: null,
      }
      await this.invitations.insert(tx, invitation)
      return this.links.make(tx, invitation)
    })
  }
}
