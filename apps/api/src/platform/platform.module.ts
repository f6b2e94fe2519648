import { type DynamicModule, Module } from '@nestjs/common'
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm'
import { Clock } from './clock.js'
import { Config } from './config.js'
import { SUITE } from './crypto-suite.js'
import { DatabaseClock } from './database-clock.js'
import { DatabaseTime } from './database-time.js'
import { mainDatabase } from './database.js'
import { FingerprintKeys } from './fingerprint-keys.js'
import { JobsApi } from './jobs.api.js'
import { Limits } from './limits.js'
import { KeyFolder, KEYS } from './keys.js'
import { Queries } from './queries.js'
import { Sealing } from './sealing.js'
import { SlidingLimits } from './sliding-limits.js'
import { Transactions } from './transaction.service.js'

/** What every capability stands on; global, so that nobody imports it by name. */
@Module({})
export class PlatformModule {
  static with(config: Config, clock: Clock | undefined): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [TypeOrmModule.forRootAsync({ useFactory: () => mainDatabase(config) })],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useFactory: async () => clock ?? DatabaseClock.start(await DatabaseTime.of(config)) },
        { provide: KEYS, useFactory: () => new KeyFolder(config.dataDir) },
        { provide: SUITE, useValue: config.cryptoSuite },
        { provide: FingerprintKeys, inject: [getDataSourceToken(), KEYS, SUITE], useFactory: FingerprintKeys.of },
        Sealing, Transactions, Queries, JobsApi, Limits, SlidingLimits,
      ],
      exports: [Config, Clock, FingerprintKeys, Sealing, Transactions, Queries, JobsApi, Limits, SlidingLimits],
    }
  }
}
