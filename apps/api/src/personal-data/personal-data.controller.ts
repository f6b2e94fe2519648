import type { Actor } from '@icp/domain'
import { Controller } from '@nestjs/common'
import type { SessionInfo } from '../http/request.js'
import { type Answer, Input, type Parsed, Serve, Session, Who } from '../http/serve.js'
import { ReadsReader } from './reads.reader.js'
import { RevealService } from './reveal.service.js'

@Controller()
export class PersonalDataController {
  constructor(
    private readonly reveals: RevealService,
    private readonly reads: ReadsReader,
  ) {}

  @Serve('revealField')
  revealField(@Who() actor: Actor, @Input() { params, body }: Parsed<'revealField'>): Promise<Answer<'revealField'>> {
    return this.reveals.reveal(actor, params.id, body)
  }

  @Serve('listOwnReads')
  listOwnReads(@Session() session: SessionInfo, @Input() { query }: Parsed<'listOwnReads'>): Promise<Answer<'listOwnReads'>> {
    return this.reads.listOf(session.accountId, query.cursor)
  }
}
