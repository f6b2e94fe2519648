import type { AnswerOf } from '@icp/contract'
import { type ClosureObstacle, closureObstacles, erasedAtClosure, keptAfterClosure, Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { AccountsApi, wrongStepUpCode } from '../accounts/accounts.api.js'
import { AuditApi } from '../audit/audit.api.js'
import { FilingsApi } from '../filings/filings.api.js'
import { actorOf, type SessionInfo } from '../http/request.js'
import { unauthenticated } from '../http/serve.js'
import { Clock } from '../platform/clock.js'
import { Transactions } from '../platform/transaction.service.js'
import { RegisterApi } from '../register/register.api.js'

/** An owner closes its account: what the law does not keep is erased at once (PIPL 47). */
@Injectable()
export class ClosureService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly accounts: AccountsApi,
    private readonly filings: FilingsApi,
    private readonly register: RegisterApi,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  async look(accountId: string): Promise<AnswerOf<'getClosure'>> {
    const { obstacles, drafts } = await this.holdings(this.database.manager, accountId)
    return { obstacles, drafts, erased: [...erasedAtClosure], kept: [...keptAfterClosure] }
  }

  /**
   * Refuses (conflict) while a subject is in force or a filing is on its way. Drafts go first: one that is being finished meanwhile is waited for, is no draft any
   * more then, and stands in the way. Wrong tries of the code are kept although the request is refused.
   */
  async close(session: SessionInfo, code: string): Promise<void> {
    const actor = actorOf(session)
    if (actor.role !== 'owner') throw new Error(`a ${actor.role} does not close its account`)
    const outcome = await this.transactions.write(null, async (tx) => {
      if (!(await this.accounts.lockForClosing(tx, actor.accountId))) throw unauthenticated()
      const { obstacles } = await this.holdings(tx, actor.accountId)
      if (obstacles.length > 0) throw notYet(obstacles)
      await this.accounts.requireSettledNumber(tx, actor.accountId)
      const object = { actor, objectType: 'account', objectId: actor.accountId }
      const compared = await this.accounts.checkStepUpCode(tx, session, 'closure', code)
      if (!compared.right) {
        await this.audit.append(tx, { ...object, action: 'account.close-wrong-code', detail: { triesLeft: compared.triesLeft } })
        return compared
      }
      const drafts = await this.filings.discardDraftsOfOwner(tx, actor)
      const later = await this.holdings(tx, actor.accountId)
      if (later.obstacles.length > 0) throw notYet(later.obstacles)
      const { mobile, email } = await this.accounts.mailAndMobileOf(tx, actor.accountId)
      await this.accounts.tell(tx, { mobile, email }, 'closed', { at: this.clock.now() })
      await this.accounts.erase(tx, actor.accountId)
      await this.audit.append(tx, { ...object, action: 'account.close', detail: { drafts } })
      return compared
    })
    if (!outcome.right) throw wrongStepUpCode('code', outcome.triesLeft)
  }

  private async holdings(tx: EntityManager, accountId: string): Promise<{ obstacles: ClosureObstacle[]; drafts: number }> {
    const filings = await this.filings.standingOfOwner(tx, accountId)
    const subjects = (await this.register.listOfOwner(tx, accountId)).map(({ record: { subject } }) => ({ number: subject.number, name: subject.content.name, state: subject.state }))
    return { obstacles: closureObstacles({ subjects, filings }), drafts: filings.filter(({ status }) => status === 'draft').length }
  }
}

function notYet(obstacles: readonly ClosureObstacle[]): Refusal {
  const named = obstacles.map((one) => (one.kind === 'subject' ? one.number : one.reference))
  return new Refusal('conflict', 'account-in-use', {
    zh: `账号暂不能注销：${named.join('、')}。请先注销仍有效的主体，并等待办理中的备案办结或将其撤销。`,
    en: `The account cannot be closed yet: ${named.join(', ')}. Cancel the subject in force first, and let running filings end or withdraw them.`,
  })
}
