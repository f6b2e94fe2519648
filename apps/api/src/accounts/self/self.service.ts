import type { AnswerOf } from '@icp/contract'
import { acceptanceDocuments } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../../http/request.js'
import { unauthenticated } from '../../http/serve.js'
import { Clock } from '../../platform/clock.js'
import type { Once } from '../../platform/once.js'
import { Transactions } from '../../platform/transaction.service.js'
import { AcceptancesRepository } from '../acceptances.repository.js'
import { outdatedDocument } from '../registration/registration-refusals.js'
import { SessionsRepository } from '../sessions.repository.js'
import { SelfReader } from './self.reader.js'

/** What an account does to itself once it is signed in. */
@Injectable()
export class SelfService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionsRepository,
    private readonly acceptances: AcceptancesRepository,
    private readonly audit: AuditApi,
    private readonly reader: SelfReader,
    private readonly clock: Clock,
  ) {}

  /** The session of a cookie that was just made. */
  async getSession(cookie: string): Promise<SessionInfo> {
    const session = await this.sessions.find(cookie, this.clock.now())
    if (!session) throw unauthenticated()
    return session
  }

  async logOff(session: SessionInfo): Promise<void> {
    await this.transactions.write(null, async (tx) => {
      await this.sessions.close(tx, session.id)
      await this.audit.append(tx, { actor: actorOf(session), action: 'account.log-off', objectType: 'account', objectId: session.accountId })
    })
  }

  /** Accepts the version in force; an older or unknown one is refused (conflict). */
  acceptAgain(session: SessionInfo, document: 'terms' | 'pledge', version: string, once: Once | null): Promise<AnswerOf<'acceptAgain'>> {
    return this.transactions.write(once, async (tx) => {
      if (version !== acceptanceDocuments[document].version) throw outdatedDocument()
      const acceptedAt = this.clock.now()
      const isNew = await this.acceptances.insert(tx, session.accountId, { document, version, acceptedAt })
      await this.audit.append(tx, {
        actor: actorOf(session), action: 'account.accept', objectType: 'account', objectId: session.accountId, detail: { document, version, ...(isNew ? { acceptedAt } : {}) },
      })
      return this.reader.getAccount(session.accountId, tx)
    })
  }
}
