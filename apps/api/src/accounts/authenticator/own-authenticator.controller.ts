import { Controller } from '@nestjs/common'
import type { SessionInfo } from '../../http/request.js'
import { type Answer, Input, OnceKey, type Parsed, Serve, Session } from '../../http/serve.js'
import type { Once } from '../../platform/once.js'
import { FreshProofService } from './fresh-proof.service.js'
import { OwnAuthenticatorService } from './own-authenticator.service.js'

@Controller()
export class OwnAuthenticatorController {
  constructor(
    private readonly service: OwnAuthenticatorService,
    private readonly freshProof: FreshProofService,
  ) {}

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

  @Serve('getAuthenticatorProof')
  getAuthenticatorProof(@Session() session: SessionInfo): Promise<Answer<'getAuthenticatorProof'>> {
    return this.freshProof.find(session)
  }

  @Serve('proveAuthenticator')
  proveAuthenticator(@Session() session: SessionInfo, @Input() { body }: Parsed<'proveAuthenticator'>, @OnceKey() once: Once | null): Promise<Answer<'proveAuthenticator'>> {
    return this.freshProof.prove(session, body, once)
  }
}
