import type { Actor } from '@icp/domain'
import { Controller } from '@nestjs/common'
import { type Answer, Input, OnceKey, type Parsed, Serve, Who } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { AgreementsService } from './agreements.service.js'

@Controller()
export class AgreementsController {
  constructor(private readonly agreements: AgreementsService) {}

  @Serve('agreeToMigration')
  agree(@Who() actor: Actor, @Input() { params, body }: Parsed<'agreeToMigration'>, @OnceKey() once: Once | null): Promise<Answer<'agreeToMigration'>> {
    return this.agreements.agree(actor, params.id, body, once)
  }

  @Serve('declineMigration')
  decline(@Who() actor: Actor, @Input() { params, body }: Parsed<'declineMigration'>, @OnceKey() once: Once | null): Promise<Answer<'declineMigration'>> {
    return this.agreements.decline(actor, params.id, body, once)
  }
}
