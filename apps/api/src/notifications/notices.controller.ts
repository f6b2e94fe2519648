import { Controller } from '@nestjs/common'
import { actorOf, type SessionInfo } from '../http/request.js'
import { type Answer, Serve, Session } from '../http/serve.js'
import { NoticesReader } from './notices.reader.js'
import { NoticesService } from './notices.service.js'

@Controller()
export class NoticesController {
  constructor(
    private readonly reader: NoticesReader,
    private readonly service: NoticesService,
  ) {}

  @Serve('listNotices')
  listNotices(@Session() session: SessionInfo): Promise<Answer<'listNotices'>> {
    return this.reader.inboxOf(actorOf(session), session.accountId)
  }

  @Serve('markNoticesRead')
  markNoticesRead(@Session() session: SessionInfo): Promise<void> {
    return this.service.markAllRead(session.accountId)
  }
}
