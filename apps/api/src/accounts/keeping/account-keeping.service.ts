import type { AnswerOf } from '@icp/contract'
import { needsSecondPerson, type Post, postFindings } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../../http/request.js'
import type { Once } from '../../platform/once.js'
import { Transactions } from '../../platform/transaction.service.js'
import { ProvidersApi } from '../../providers/providers.api.js'
import type { Account } from '../account.js'
import { Authenticators } from '../authenticator/authenticators.js'
import { InvitationLinks, type OnScreenLink } from '../invitations/invitation-links.js'
import { noSuchProvider } from '../invitations/invitation-refusals.js'
import { LogOnRepository } from '../log-on/log-on.repository.js'
import { AccountChanges } from './account-changes.js'
import { AccountRequestsService } from './account-requests.service.js'
import { alreadySo, closedByOwner, emptied, keepingInvalid, noSuchAccount, notOnOneself, reasonMissing, staffOnly } from './keeping-refusals.js'
import { KeptAccountsReader } from './kept-accounts.reader.js'
import { type Act, StaffRepository } from './staff.repository.js'

type Kept = AnswerOf<'disableAccount'>
type Done = { readonly waits: boolean; readonly onScreen?: OnScreenLink }

/** What the security administrator does to accounts: never to their own, and alone only where one person may. */
@Injectable()
export class AccountKeepingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly staff: StaffRepository,
    private readonly changes: AccountChanges,
    private readonly requests: AccountRequestsService,
    private readonly logOns: LogOnRepository,
    private readonly authenticators: Authenticators,
    private readonly links: InvitationLinks,
    private readonly providers: ProvidersApi,
    private readonly reader: KeptAccountsReader,
    private readonly audit: AuditApi,
  ) {}

  /** At once, also for an administrator: stopping somebody must not wait. Sessions end with it, so their next request is refused. */
  disable(session: SessionInfo, id: string, reason: string, once: Once | null): Promise<Kept> {
    return this.act(session, id, 'disable', reason, once, async (tx, account) => {
      if (account.disabledAt) throw alreadySo('该账号已经停用。', 'This account is disabled already.')
      await this.changes.disable(tx, account, { by: session.accountId, reason })
      return { waits: false }
    })
  }

  enable(session: SessionInfo, id: string, reason: string, once: Once | null): Promise<Kept> {
    return this.act(session, id, 'enable', reason, once, async (tx, account) => {
      if (!account.disabledAt) throw alreadySo('该账号没有停用。', 'This account is not disabled.')
      if (needsSecondPerson('enable', account.role)) return this.ask(tx, session, account, 'enable', null, reason)
      await this.changes.enable(tx, account, { by: session.accountId, reason })
      return { waits: false }
    })
  }

  resetAuthenticator(session: SessionInfo, id: string, reason: string, once: Once | null): Promise<Kept> {
    return this.act(session, id, 'reset-authenticator', reason, once, async (tx, account) => {
      if (account.role === 'owner' && !(await this.authenticators.has(tx, account.id))) throw staffOnly()
      if (account.disabledAt) throw alreadySo('该账号已停用，请先启用。', 'This account is disabled. Enable it first.')
      if (needsSecondPerson('reset-authenticator', account.role)) return this.ask(tx, session, account, 'reset-authenticator', null, reason)
      return { waits: false, onScreen: await this.changes.resetAuthenticator(tx, account, { by: session.accountId, reason }) }
    })
  }

  requestRole(session: SessionInfo, id: string, post: Post, reason: string, once: Once | null): Promise<Kept> {
    return this.act(session, id, 'change-role', reason, once, async (tx, account) => {
      if (account.role === 'owner') throw staffOnly()
      const findings = postFindings(post)
      if (findings.length === 0 && post.providerId && (await this.providers.findByIds(tx, [post.providerId])).length === 0) findings.push(noSuchProvider())
      if (findings.length > 0) throw keepingInvalid(findings)
      const same = account.role === post.role && account.providerId === post.providerId && account.province === post.province
      if (same) throw alreadySo('该账号的角色和单位已经如此。', 'The account has this role and organisation already.')
      return this.ask(tx, session, account, 'change-role', post, reason)
    })
  }

  endSessions(session: SessionInfo, id: string, once: Once | null): Promise<Kept> {
    return this.act(session, id, 'end-sessions', undefined, once, async (tx, account) => {
      await this.changes.endSessions(tx, account, { by: session.accountId, reason: '' })
      return { waits: false }
    })
  }

  /** Wrong passwords do not count any more; the wait that they led to is over. */
  clearStop(session: SessionInfo, id: string, once: Once | null): Promise<Kept> {
    return this.act(session, id, 'clear-stop', undefined, once, async (tx, account) => {
      await this.logOns.forgetTries(tx, account.userName)
      await this.changes.note(tx, account, 'clear-stop', { by: session.accountId, reason: '' })
      return { waits: false }
    })
  }

  private async act(
    session: SessionInfo, id: string, act: Act['act'], reason: string | undefined, once: Once | null, work: (tx: EntityManager, account: Account) => Promise<Done>,
  ): Promise<Kept> {
    const kept = await this.transactions.write(once, async (tx) => {
      if (!(await this.staff.lock(tx, id))) throw noSuchAccount()
      if (id === session.accountId) throw notOnOneself()
      if (reason?.trim() === '') throw keepingInvalid([reasonMissing()])
      const account = await this.changes.get(tx, id)
      if (await this.staff.isClosed(tx, id)) throw account.role === 'owner' ? closedByOwner() : emptied()
      const { waits, onScreen = null } = await work(tx, account)
      await this.audit.append(tx, {
        actor: actorOf(session), action: `account.${waits ? `ask-${act}` : act}`, objectType: 'account', objectId: id,
      })
      return { account: await this.reader.get(tx, id), waitsForSecondPerson: waits, onScreen }
    })
    return { ...kept, onScreen: await this.links.stillOnScreen(kept.onScreen) }
  }

  private async ask(
    tx: EntityManager, session: SessionInfo, { id }: Account, kind: 'enable' | 'reset-authenticator' | 'change-role', post: Post | null, reason: string,
  ): Promise<Done> {
    await this.requests.ask(tx, session, { kind, accountId: id, invitationId: null, post, reason })
    return { waits: true }
  }
}
