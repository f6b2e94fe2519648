import type { Actor } from '@icp/domain'
import { Controller } from '@nestjs/common'
import type { SessionInfo } from '../../http/request.js'
import { type Answer, Input, OnceKey, type Parsed, Serve, Session, Who } from '../../http/serve.js'
import type { Once } from '../../platform/once.js'
import { AccountKeepingService } from './account-keeping.service.js'
import { AccountRequestsReader } from './account-requests.reader.js'
import { AccountRequestsService } from './account-requests.service.js'
import { KeptAccountsReader } from './kept-accounts.reader.js'

@Controller()
export class KeepingController {
  constructor(
    private readonly reader: KeptAccountsReader,
    private readonly keeping: AccountKeepingService,
    private readonly requests: AccountRequestsService,
    private readonly requestsReader: AccountRequestsReader,
  ) {}

  @Serve('listAccounts')
  listAccounts(@Who() actor: Actor, @Input() { query: { cursor, ...query } }: Parsed<'listAccounts'>): Promise<Answer<'listAccounts'>> {
    return this.reader.list(actor, query, cursor)
  }

  @Serve('getAccount')
  getAccount(@Who() actor: Actor, @Input() { params }: Parsed<'getAccount'>): Promise<Answer<'getAccount'>> {
    return this.reader.open(actor, params.id)
  }

  @Serve('disableAccount')
  disableAccount(@Session() session: SessionInfo, @Input() { params, body }: Parsed<'disableAccount'>, @OnceKey() once: Once | null): Promise<Answer<'disableAccount'>> {
    return this.keeping.disable(session, params.id, body.reason, once)
  }

  @Serve('enableAccount')
  enableAccount(@Session() session: SessionInfo, @Input() { params, body }: Parsed<'enableAccount'>, @OnceKey() once: Once | null): Promise<Answer<'enableAccount'>> {
    return this.keeping.enable(session, params.id, body.reason, once)
  }

  @Serve('endAccountSessions')
  endAccountSessions(@Session() session: SessionInfo, @Input() { params }: Parsed<'endAccountSessions'>, @OnceKey() once: Once | null): Promise<Answer<'endAccountSessions'>> {
    return this.keeping.endSessions(session, params.id, once)
  }

  @Serve('clearLogOnStop')
  clearLogOnStop(@Session() session: SessionInfo, @Input() { params }: Parsed<'clearLogOnStop'>, @OnceKey() once: Once | null): Promise<Answer<'clearLogOnStop'>> {
    return this.keeping.clearStop(session, params.id, once)
  }

  @Serve('resetAuthenticator')
  resetAuthenticator(@Session() session: SessionInfo, @Input() { params, body }: Parsed<'resetAuthenticator'>, @OnceKey() once: Once | null): Promise<Answer<'resetAuthenticator'>> {
    return this.keeping.resetAuthenticator(session, params.id, body.reason, once)
  }

  @Serve('requestRoleChange')
  requestRoleChange(@Session() session: SessionInfo, @Input() { params, body }: Parsed<'requestRoleChange'>, @OnceKey() once: Once | null): Promise<Answer<'requestRoleChange'>> {
    const { reason, ...post } = body
    return this.keeping.requestRole(session, params.id, post, reason, once)
  }

  @Serve('listAccountRequests')
  listAccountRequests(@Session() session: SessionInfo, @Input() { query }: Parsed<'listAccountRequests'>): Promise<Answer<'listAccountRequests'>> {
    return this.requestsReader.list(session, query.state, query.cursor)
  }

  @Serve('decideAccountRequest')
  decideAccountRequest(
    @Session() session: SessionInfo, @Input() { params, body }: Parsed<'decideAccountRequest'>, @OnceKey() once: Once | null,
  ): Promise<Answer<'decideAccountRequest'>> {
    return this.requests.decide(session, params.id, body.agree, once)
  }

  @Serve('listTeam')
  listTeam(@Who() actor: Actor, @Session() { providerId }: SessionInfo): Promise<Answer<'listTeam'>> {
    if (!providerId) throw new Error('staff of a provider belong to one')
    return this.reader.team(actor, providerId)
  }
}
