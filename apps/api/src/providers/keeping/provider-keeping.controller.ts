import { Controller } from '@nestjs/common'
import type { SessionInfo } from '../../http/request.js'
import { type Answer, Input, OnceKey, type Parsed, Serve, Session } from '../../http/serve.js'
import type { Once } from '../../platform/once.js'
import { KeptProvidersReader } from './kept-providers.reader.js'
import { ProviderKeepingService } from './provider-keeping.service.js'

@Controller()
export class ProviderKeepingController {
  constructor(
    private readonly reader: KeptProvidersReader,
    private readonly service: ProviderKeepingService,
  ) {}

  @Serve('listKeptProviders')
  listKeptProviders(@Input() { query: { cursor, ...query } }: Parsed<'listKeptProviders'>): Promise<Answer<'listKeptProviders'>> {
    return this.reader.list(query, cursor)
  }

  @Serve('getKeptProvider')
  getKeptProvider(@Input() { params }: Parsed<'getKeptProvider'>): Promise<Answer<'getKeptProvider'>> {
    return this.reader.get(params.id)
  }

  @Serve('addProvider')
  addProvider(@Session() session: SessionInfo, @Input() { body }: Parsed<'addProvider'>, @OnceKey() once: Once | null): Promise<Answer<'addProvider'>> {
    return this.service.add(session, body, once)
  }

  @Serve('changeProvider')
  changeProvider(@Session() session: SessionInfo, @Input() { params, body }: Parsed<'changeProvider'>, @OnceKey() once: Once | null): Promise<Answer<'changeProvider'>> {
    return this.service.change(session, params.id, body.version, body, once)
  }

  @Serve('suspendProvider')
  suspendProvider(@Session() session: SessionInfo, @Input() { params, body }: Parsed<'suspendProvider'>, @OnceKey() once: Once | null): Promise<Answer<'suspendProvider'>> {
    return this.service.suspend(session, params.id, body.version, body.reason, once)
  }

  @Serve('resumeProvider')
  resumeProvider(@Session() session: SessionInfo, @Input() { params, body }: Parsed<'resumeProvider'>, @OnceKey() once: Once | null): Promise<Answer<'resumeProvider'>> {
    return this.service.resume(session, params.id, body.version, once)
  }
}
