import type { Actor } from '@icp/domain'
import { Controller } from '@nestjs/common'
import { type Answer, Input, OnceKey, type Parsed, Serve, Who } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { AccessEndsService } from './access-ends.service.js'

@Controller()
export class AccessEndsController {
  constructor(private readonly ends: AccessEndsService) {}

  @Serve('endAccess')
  end(@Who() actor: Actor, @Input() { params, body }: Parsed<'endAccess'>, @OnceKey() once: Once | null): Promise<Answer<'endAccess'>> {
    return this.ends.end(actor, params.id, body, once)
  }
}
