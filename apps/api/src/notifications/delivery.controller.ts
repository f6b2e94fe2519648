import { Controller } from '@nestjs/common'
import type { SessionInfo } from '../http/request.js'
import { type Answer, Input, OnceKey, type Parsed, Serve, Session } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { OutboxReader } from './outbox.reader.js'
import { ResendService } from './resend.service.js'

/** What the operator sees and does about messages. */
@Controller()
export class DeliveryController {
  constructor(
    private readonly reader: OutboxReader,
    private readonly resending: ResendService,
  ) {}

  @Serve('listMessages')
  listMessages(@Input() { query }: Parsed<'listMessages'>): Promise<Answer<'listMessages'>> {
    return this.reader.list(query)
  }

  @Serve('getDelivery')
  getDelivery(): Promise<Answer<'getDelivery'>> {
    return this.reader.getDelivery()
  }

  @Serve('resendMessage')
  resendMessage(@Session() session: SessionInfo, @Input() { params }: Parsed<'resendMessage'>, @OnceKey() once: Once | null): Promise<Answer<'resendMessage'>> {
    return this.resending.send(session, params.id, once)
  }
}
