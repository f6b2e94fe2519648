import type { AnswerOf, BodyOf } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../../http/request.js'
import { Clock } from '../../platform/clock.js'
import type { Once } from '../../platform/once.js'
import { Transactions } from '../../platform/transaction.service.js'
import { AccountsRepository } from '../accounts.repository.js'
import { provenUntil } from '../session.guard.js'
import { SessionsRepository } from '../sessions.repository.js'
import { Rises } from '../sessions/rises.js'
import { AuthenticatorProof, wrongProof } from './authenticator-proof.js'
import { Authenticators } from './authenticators.js'

/** Staff prove their authenticator once more within a session, before data leaves the system in a file. */
@Injectable()
export class FreshProofService {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountsRepository,
    private readonly authenticators: Authenticators,
    private readonly proof: AuthenticatorProof,
    private readonly sessions: SessionsRepository,
    private readonly rises: Rises,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  find(session: SessionInfo): Promise<AnswerOf<'getAuthenticatorProof'>> {
    return this.transactions.write(null, async (tx) => {
      const code = await this.authenticators.demoCode(tx, await this.accounts.get(tx, session.accountId))
      return { until: provenUntil(session), onScreen: code === undefined ? null : { code } }
    })
  }

  /** The session goes on under a new cookie. A wrong code counts, which is why its refusal is thrown after the commit. */
  async prove(session: SessionInfo, { code }: BodyOf<'proveAuthenticator'>, once: Once | null): Promise<AnswerOf<'proveAuthenticator'>> {
    const now = this.clock.now()
    const outcome = await this.transactions.write(once, async (tx) => {
      const right = await this.proof.check(tx, session.accountId, code)
      await this.audit.append(tx, { actor: actorOf(session), action: right ? 'account.prove' : 'account.prove-wrong', objectType: 'account', objectId: session.accountId })
      if (!right) return {}
      await this.sessions.prove(tx, session.id, now)
      this.rises.note()
      return { until: provenUntil({ provenAt: now }) }
    })
    if (outcome.until === undefined) throw wrongProof('code')
    return { until: outcome.until }
  }
}
