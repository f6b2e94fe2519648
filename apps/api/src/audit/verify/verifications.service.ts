import type { Verification, VerifiedKind } from '@icp/contract'
import { type Actor, Refusal } from '@icp/domain'
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import { Config } from '../../platform/config.js'
import { appRole, mayActAs } from '../../platform/database.js'
import { JobsApi } from '../../platform/jobs.api.js'
import type { Once } from '../../platform/once.js'
import { Transactions } from '../../platform/transaction.service.js'
import { AuditApi } from '../audit.api.js'
import { CheckpointsService } from '../checkpoints/checkpoints.service.js'
import { exportText } from './export-lines.js'
import { VerificationsRepository } from './verifications.repository.js'
import { verifyDatabase } from './verify-database.js'

export const verifyQueue = 'audit-verify'
const saidEvery = 20_000
/** More than this is no download for a browser; the command writes it to a file. */
const mostBytes = 200 * 1024 * 1024

/** The verification that the audit administrator asks for: a job with its progress, and its result kept. */
@Injectable()
export class VerificationsService implements OnModuleInit {
  private readonly log = new Logger('Verification')

  constructor(
    private readonly transactions: Transactions,
    private readonly verifications: VerificationsRepository,
    private readonly checkpoints: CheckpointsService,
    private readonly audit: AuditApi,
    private readonly jobs: JobsApi,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.work<{ id: string }>(verifyQueue, ({ id }) => this.run(id), { reach: ['filings', 'register', 'certificates'] })
  }

  /** Answers the one that waits or runs already, if there is one. */
  start(actor: Actor, once: Once | null): Promise<Verification> {
    return this.transactions.write(once, async (tx) => {
      const running = await this.verifications.lockRunning(tx, this.clock.now())
      const id = running?.id ?? randomUUID()
      await this.audit.append(tx, { actor, action: 'audit.verify', objectType: 'verification', objectId: id })
      if (running) return running
      await this.verifications.insert(tx, id, 'accountId' in actor ? actor.accountId : null, this.clock.now())
      await this.jobs.send(tx, verifyQueue, { id })
      return this.verifications.get(tx, id)
    })
  }

  private async run(id: string): Promise<void> {
    if (!(await this.transactions.write(null, (tx) => this.verifications.begin(tx, id)))) return
    try {
      // So that what happened until now is covered, and the folder is up to date.
      await this.checkpoints.take()
      const total = await this.transactions.write(null, (tx) => this.verifications.countLines(tx))
      const verdict = await verifyDatabase(this.config, (kind, done) => this.say(id, kind, done, total))
      await this.transactions.write(null, (tx) => this.verifications.end(tx, id, verdict, this.clock.now()))
    } catch (error) {
      this.log.error({ err: error }, 'a verification failed')
      await this.transactions.write(null, (tx) => this.verifications.fail(tx, id, this.clock.now()))
    }
  }

  private say(id: string, kind: VerifiedKind, done: number, total: number): void {
    if (done % saidEvery !== 0) return
    const progress = { kind, done, total: Math.max(total, done) }
    this.transactions.write(null, (tx: EntityManager) => this.verifications.say(tx, id, progress)).catch(() => {})
  }

  /** Refuses (conflict) what is too much for a download, and names the command. */
  async export(actor: Actor): Promise<Buffer> {
    await this.transactions.write(null, (tx) => this.audit.append(tx, { actor, action: 'audit.export', objectType: 'audit', objectId: 'export' }))
    const role = (await mayActAs(this.config.databaseUrl, appRole)) ? appRole : undefined
    const parts: Buffer[] = []
    let bytes = 0
    for await (const text of exportText(this.config.databaseUrl, { at: this.clock.now(), contents: false, role })) {
      const part = Buffer.from(text)
      bytes += part.length
      if (bytes > mostBytes) throw tooMuch()
      parts.push(part)
    }
    return Buffer.concat(parts)
  }
}

const tooMuch = () =>
  new Refusal('conflict', 'export-too-large', {
    zh: '导出超过 200 MB，请在服务器上运行 npm run audit-export -- --out 文件名。', en: 'The export is larger than 200 MB. Run npm run audit-export -- --out FILE on the server.',
  })
