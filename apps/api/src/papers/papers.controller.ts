import { type Actor, mediaTypes } from '@icp/domain'
import { Controller, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { type Answer, Input, OnceKey, type Parsed, Serve, Who } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { PapersReader } from './papers.reader.js'
import { PapersService } from './papers.service.js'

type Reader = Extract<Actor, { readonly accountId: string }>
type Party = Extract<Actor, { role: 'owner' | 'provider' }>

@Controller()
export class PapersController {
  constructor(
    private readonly reader: PapersReader,
    private readonly service: PapersService,
  ) {}

  @Serve('listPapers')
  listPapers(@Who() actor: Reader, @Input() { params }: Parsed<'listPapers'>): Promise<Answer<'listPapers'>> {
    return this.reader.list(actor, params.id)
  }

  @Serve('getPaper')
  async getPaper(@Who() actor: Reader, @Input() { params, body: purpose }: Parsed<'getPaper'>, @Res({ passthrough: true }) reply: FastifyReply): Promise<Answer<'getPaper'>> {
    const { paper, bytes } = await this.reader.read(actor, params.id, params.paperId, purpose)
    const { type, ending } = mediaTypes[paper.format]
    void reply.headers({ 'content-type': type, 'content-disposition': `inline; filename="paper-${paper.id.slice(0, 8)}.${ending}"` })
    return bytes
  }

  @Serve('putPaper')
  putPaper(@Who() actor: Party, @Input() { params, query, body }: Parsed<'putPaper'>, @OnceKey() once: Once | null): Promise<Answer<'putPaper'>> {
    return this.service.put(actor, params.id, query, body, once)
  }

  @Serve('takePaperAway')
  takePaperAway(@Who() actor: Party, @Input() { params, query }: Parsed<'takePaperAway'>, @OnceKey() once: Once | null): Promise<Answer<'takePaperAway'>> {
    return this.service.takeAway(actor, params.id, params.paperId, query.reason, once)
  }
}
