import { Controller } from '@nestjs/common'
import { type Answer, Input, type Parsed, Serve } from '../http/serve.js'
import { ProvidersReader } from './providers.reader.js'
import { keywordsOf } from './search-question.js'

@Controller()
export class ProvidersController {
  constructor(private readonly reader: ProvidersReader) {}

  @Serve('searchProviders')
  async searchProviders(@Input() { query }: Parsed<'searchProviders'>): Promise<Answer<'searchProviders'>> {
    return this.reader.search(keywordsOf(query.q), query.cursor)
  }
}
