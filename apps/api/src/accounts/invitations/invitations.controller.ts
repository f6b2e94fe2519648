import type { Actor } from '@icp/domain'
import { Controller, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { SessionInfo } from '../../http/request.js'
import { type Answer, Input, OnceKey, type Parsed, Serve, Session, Who } from '../../http/serve.js'
import { holderOf } from '../../platform/limits.js'
import type { Once } from '../../platform/once.js'
import { AcceptInvitationService } from './accept-invitation.service.js'
import { InvitationsReader } from './invitations.reader.js'
import { InvitationsService } from './invitations.service.js'

@Controller()
export class InvitationsController {
  constructor(
    private readonly service: InvitationsService,
    private readonly acceptance: AcceptInvitationService,
    private readonly reader: InvitationsReader,
  ) {}

  @Serve('openInvitation')
  openInvitation(@Input() { body }: Parsed<'openInvitation'>, @Req() request: FastifyRequest): Promise<Answer<'openInvitation'>> {
    return this.acceptance.open(body.token, holderOf(request.ip))
  }

  @Serve('acceptInvitation')
  acceptInvitation(@Input() { body }: Parsed<'acceptInvitation'>, @Req() request: FastifyRequest): Promise<Answer<'acceptInvitation'>> {
    return this.acceptance.accept(body, holderOf(request.ip))
  }

  @Serve('inviteStaff')
  inviteStaff(@Session() session: SessionInfo, @Input() { body }: Parsed<'inviteStaff'>, @OnceKey() once: Once | null): Promise<Answer<'inviteStaff'>> {
    return this.service.invite(session, body, once)
  }

  @Serve('listInvitations')
  listInvitations(@Who() actor: Actor, @Input() { query }: Parsed<'listInvitations'>): Promise<Answer<'listInvitations'>> {
    return this.reader.list(actor, query.state, query.cursor)
  }

  @Serve('revokeInvitation')
  revokeInvitation(@Session() session: SessionInfo, @Input() { params }: Parsed<'revokeInvitation'>, @OnceKey() once: Once | null): Promise<Answer<'revokeInvitation'>> {
    return this.service.revoke(session, params.id, once)
  }

  @Serve('resendInvitation')
  resendInvitation(@Session() session: SessionInfo, @Input() { params }: Parsed<'resendInvitation'>, @OnceKey() once: Once | null): Promise<Answer<'resendInvitation'>> {
    return this.service.resend(session, params.id, once)
  }
}
