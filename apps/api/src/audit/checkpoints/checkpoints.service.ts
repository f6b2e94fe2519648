import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import path from 'node:path'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import { Config } from '../../platform/config.js'
import { JobsApi } from '../../platform/jobs.api.js'
import { Transactions } from '../../platform/transaction.service.js'
import { digestOfCheckpoint, noCheckpoint, signCheckpoint } from './checkpoint.js'
import { CheckpointFiles } from './checkpoint-files.js'
import { CheckpointKeyHolder } from './checkpoint-key-holder.js'
import { checkpointsQueue } from './checkpoints.api.js'
import { CheckpointsReader } from './checkpoints.reader.js'
import { CheckpointsRepository } from './checkpoints.repository.js'
import { emptyTree, grow, rootOf } from './merkle.js'

const mostAtOnce = 5000
const postQueue = 'audit-post-checkpoint'
const patienceMs = 10_000

/** Signs, every five minutes and after each approval, how all audit entries stood, and keeps that outside of the database. */
@Injectable()
export class CheckpointsService implements OnModuleInit {
  readonly files: CheckpointFiles
  private readonly log = new Logger('Checkpoints')

  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly checkpoints: CheckpointsRepository,
    private readonly reader: CheckpointsReader,
    private readonly keys: CheckpointKeyHolder,
    private readonly jobs: JobsApi,
    private readonly clock: Clock,
  ) {
    this.files = new CheckpointFiles(path.join(config.dataDir, 'checkpoints'))
  }

  onModuleInit(): void {
    this.jobs.workAt(checkpointsQueue, '*/5 * * * *', () => this.take(), { reach: [] })
    this.jobs.work<{ number: number }>(postQueue, ({ number }) => this.post(number), { reach: [] })
  }

  /** Takes checkpoints until no entry waits, then brings the folder up to date. */
  async take(): Promise<void> {
    while ((await this.transactions.write(null, (tx) => this.takeOne(tx))) === mostAtOnce);
    while (await this.transactions.write(null, (tx) => this.keepOutside(tx)));
  }

  /** Answers how many entries the new checkpoint has added; without any there is none. */
  private async takeOne(tx: EntityManager): Promise<number> {
    await this.checkpoints.queue(tx)
    const last = await this.checkpoints.last(tx)
    const leaves = await this.checkpoints.logWaiting(tx, last?.size ?? 0, mostAtOnce)
    if (leaves.length === 0) return 0
    const tree = leaves.reduce(grow, last ? await this.checkpoints.treeOf(tx, last) : emptyTree)
    const checkpoint = signCheckpoint({
      format: 'icp-checkpoint/1', number: (last?.number ?? 0) + 1, size: tree.size, root: rootOf(tree), at: this.clock.now(),
      previous: last ? digestOfCheckpoint(last) : noCheckpoint,
    }, this.keys.get().signing)
    await this.checkpoints.insert(tx, { ...checkpoint, frontier: tree.frontier })
    if (this.config.checkpointWebhook) await this.jobs.send(tx, postQueue, { number: checkpoint.number })
    return leaves.length
  }

  /** Writes the next checkpoint that the folder does not have. Under the same lock as the taking, so that no two instances append at once. */
  private async keepOutside(tx: EntityManager): Promise<boolean> {
    await this.checkpoints.queue(tx)
    const next = await this.checkpoints.after(tx, this.files.last()?.number ?? 0)
    if (!next) return false
    const { from, ...checkpoint } = next
    this.files.append({ ...checkpoint, leaves: await this.checkpoints.leaves(tx, from, checkpoint.size) })
    return true
  }

  /** Hands a checkpoint to whoever keeps it elsewhere. Tried again by the queue when that does not answer with success. */
  private async post(number: number): Promise<void> {
    const checkpoint = await this.reader.find(number)
    if (!checkpoint || !this.config.checkpointWebhook) return
    const { status } = await fetch(this.config.checkpointWebhook, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(checkpoint), redirect: 'error', signal: AbortSignal.timeout(patienceMs),
    })
    if (status >= 300) {
      this.log.warn(`checkpoint ${number} was not taken: the webhook answered ${status}`)
      throw new Error(`the checkpoint webhook answered ${status}`)
    }
  }
}
