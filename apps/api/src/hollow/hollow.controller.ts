import type { Actor } from '@icp/domain'
import { Controller } from '@nestjs/common'
import { type Answer, Input, OnceKey, type Parsed, Serve, Who } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { HollowClearances } from './hollow-clearances.service.js'
import { HollowReader } from './hollow.reader.js'

@Controller()
export class HollowController {
  constructor(
    private readonly reader: HollowReader,
    private readonly clearances: HollowClearances,
  ) {}

  @Serve('listHollow')
  listHollow(@Who() actor: Actor, @Input() { query }: Parsed<'listHollow'>): Promise<Answer<'listHollow'>> {
    return this.reader.list(actor, query.kind, query.cursor)
  }

  @Serve('clearHollow')
  clearHollow(@Who() actor: Actor, @Input() { body }: Parsed<'clearHollow'>, @OnceKey() once: Once | null): Promise<Answer<'clearHollow'>> {
    return this.clearances.clear(actor, body.ids, once)
  }
}
