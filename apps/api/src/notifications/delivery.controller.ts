import type { Actor } from '@icp/domain'
import { Controller } from '@nestjs/common'
import type { SessionInfo } from '../http/request.js'
import { type Answer, Input, OnceKey, type Parsed, Serve, Session, Who } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { MessageRevealService } from './message-reveal.service.js'
import { OutboxReader } from './outbox.reader.js'
import { ResendService } from './resend.service.js'

/** What the operator sees and does about messages. */
@Controller()
export class DeliveryController {
  constructor(
    private readonly reader: OutboxReader,
    private readonly reveals: MessageRevealService,
    private readonly resending: ResendService,
  ) {}

  @Serve('listMessages')
  listMessages(@Who() actor: Actor, @Input() { body }: Parsed<'listMessages'>): Promise<Answer<'listMessages'>> {
    return this.reader.list(actor, body)
  }

  @Serve('revealMessage')
  revealMessage(@Session() session: SessionInfo, @Input() { params, body }: Parsed<'revealMessage'>): Promise<Answer<'revealMessage'>> {
    return this.reveals.reveal(session, params.id, body)
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
