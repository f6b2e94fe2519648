import { maskField } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi, type Event } from '../../audit/audit.api.js'
import { Clock } from '../../platform/clock.js'
import { AccountNotices } from '../account-notices.js'
import { AccountsRepository } from '../accounts.repository.js'
import { SessionsRepository } from '../sessions.repository.js'
import { type PhoneRecovery, PhoneRecoveriesRepository, type Vouching } from './phone-recoveries.repository.js'

/** How a new phone that waits comes to its end, whoever brings it about: it works, or it is stopped. Each is written down and told to old and new. */
@Injectable()
export class PhoneSettling {
  constructor(
    private readonly recoveries: PhoneRecoveriesRepository,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly notices: AccountNotices,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  /** The phone is the new one, fresh as any (no cancellation for 72 hours), and every session ends. A number that another owner has by now fails with 23505. */
  async finish(tx: EntityManager, recovery: PhoneRecovery, actor: Event['actor'], vouched?: Vouching & { readonly provider: string }): Promise<void> {
    const at = this.clock.now()
    const { id, mobile, email } = await this.accounts.get(tx, recovery.accountId)
    await this.accounts.setMobile(tx, id, recovery.mobile, at)
    await this.recoveries.end(tx, recovery.id, 'done', at, vouched)
    await this.sessions.closeAll(tx, id)
    await this.audit.append(tx, {
      actor, action: 'account.phone-recovered', objectType: 'account', objectId: id,
      detail: { recovery: recovery.id, ...(vouched ? { provider: vouched.providerId, way: vouched.way } : {}) },
    })
    const facts = { contact: maskField('phone', recovery.mobile), at, provider: vouched?.provider ?? null }
    await this.notices.tell(tx, { inbox: id, mobile, email }, 'phone-recovered', facts)
    await this.notices.tell(tx, { mobile: recovery.mobile }, 'phone-recovered', facts)
  }

  async stop(tx: EntityManager, recovery: PhoneRecovery, actor: Event['actor'], by: 'session' | 'link' | 'password' | 'contact' | 'taken' | 'disabled'): Promise<void> {
    const at = this.clock.now()
    const { id, mobile, email } = await this.accounts.get(tx, recovery.accountId)
    await this.recoveries.end(tx, recovery.id, 'stopped', at)
    await this.audit.append(tx, { actor, action: 'account.phone-recovery-stopped', objectType: 'account', objectId: id, detail: { recovery: recovery.id, by } })
    await this.notices.tell(tx, { inbox: id, mobile, email }, 'phone-recovery-stopped', { contact: maskField('phone', recovery.mobile), at })
  }
}
