import type { Finding } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import type { Account } from '../account.js'
import { AccountNotices } from '../account-notices.js'
import { AccountsRepository } from '../accounts.repository.js'
import { LogOnRepository } from '../log-on/log-on.repository.js'
import { PhoneRecoveriesRepository } from '../lost-phone/phone-recoveries.repository.js'
import { PhoneSettling } from '../lost-phone/phone-settling.js'
import { SessionsRepository } from '../sessions.repository.js'
import { PasswordPolicy } from './password-policy.js'

/** What every new password brings with it, however it was proven: the old sessions and links end, the count of wrong ones begins anew, a new phone that waits is stopped, and the account hears of it. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly logOns: LogOnRepository,
    private readonly notices: AccountNotices,
    private readonly policy: PasswordPolicy,
    private readonly phones: PhoneRecoveriesRepository,
    private readonly settling: PhoneSettling,
    private readonly clock: Clock,
  ) {}

  /** The policy of passwords; findings at `password`. */
  findings({ userName }: Account, password: string): Promise<Finding[]> {
    return this.policy.findings({ userName, password })
  }

  /** `spared`: the session that goes on. */
  async put(tx: EntityManager, account: Account, hashed: string, spared?: string): Promise<void> {
    await this.accounts.setPassword(tx, account.id, hashed, this.clock.now())
    await this.sessions.closeAll(tx, account.id, spared)
    await this.logOns.forgetTries(tx, account.userName)
    const phone = await this.phones.lockOf(tx, account.id)
    if (phone) await this.settling.stop(tx, phone, { role: 'clock' }, 'password')
  }

  tell(tx: EntityManager, { id, mobile, email }: Account, event: 'password-changed' | 'password-reset'): Promise<void> {
    return this.notices.tell(tx, { inbox: id, mobile, email }, event, { at: this.clock.now() })
  }
}
