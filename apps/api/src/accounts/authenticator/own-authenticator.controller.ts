import { Controller } from '@nestjs/common'
import type { SessionInfo } from '../../http/request.js'
import { type Answer, Input, OnceKey, type Parsed, Serve, Session } from '../../http/serve.js'
import type { Once } from '../../platform/once.js'
import { OwnAuthenticatorService } from './own-authenticator.service.js'

@Controller()
export class OwnAuthenticatorController {
  constructor(private readonly service: OwnAuthenticatorService) {}

  @Serve('startOwnAuthenticator')
  startOwnAuthenticator(@Session() session: SessionInfo, @Input() { body }: Parsed<'startOwnAuthenticator'>): Promise<Answer<'startOwnAuthenticator'>> {
    return this.service.start(session, body)
  }

  @Serve('addOwnAuthenticator')
  addOwnAuthenticator(@Session() session: SessionInfo, @Input() { body }: Parsed<'addOwnAuthenticator'>): Promise<Answer<'addOwnAuthenticator'>> {
    return this.service.add(session, body)
  }

  @Serve('removeOwnAuthenticator')
  removeOwnAuthenticator(@Session() session: SessionInfo, @Input() { body }: Parsed<'removeOwnAuthenticator'>, @OnceKey() once: Once | null): Promise<void> {
    return this.service.remove(session, body, once)
  }
}
