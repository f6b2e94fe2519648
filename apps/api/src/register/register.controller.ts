import type { Actor } from '@icp/domain'
import { Controller } from '@nestjs/common'
import { type Answer, Serve, Who } from '../http/serve.js'
import { RegisterReader } from './register.reader.js'

@Controller()
export class RegisterController {
  constructor(private readonly register: RegisterReader) {}

  @Serve('listOwnRecords')
  listOwnRecords(@Who() actor: Actor): Promise<Answer<'listOwnRecords'>> {
    return this.register.listOwn(actor)
  }
}
