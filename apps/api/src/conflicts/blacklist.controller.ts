import type { Actor } from '@icp/domain'
import { Controller } from '@nestjs/common'
import type { SessionInfo } from '../http/request.js'
import { type Answer, Input, OnceKey, type Parsed, Serve, Session, Who } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { BlacklistReader } from './blacklist.reader.js'
import { BlacklistService } from './blacklist.service.js'

@Controller()
export class BlacklistController {
  constructor(
    private readonly reader: BlacklistReader,
    private readonly service: BlacklistService,
  ) {}

  @Serve('listBlacklist')
  listBlacklist(@Who() actor: Actor, @Input() { query: { cursor, ...query } }: Parsed<'listBlacklist'>): Promise<Answer<'listBlacklist'>> {
    return this.reader.list(actor, query, cursor)
  }

  @Serve('addToBlacklist')
  addToBlacklist(@Session() session: SessionInfo, @Input() { body }: Parsed<'addToBlacklist'>, @OnceKey() once: Once | null): Promise<Answer<'addToBlacklist'>> {
    return this.service.add(session, body, once)
  }

  @Serve('liftFromBlacklist')
  liftFromBlacklist(@Session() session: SessionInfo, @Input() { params, body }: Parsed<'liftFromBlacklist'>, @OnceKey() once: Once | null): Promise<Answer<'liftFromBlacklist'>> {
    return this.service.lift(session, params.id, body.version, once)
  }
}
