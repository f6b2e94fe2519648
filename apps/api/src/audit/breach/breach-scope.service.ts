import type { AnswerOf } from '@icp/contract'
import { type Actor, Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { actAs, house } from '../../platform/acting.js'
import { statement } from '../../platform/statement.js'
import { Transactions } from '../../platform/transaction.service.js'
import { AuditApi } from '../audit.api.js'
import { accountKey, accountSql, scopeSql, type ScopeRow } from './breach-scope.js'

/** What an account has seen: itself a reading about a person, so it leaves an entry. */
@Injectable()
export class BreachScopeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditApi,
  ) {}

  /** Refuses (not found) a name or id that is no account's. */
  of(actor: Actor, account: string, from: string, to: string): Promise<AnswerOf<'getBreachScope'>> {
    // Submission numbers and what owners could read stand in filings and register, of which an audit administrator otherwise sees none.
    return actAs(house('filings', 'register'), () => this.transactions.write(null, async (tx) => {
      const found = (await statement<{ id: string; userName: string; role: string }>(tx, accountSql, [accountKey(account)])).rows[0]
      if (!found) throw unknownAccount()
      // Ten million entries of one account are no everyday question.
      await statement(tx, `SET LOCAL statement_timeout = '60s'`)
      const { rows } = await statement<ScopeRow>(tx, scopeSql, [found.id, from, to])
      await this.audit.noteRead(tx, { actor, action: 'audit.breach-scope', objects: [`account:${found.id}`], detail: { from, to, records: rows.length } })
      return { account: found, entries: rows.reduce((sum, { reads, acts }) => sum + reads + acts, 0), rows }
    }))
  }
}

const unknownAccount = () =>
  new Refusal('not-found', 'account-unknown', { zh: '没有该账号。请填写完整的用户名或账号编号。', en: 'There is no such account. Type the whole user name or account id.' })
