import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Config } from '../../platform/config.js'
import { type CheckpointKeys, openCheckpointKeys } from './checkpoint-key.js'
import { CheckpointsReader } from './checkpoints.reader.js'

/** Holds the keys of the checkpoints open. A lost one stops the start with one sentence. */
@Injectable()
export class CheckpointKeyHolder implements OnModuleInit {
  private held: CheckpointKeys | undefined

  constructor(
    private readonly config: Config,
    private readonly reader: CheckpointsReader,
  ) {}

  async onModuleInit(): Promise<void> {
    this.held = openCheckpointKeys(this.config.dataDir, this.config.cryptoSuite, (await this.reader.findLatest()) === undefined)
  }

  get(): CheckpointKeys {
    if (!this.held) throw new Error('The checkpoint keys are opened when the application starts')
    return this.held
  }

  /** PEM; the key in use first, then those of the other suite and retired ones. */
  get publicPem(): string {
    return this.get().publicKeys.map((key) => key.export({ type: 'spki', format: 'pem' })).join('')
  }
}
