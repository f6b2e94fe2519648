import { Injectable } from '@nestjs/common'
import { AuditApi } from '../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../http/request.js'
import { Clock } from '../platform/clock.js'
import type { Once } from '../platform/once.js'
import { Transactions } from '../platform/transaction.service.js'
import type { SmsPlatform } from './switches.api.js'
import { type SwitchState, SwitchesRepository } from './switches.repository.js'

@Injectable()
export class AdministrationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly switches: SwitchesRepository,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  setSmsPlatform(session: SessionInfo, smsPlatform: SmsPlatform, once: Once | null): Promise<SwitchState> {
    return this.transactions.write(once, async (tx) => {
      const state = { smsPlatform, changedAt: this.clock.now(), changedBy: session.userName }
      await this.switches.save(tx, state)
      await this.audit.append(tx, {
        actor: actorOf(session), action: 'switch.set', objectType: 'switch', objectId: 'sms-platform', detail: { value: smsPlatform },
      })
      return state
    })
  }
}
