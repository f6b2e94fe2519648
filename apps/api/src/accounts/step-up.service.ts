import type { BodyOf, LogOnStep } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { SwitchesApi } from '../administration/switches.api.js'
import { AuditApi } from '../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../http/request.js'
import type { Once } from '../platform/once.js'
import { Transactions } from '../platform/transaction.service.js'
import type { Account } from './account.js'
import { AccountsRepository } from './accounts.repository.js'
import { type CodeBinding, type CodeOutcome, OneTimeCodes } from './codes/one-time-codes.js'
import { Rises } from './sessions/rises.js'

/** What a signed-in account may have to prove once more for. */
export type StepUpPurpose = BodyOf<'sendStepUpCode'>['purpose']

/** Codes for an act of a signed-in account that needs one at this very moment. They work in the session that asked for them. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly transactions: Transactions,
    private readonly codes: OneTimeCodes,
    private readonly accounts: AccountsRepository,
    private readonly switches: SwitchesApi,
    private readonly audit: AuditApi,
    private readonly rises: Rises,
  ) {}

  /**
   * One code to phone and mail alike; it replaces the one before. A new one may be asked for after a minute. A repeat that comes after the SMS platform was
   * switched on shows no code, although the first answer did.
   */
  async send(session: SessionInfo, purpose: StepUpPurpose, once: Once | null): Promise<LogOnStep> {
    const sent = await this.transactions.write(once, async (tx) => {
      const { accountId } = session
      const code = await this.codes.send(tx, boundTo(session, purpose, await this.accounts.get(tx, accountId)))
      await this.audit.append(tx, {
        actor: actorOf(session), action: 'account.step-up-code', objectType: 'account', objectId: accountId, detail: { purpose, channels: ['sms', 'mail'] },
      })
      return { way: 'message' as const, ...code }
    })
    return once?.replayed && (await this.switches.smsPlatform()) === 'on' ? { ...sent, onScreen: null } : sent
  }

  /** See AccountsApi.checkStepUpCode. */
  async check(tx: EntityManager, session: Pick<SessionInfo, 'id' | 'accountId'>, purpose: StepUpPurpose, typed: string): Promise<CodeOutcome> {
    const outcome = await this.codes.check(tx, boundTo(session, purpose, await this.accounts.get(tx, session.accountId)), typed)
    if (outcome.right) this.rises.note()
    return outcome
  }
}

const boundTo = ({ id }: Pick<SessionInfo, 'id'>, purpose: StepUpPurpose, { id: accountId, mobile, email }: Account): CodeBinding =>
  ({ purpose, holder: id, accountId, mobile, email })
