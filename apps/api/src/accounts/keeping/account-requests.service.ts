import type { AnswerOf } from '@icp/contract'
import { type AccountRequestKind, accountRequestDays, askerRefusal, countersignRefusal, type Post, roleWords } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../../http/request.js'
import { NotificationsApi } from '../../notifications/notifications.api.js'
import { Clock, later } from '../../platform/clock.js'
import type { Once } from '../../platform/once.js'
import { Transactions } from '../../platform/transaction.service.js'
import type { Invitation } from '../invitations/invitation.js'
import { InvitationLinks, type OnScreenLink } from '../invitations/invitation-links.js'
import { InvitationsRepository } from '../invitations/invitations.repository.js'
import { AccountChanges } from './account-changes.js'
import { AccountRequestsReader } from './account-requests.reader.js'
import { AccountRequestsRepository, type StoredRequest } from './account-requests.repository.js'
import { alreadyAsked, noSuchRequest, requestOvertaken, requestWithdrawn } from './keeping-refusals.js'
import { StaffRepository } from './staff.repository.js'

interface Asked {
  readonly kind: AccountRequestKind
  readonly accountId: string | null
  readonly invitationId: string | null
  readonly post: Post | null
  readonly reason: string
}

type Decided = AnswerOf<'decideAccountRequest'>

/** What needs two people: the first asks, the second, another administrator, makes it happen in the transaction of the countersignature. */
@Injectable()
export class AccountRequestsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: AccountRequestsRepository,
    private readonly reader: AccountRequestsReader,
    private readonly invitations: InvitationsRepository,
    private readonly links: InvitationLinks,
    private readonly changes: AccountChanges,
    private readonly staff: StaffRepository,
    private readonly notifications: NotificationsApi,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of whoever asks; the other administrators find a notice. It names the role: who it was stands on the page, which follows when the account is emptied. */
  async ask(tx: EntityManager, session: SessionInfo, { kind, accountId, invitationId, post, reason }: Asked): Promise<void> {
    const now = this.clock.now()
    if (accountId && (await this.requests.kindsWaiting(tx, accountId, now)).includes(kind)) throw alreadyAsked()
    const id = randomUUID()
    await this.requests.insert(tx, {
      id, kind, about: accountId, invitationId, post, reason, askedBy: session.accountId, askedAt: now, expiresAt: later(now, accountRequestDays * 24 * 3600),
      state: 'waiting', decidedBy: null, decidedAt: null,
    })
    await this.note(tx, session, 'account-request.ask', id, kind)
    const others = (await this.staff.idsOfAdministrators(tx)).filter((one) => one !== session.accountId && one !== accountId)
    const role = roleWords[session.role]
    await this.notifications.notice(tx, {
      accountIds: others, title: { zh: '有一项账号申请等待复核', en: 'An account request waits for a second person' },
      text: { zh: `一位“${role.zh}”提出了一项账号申请，请在“待复核”中查看并决定。`, en: `A colleague with the role “${role.en}” has asked for a change of an account. Look at it under “Second person” and decide.` },
    })
  }

  async decide(session: SessionInfo, id: string, agree: boolean, once: Once | null): Promise<Decided> {
    const decided = await this.transactions.write(once, async (tx) => {
      const request = await this.requests.lock(tx, id)
      if (!request) throw noSuchRequest()
      const refusal = countersignRefusal(request, session, this.clock.now())
      if (refusal) throw refusal
      if (agree) await this.refuseForAsker(tx, request)
      const invitation = request.invitationId ? await this.invitations.lock(tx, request.invitationId) : undefined
      if (invitation && invitation.state !== 'waiting') throw requestWithdrawn()
      await this.requests.markDecided(tx, id, agree ? 'agreed' : 'declined', session.accountId, this.clock.now())
      await this.note(tx, session, agree ? 'account-request.agree' : 'account-request.decline', id, request.kind)
      const onScreen = agree ? await this.carryOut(tx, request, invitation) : await this.drop(tx, invitation)
      return { request: await this.reader.get(tx, id, session), onScreen }
    })
    return { ...decided, onScreen: await this.links.stillOnScreen(decided.onScreen) }
  }

  /** Holds the asker's account until the end: whoever disables them meanwhile comes before the agreement or after it. */
  private async refuseForAsker(tx: EntityManager, { askedBy }: StoredRequest): Promise<void> {
    await this.staff.lock(tx, askedBy)
    const refusal = askerRefusal(await this.changes.get(tx, askedBy))
    if (refusal) throw refusal
  }

  private async carryOut(tx: EntityManager, request: StoredRequest, invitation: Invitation | undefined): Promise<OnScreenLink> {
    const { kind, about, post, askedBy, reason } = request
    if (invitation) return this.links.send(tx, invitation)
    if (!about || !(await this.staff.lock(tx, about))) throw requestOvertaken()
    if (await this.staff.isClosed(tx, about)) throw requestOvertaken()
    const account = await this.changes.get(tx, about)
    const witness = { by: askedBy, reason }
    if (kind === 'reset-authenticator') {
      if (account.disabledAt) throw requestOvertaken()
      return this.changes.resetAuthenticator(tx, account, witness)
    }
    if (kind === 'enable') await this.changes.enable(tx, account, witness)
    else if (post) await this.changes.changePost(tx, account, post, witness)
    return null
  }

  private async drop(tx: EntityManager, invitation: Invitation | undefined): Promise<null> {
    if (invitation) await this.invitations.markRevoked(tx, invitation.id)
    return null
  }

  private note(tx: EntityManager, session: SessionInfo, action: string, id: string, kind: AccountRequestKind): Promise<void> {
    return this.audit.append(tx, { actor: actorOf(session), action, objectType: 'account-request', objectId: id, detail: { kind } })
  }
}
