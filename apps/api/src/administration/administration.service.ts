import type { AnswerOf } from '@icp/contract'
import { Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { AuditApi } from '../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../http/request.js'
import { Clock } from '../platform/clock.js'
import { Config } from '../platform/config.js'
import type { Once } from '../platform/once.js'
import { Transactions } from '../platform/transaction.service.js'
import type { SmsPlatform } from './switches.api.js'
import { SwitchesRepository } from './switches.repository.js'

@Injectable()
export class AdministrationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly switches: SwitchesRepository,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Refuses (conflict) to switch it off in production: codes would stand on screens. */
  setSmsPlatform(session: SessionInfo, smsPlatform: SmsPlatform, once: Once | null): Promise<AnswerOf<'setSwitches'>> {
    if (smsPlatform === 'off' && this.config.isProduction) throw neededInProduction()
    return this.transactions.write(once, async (tx) => {
      const state = { smsPlatform, changedAt: this.clock.now(), changedBy: session.userName }
      await this.switches.save(tx, state)
      await this.audit.append(tx, {
        actor: actorOf(session), action: 'switch.set', objectType: 'switch', objectId: 'sms-platform', detail: { value: smsPlatform },
      })
      return { ...state, mayTurnOff: !this.config.isProduction }
    })
  }

  setSmsBudget(session: SessionInfo, dailyBudget: number, once: Once | null): Promise<{ readonly dailyBudget: number }> {
    return this.transactions.write(once, async (tx) => {
      await this.switches.saveSmsBudget(tx, dailyBudget, this.clock.now(), session.userName)
      await this.audit.append(tx, {
        actor: actorOf(session), action: 'switch.set', objectType: 'switch', objectId: 'sms-daily-budget', detail: { value: String(dailyBudget) },
      })
      return { dailyBudget }
    })
  }
}

const neededInProduction = () =>
  new Refusal('conflict', 'sms-platform-needed', {
    zh: '生产环境不能关闭短信平台：关闭后验证码会显示在屏幕上。', en: 'In production the SMS platform cannot be switched off: codes would be shown on screen.',
  })
