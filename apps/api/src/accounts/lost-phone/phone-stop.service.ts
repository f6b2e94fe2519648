import type { AnswerOf } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { actAs, house } from '../../platform/acting.js'
import { sha256 } from '../../platform/digest.js'
import { Limits } from '../../platform/limits.js'
import type { Once } from '../../platform/once.js'
import { Transactions } from '../../platform/transaction.service.js'
import { fromVisitor } from '../recovery/recovery-limits.js'
import { deadStopLink } from './lost-phone-refusals.js'
import { shown } from './lost-phone.service.js'
import { PhoneRecoveriesRepository } from './phone-recoveries.repository.js'
import { PhoneSettling } from './phone-settling.js'

/** What the link in the old phone and the mailbox can do: look, and stop. It needs no log-on, since whoever lost the account's password to somebody must be able to. */
@Injectable()
export class PhoneStopService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly recoveries: PhoneRecoveriesRepository,
    private readonly settling: PhoneSettling,
    private readonly limits: Limits,
  ) {}

  async look(token: string, ip: string): Promise<AnswerOf<'lookAtPhoneStopLink'>> {
    await this.limits.take(fromVisitor, ip)
    const found = await actAs(house('notices'), () => this.recoveries.findByToken(this.database.manager, token))
    if (!found) throw deadStopLink()
    return shown(found)
  }

  async stop(token: string, ip: string, once: Once | null): Promise<void> {
    await this.limits.take(fromVisitor, ip)
    const held = once?.heldBy(`phone-stop:${sha256(token)}`) ?? null
    await actAs(house('notices'), () => this.transactions.write(held, async (tx) => {
      const found = await this.recoveries.lockByToken(tx, token)
      if (!found) throw deadStopLink()
      await this.settling.stop(tx, found, { role: 'clock' }, 'link')
    }))
  }
}
