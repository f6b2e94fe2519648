import type { Actor } from '@icp/domain'
import { Controller, Ip, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { type Answer, Input, OnceKey, type Parsed, Serve, Who } from '../http/serve.js'
import { holderOf, type Limit, Limits } from '../platform/limits.js'
import type { Once } from '../platform/once.js'
import { BreachScopeService } from './breach/breach-scope.service.js'
import { CheckpointKeyHolder } from './checkpoints/checkpoint-key-holder.js'
import { CheckpointsReader } from './checkpoints/checkpoints.reader.js'
import { EntriesReader } from './search/entries.reader.js'
import { VerificationsReader } from './verify/verifications.reader.js'
import { VerificationsService } from './verify/verifications.service.js'

const perAddress: Limit = { name: 'checkpoint', points: 120, seconds: 60 }

@Controller()
export class AuditController {
  constructor(
    private readonly checkpoints: CheckpointsReader,
    private readonly keys: CheckpointKeyHolder,
    private readonly entries: EntriesReader,
    private readonly breach: BreachScopeService,
    private readonly verifications: VerificationsService,
    private readonly latest: VerificationsReader,
    private readonly limits: Limits,
  ) {}

  @Serve('getLatestCheckpoint')
  async getLatestCheckpoint(@Ip() address: string): Promise<Answer<'getLatestCheckpoint'>> {
    await this.limits.take(perAddress, holderOf(address))
    return { checkpoint: (await this.checkpoints.findLatest()) ?? null, publicKey: this.keys.publicPem }
  }

  @Serve('listCheckpoints')
  listCheckpoints(@Input() { query }: Parsed<'listCheckpoints'>): Promise<Answer<'listCheckpoints'>> {
    return this.checkpoints.list(query.cursor)
  }

  @Serve('searchAuditEntries')
  searchAuditEntries(@Who() actor: Actor, @Input() { query }: Parsed<'searchAuditEntries'>): Promise<Answer<'searchAuditEntries'>> {
    return this.entries.search(actor, query)
  }

  @Serve('startVerification')
  startVerification(@Who() actor: Actor, @OnceKey() once: Once | null): Promise<Answer<'startVerification'>> {
    return this.verifications.start(actor, once)
  }

  @Serve('getVerification')
  async getVerification(): Promise<Answer<'getVerification'>> {
    return { verification: await this.latest.find() }
  }

  @Serve('downloadAuditExport')
  async downloadAuditExport(@Who() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<Answer<'downloadAuditExport'>> {
    const bytes = await this.verifications.export(actor)
    void reply.header('content-disposition', 'attachment; filename="icp-audit-export.jsonl"')
    return bytes
  }

  @Serve('getBreachScope')
  getBreachScope(@Who() actor: Actor, @Input() { query }: Parsed<'getBreachScope'>): Promise<Answer<'getBreachScope'>> {
    return this.breach.of(actor, query.account, query.from, query.to)
  }
}
