import type { Actor } from '@icp/domain'
import { Controller } from '@nestjs/common'
import { type Answer, Input, type Parsed, Serve, Who } from '../http/serve.js'
import { RegisterReader } from './register.reader.js'
import { ServedAccessesReader } from './served-accesses.reader.js'

@Controller()
export class RegisterController {
  constructor(
    private readonly register: RegisterReader,
    private readonly served: ServedAccessesReader,
  ) {}

  @Serve('listOwnRecords')
  listOwnRecords(@Who() actor: Actor): Promise<Answer<'listOwnRecords'>> {
    return this.register.listOwn(actor)
  }

  @Serve('listServedAccesses')
  listServedAccesses(@Who() actor: Actor, @Input() { query }: Parsed<'listServedAccesses'>): Promise<Answer<'listServedAccesses'>> {
    return this.served.list(actor, query)
  }
}
