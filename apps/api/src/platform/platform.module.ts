import { type DynamicModule, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Clock } from './clock.js'
import { Config } from './config.js'
import { mainDatabase } from './database.js'
import { JobsApi } from './jobs.api.js'
import { Limits } from './limits.js'
import { KeyFolder } from './keys.js'
import { Queries } from './queries.js'
import { KEYS, Sealing, SUITE } from './sealing.js'
import { SlidingLimits } from './sliding-limits.js'
import { Transactions } from './transaction.service.js'

/** What every capability stands on; global, so that nobody imports it by name. */
@Module({})
export class PlatformModule {
  static with(config: Config, clock: Clock): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [TypeOrmModule.forRootAsync({ useFactory: () => mainDatabase(config) })],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: KEYS, useFactory: () => new KeyFolder(config.dataDir) },
        { provide: SUITE, useValue: config.cryptoSuite },
        Sealing, Transactions, Queries, JobsApi, Limits, SlidingLimits,
      ],
      exports: [Config, Clock, Sealing, Transactions, Queries, JobsApi, Limits, SlidingLimits],
    }
  }
}
