import { Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { Clock } from '../platform/clock.js'
import { Config } from '../platform/config.js'
import { Transactions } from '../platform/transaction.service.js'
import { SwitchesRepository } from './switches.repository.js'

/** Codes on the screen are for development and demonstrations: production does not start with them. */
@Injectable()
export class SmsPlatformAtStart implements OnApplicationBootstrap {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly switches: SwitchesRepository,
    private readonly audit: AuditApi,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Throws one sentence when production would show codes. */
  async onApplicationBootstrap(): Promise<void> {
    const { switchSmsOn, isProduction } = this.config
    if (!switchSmsOn && !isProduction) return
    if ((await this.switches.get(this.database.manager)).smsPlatform === 'on') return
    if (!switchSmsOn) {
      throw new Error('The SMS platform is switched off, so codes would be shown on screen, which production refuses; start once with SMS_PLATFORM=on to switch it on.')
    }
    await this.transactions.write(null, async (tx) => {
      await this.switches.save(tx, { smsPlatform: 'on', changedAt: this.clock.now(), changedBy: null })
      await this.audit.append(tx, { actor: { role: 'clock' }, action: 'switch.set', objectType: 'switch', objectId: 'sms-platform', detail: { value: 'on', by: 'SMS_PLATFORM' } })
    })
  }
}
