import { Controller } from '@nestjs/common'
import type { SessionInfo } from '../../http/request.js'
import { type Answer, Input, OnceKey, type Parsed, Serve, Session } from '../../http/serve.js'
import type { Once } from '../../platform/once.js'
import { StepUpService } from '../step-up.service.js'
import { SelfReader } from './self.reader.js'
import { SelfService } from './self.service.js'

@Controller()
export class SelfController {
  constructor(
    private readonly reader: SelfReader,
    private readonly service: SelfService,
    private readonly stepUp: StepUpService,
  ) {}

  @Serve('getMe')
  getMe(@Session() session: SessionInfo): Promise<Answer<'getMe'>> {
    return this.reader.getMe(session)
  }

  @Serve('getOwnAccount')
  getOwnAccount(@Session() session: SessionInfo): Promise<Answer<'getOwnAccount'>> {
    return this.reader.getAccount(session.accountId)
  }

  @Serve('acceptAgain')
  acceptAgain(@Session() session: SessionInfo, @Input() { body }: Parsed<'acceptAgain'>, @OnceKey() once: Once | null): Promise<Answer<'acceptAgain'>> {
    return this.service.acceptAgain(session, body.document, body.version, once)
  }

  @Serve('sendStepUpCode')
  sendStepUpCode(
    @Session() session: SessionInfo, @Input() { body }: Parsed<'sendStepUpCode'>, @OnceKey() once: Once | null,
  ): Promise<Answer<'sendStepUpCode'>> {
    return this.stepUp.send(session, body.purpose, once)
  }
}
