import { Controller } from '@nestjs/common'
import type { SessionInfo } from '../../http/request.js'
import { type Answer, Input, type Parsed, Serve, Session } from '../../http/serve.js'
import { SessionsService } from './sessions.service.js'

@Controller()
export class SessionsController {
  constructor(private readonly service: SessionsService) {}

  @Serve('listOwnSessions')
  listOwnSessions(@Session() session: SessionInfo): Promise<Answer<'listOwnSessions'>> {
    return this.service.list(session)
  }

  @Serve('endOwnSession')
  endOwnSession(@Session() session: SessionInfo, @Input() { params, body }: Parsed<'endOwnSession'>): Promise<void> {
    return this.service.endOne(session, params.id, body)
  }

  @Serve('endOtherSessions')
  endOtherSessions(@Session() session: SessionInfo, @Input() { body }: Parsed<'endOtherSessions'>): Promise<void> {
    return this.service.endOthers(session, body)
  }

  @Serve('listOwnDevices')
  listOwnDevices(@Session() session: SessionInfo): Promise<Answer<'listOwnDevices'>> {
    return this.service.listDevices(session)
  }

  @Serve('listOwnLogOns')
  listOwnLogOns(@Session() session: SessionInfo): Promise<Answer<'listOwnLogOns'>> {
    return this.service.listLogOns(session)
  }

  @Serve('forgetOwnDevice')
  forgetOwnDevice(@Session() session: SessionInfo, @Input() { params, body }: Parsed<'forgetOwnDevice'>): Promise<void> {
    return this.service.forgetDevice(session, params.id, body)
  }
}
