import type { Actor } from '@icp/domain'
import { Controller } from '@nestjs/common'
import { type Answer, Input, OnceKey, type Parsed, Serve, Who } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { MediationsReader } from './mediations.reader.js'
import { MediationsService } from './mediations.service.js'

type Owner = Extract<Actor, { role: 'owner' }>
type Reviewer = Extract<Actor, { role: 'reviewer' }>

@Controller()
export class MediationsController {
  constructor(
    private readonly reader: MediationsReader,
    private readonly service: MediationsService,
  ) {}

  @Serve('listFilingMediations')
  listFilingMediations(@Who() actor: Actor, @Input() { params }: Parsed<'listFilingMediations'>): Promise<Answer<'listFilingMediations'>> {
    return this.reader.ofFiling(actor, params.id)
  }

  @Serve('askMediation')
  askMediation(@Who() actor: Owner, @Input() { params, body }: Parsed<'askMediation'>, @OnceKey() once: Once | null): Promise<Answer<'askMediation'>> {
    return this.service.ask(actor, params.id, body, once)
  }

  @Serve('withdrawMediation')
  withdrawMediation(@Who() actor: Owner, @Input() { params }: Parsed<'withdrawMediation'>, @OnceKey() once: Once | null): Promise<Answer<'withdrawMediation'>> {
    return this.service.withdraw(actor, params.id, once)
  }

  @Serve('listMediations')
  listMediations(@Who() actor: Actor, @Input() { query }: Parsed<'listMediations'>): Promise<Answer<'listMediations'>> {
    return this.reader.list(actor, query.state, query.cursor)
  }

  @Serve('answerMediation')
  answerMediation(@Who() actor: Reviewer, @Input() { params, body }: Parsed<'answerMediation'>, @OnceKey() once: Once | null): Promise<Answer<'answerMediation'>> {
    return this.service.answer(actor, params.id, body, once)
  }
}
