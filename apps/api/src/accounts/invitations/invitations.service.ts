import type { AnswerOf, BodyOf } from '@icp/contract'
import { type Finding, needsSecondPerson, normaliseEmail, normaliseName, normalisePhone, personFindings, personHasAnotherRole, postFindings } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../../http/request.js'
import { Clock } from '../../platform/clock.js'
import type { Once } from '../../platform/once.js'
import { Transactions } from '../../platform/transaction.service.js'
import { ProvidersApi } from '../../providers/providers.api.js'
import { AccountRequestsService } from '../keeping/account-requests.service.js'
import { reasonMissing } from '../keeping/keeping-refusals.js'
import { StaffRepository } from '../keeping/staff.repository.js'
import { type Invitation, invitationTries, stateOf } from './invitation.js'
import { InvitationLinks, type OnScreenLink } from './invitation-links.js'
import { invitationInvalid, invitationOver, noSuchInvitation, noSuchProvider, waitsForSecondPerson } from './invitation-refusals.js'
import { InvitationsReader } from './invitations.reader.js'
import { InvitationsRepository } from './invitations.repository.js'

type Given = BodyOf<'inviteStaff'>
type Invited = AnswerOf<'inviteStaff'>

/** What the security administrator does with invitations. Whoever is to be an administrator gets theirs once a second person has countersigned. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly invitations: InvitationsRepository,
    private readonly links: InvitationLinks,
    private readonly requests: AccountRequestsService,
    private readonly staff: StaffRepository,
    private readonly providers: ProvidersApi,
    private readonly reader: InvitationsReader,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  async invite(session: SessionInfo, given: Given, once: Once | null): Promise<Invited> {
    const answer = await this.transactions.write(once, async (tx) => {
      const person = { name: normaliseName(given.name), mobile: normalisePhone(given.mobile), email: normaliseEmail(given.email) }
      const findings = await this.findingsOf(tx, given, person)
      if (findings.length > 0) throw invitationInvalid(findings)
      const { role, providerId, province } = given
      const invitation: Invitation = {
        id: randomUUID(), purpose: 'join', role, providerId, province, accountId: null, ...person, state: 'waiting', token: null, secret: null,
        triesLeft: invitationTries, invitedBy: session.accountId, invitedAt: this.clock.now(), expiresAt: null,
      }
      await this.invitations.insert(tx, invitation)
      await this.note(tx, session, 'invitation.create', invitation)
      const waits = needsSecondPerson('invite', role) && (await this.staff.anotherAdministratorExists(tx, session.accountId))
      if (waits) await this.requests.ask(tx, session, { kind: 'invite', invitationId: invitation.id, accountId: null, post: given, reason: given.reason })
      return this.answer(tx, invitation.id, waits ? null : await this.links.send(tx, invitation))
    })
    return { ...answer, onScreen: await this.links.stillOnScreen(answer.onScreen) }
  }

  async resend(session: SessionInfo, id: string, once: Once | null): Promise<Invited> {
    const answer = await this.transactions.write(once, async (tx) => {
      const invitation = await this.open(tx, id)
      if (invitation.state === 'waiting') throw waitsForSecondPerson()
      await this.note(tx, session, 'invitation.resend', invitation)
      return this.answer(tx, id, await this.links.send(tx, invitation))
    })
    return { ...answer, onScreen: await this.links.stillOnScreen(answer.onScreen) }
  }

  revoke(session: SessionInfo, id: string, once: Once | null): Promise<AnswerOf<'revokeInvitation'>> {
    return this.transactions.write(once, async (tx) => {
      const invitation = await this.open(tx, id)
      await this.invitations.markRevoked(tx, id)
      await this.note(tx, session, 'invitation.revoke', invitation)
      return (await this.answer(tx, id, null)).invitation
    })
  }

  private async open(tx: EntityManager, id: string): Promise<Invitation> {
    const invitation = await this.invitations.lock(tx, id)
    if (!invitation || invitation.purpose === 'set-up') throw noSuchInvitation()
    if (!['waiting', 'sent', 'expired'].includes(stateOf(invitation, this.clock.now()))) throw invitationOver()
    return invitation
  }

  private async findingsOf(tx: EntityManager, given: Given, person: { name: string; mobile: string; email: string }): Promise<Finding[]> {
    const lacksReason = needsSecondPerson('invite', given.role) && given.reason.trim() === ''
    const findings = [...postFindings(given), ...personFindings(person), ...(lacksReason ? [reasonMissing()] : [])]
    if (findings.length > 0) return findings
    if (given.providerId && (await this.providers.findByIds(tx, [given.providerId])).length === 0) return [noSuchProvider()]
    const taken = await this.staff.findOtherRoles(tx, person)
    return (['mobile', 'email'] as const).filter((path) => taken[path]).map(personHasAnotherRole)
  }

  private async answer(tx: EntityManager, id: string, onScreen: OnScreenLink): Promise<Invited> {
    return { invitation: await this.reader.get(tx, id), onScreen }
  }

  private note(tx: EntityManager, session: SessionInfo, action: string, { id, role, purpose }: Invitation): Promise<void> {
    return this.audit.append(tx, { actor: actorOf(session), action, objectType: 'invitation', objectId: id, detail: { role, purpose } })
  }
}
