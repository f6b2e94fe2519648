import type { Actor } from '@icp/domain'
import { Controller, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { SessionInfo } from '../../http/request.js'
import { type Answer, Input, OnceKey, type Parsed, Serve, Session, Who } from '../../http/serve.js'
import { holderOf } from '../../platform/limits.js'
import type { Once } from '../../platform/once.js'
import { LostPhoneService } from './lost-phone.service.js'
import { PhoneStopService } from './phone-stop.service.js'
import { VouchingService } from './vouching.service.js'

@Controller()
export class LostPhoneController {
  constructor(
    private readonly own: LostPhoneService,
    private readonly links: PhoneStopService,
    private readonly vouching: VouchingService,
  ) {}

  @Serve('startPhoneRecovery')
  startPhoneRecovery(@Session() session: SessionInfo, @Input() { body }: Parsed<'startPhoneRecovery'>): Promise<Answer<'startPhoneRecovery'>> {
    return this.own.start(session, body)
  }

  @Serve('confirmPhoneRecovery')
  confirmPhoneRecovery(
    @Session() session: SessionInfo, @Input() { body }: Parsed<'confirmPhoneRecovery'>, @OnceKey() once: Once | null,
  ): Promise<Answer<'confirmPhoneRecovery'>> {
    return this.own.confirm(session, body, once)
  }

  @Serve('getPhoneRecovery')
  getPhoneRecovery(@Session() session: SessionInfo): Promise<Answer<'getPhoneRecovery'>> {
    return this.own.get(session)
  }

  @Serve('stopPhoneRecovery')
  stopPhoneRecovery(@Session() session: SessionInfo, @OnceKey() once: Once | null): Promise<void> {
    return this.own.stop(session, once)
  }

  @Serve('lookAtPhoneStopLink')
  lookAtPhoneStopLink(@Input() { body }: Parsed<'lookAtPhoneStopLink'>, @Req() request: FastifyRequest): Promise<Answer<'lookAtPhoneStopLink'>> {
    return this.links.look(body.token, holderOf(request.ip))
  }

  @Serve('stopPhoneByLink')
  stopPhoneByLink(@Input() { body }: Parsed<'stopPhoneByLink'>, @Req() request: FastifyRequest, @OnceKey() once: Once | null): Promise<void> {
    return this.links.stop(body.token, holderOf(request.ip), once)
  }

  @Serve('listPhoneRecoveries')
  listPhoneRecoveries(@Who() actor: Actor): Promise<Answer<'listPhoneRecoveries'>> {
    return this.vouching.list(actor)
  }

  @Serve('vouchForPhone')
  vouchForPhone(@Session() session: SessionInfo, @Input() { params, body }: Parsed<'vouchForPhone'>, @OnceKey() once: Once | null): Promise<void> {
    return this.vouching.vouch(session, params.id, body, once)
  }
}
