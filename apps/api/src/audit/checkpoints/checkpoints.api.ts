import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { JobsApi } from '../../platform/jobs.api.js'
import { checkpointHolds, type SignedCheckpoint } from './checkpoint.js'
import { CheckpointKeyHolder } from './checkpoint-key-holder.js'
import { CheckpointsRepository } from './checkpoints.repository.js'

export type { SignedCheckpoint }

export const checkpointsQueue = 'audit-take-checkpoint'

/** What certificates and receipts ask of the checkpoints. */
@Injectable()
export class CheckpointsApi {
  constructor(
    private readonly checkpoints: CheckpointsRepository,
    private readonly keys: CheckpointKeyHolder,
    private readonly jobs: JobsApi,
  ) {}

  /** The newest signed checkpoint; undefined before the first, a few minutes after the first start. Reads on `tx`: a second connection might have to wait. */
  latest(tx: EntityManager): Promise<SignedCheckpoint | undefined> {
    return this.checkpoints.last(tx)
  }

  /** Whether a key of this installation signed it. */
  holds(checkpoint: SignedCheckpoint): boolean {
    return checkpointHolds(checkpoint, this.keys.get().publicKeys)
  }

  /** Has a checkpoint taken as soon as `tx` is committed, instead of within five minutes. */
  async takeAfterCommit(tx: EntityManager): Promise<void> {
    await this.jobs.send(tx, checkpointsQueue, {})
  }
}
