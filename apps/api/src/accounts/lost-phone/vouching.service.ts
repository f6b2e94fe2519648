import type { AnswerOf, BodyOf } from '@icp/contract'
import { type Actor, normalisePhone } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../../http/request.js'
import type { Once } from '../../platform/once.js'
import { type SlidingLimit, SlidingLimits } from '../../platform/sliding-limits.js'
import { findDatabaseFault } from '../../platform/sqlstate.js'
import { statement } from '../../platform/statement.js'
import { Transactions } from '../../platform/transaction.service.js'
import { ProvidersApi } from '../../providers/providers.api.js'
import { mobileKey } from '../account.js'
import { AccountsRepository } from '../accounts.repository.js'
import { contactTaken } from '../contacts/contact-findings.js'
import { formRefused, guessedTooOften, noSuchRecovery, otherNumber } from './lost-phone-refusals.js'
import { shown } from './lost-phone.service.js'
import { PhoneRecoveriesRepository } from './phone-recoveries.repository.js'
import { PhoneSettling } from './phone-settling.js'

/** Wrong numbers about one recovery: whoever has the owner before them types it right. */
const wrongNumbers: SlidingLimit = { name: 'vouching-wrong', windows: [{ points: 5, seconds: 24 * 3600 }] }

interface Served {
  readonly accountId: string
  readonly name: string
  readonly number: string
}

/** Staff of a provider that an owner has a service in force with vouch that it is the owner who asks: then the new phone need not wait. */
@Injectable()
export class VouchingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly recoveries: PhoneRecoveriesRepository,
    private readonly settling: PhoneSettling,
    private readonly accounts: AccountsRepository,
    private readonly providers: ProvidersApi,
    private readonly counts: SlidingLimits,
    private readonly audit: AuditApi,
  ) {}

  async list(actor: Actor): Promise<AnswerOf<'listPhoneRecoveries'>> {
    const tx = this.database.manager
    const waiting = await this.recoveries.listServed(tx)
    const ids = waiting.map(({ accountId }) => accountId)
    const owners = new Map((await this.accounts.findByIds(tx, ids)).map(({ id, name }) => [id, name]))
    const subjects = await this.subjectsOf(tx, ids)
    await this.audit.noteShown({ actor, action: 'phone-recovery.list', objects: ids.map((id) => `account:${id}`) })
    return {
      rows: waiting.map((one) => ({
        ...shown(one), id: one.id, owner: owners.get(one.accountId) ?? '',
        subjects: subjects.filter(({ accountId }) => accountId === one.accountId).map(({ name, number }) => ({ name, number })),
      })),
    }
  }

  /** A wrong number counts and is said after the commit. */
  async vouch(session: SessionInfo, id: string, { mobile, way }: BodyOf<'vouchForPhone'>, once: Once | null): Promise<void> {
    const { accountId, providerId } = session
    if (!providerId) throw noSuchRecovery()
    try {
      const right = await this.transactions.write(once, async (tx) => {
        const found = await this.recoveries.lockServed(tx, id)
        if (!found) throw noSuchRecovery()
        const wait = await this.counts.take(tx, wrongNumbers, id)
        if (wait > 0) throw guessedTooOften(wait)
        if (mobileKey(normalisePhone(mobile)) !== mobileKey(found.mobile)) {
          await this.audit.append(tx, { actor: actorOf(session), action: 'account.phone-vouch-wrong', objectType: 'account', objectId: found.accountId, detail: { recovery: id } })
          return false
        }
        await this.counts.giveBack(tx, wrongNumbers, id)
        const [provider] = await this.providers.findByIds(tx, [providerId])
        await this.settling.finish(tx, found, actorOf(session), { accountId, providerId, way, provider: provider?.name ?? '' })
        return true
      })
      if (!right) throw otherNumber()
    } catch (error) {
      if (findDatabaseFault(error)?.constraint === 'accounts_mobile') throw formRefused([{ ...contactTaken('mobile'), path: 'mobile' }])
      throw error
    }
  }

  /** What the register says of these owners; its own policy leaves out what this provider does not serve. */
  private async subjectsOf(tx: EntityManager, accountIds: readonly string[]): Promise<Served[]> {
    const { rows } = await statement<Served>(
      tx, `SELECT owner_account_id AS "accountId", name, number FROM register_subjects WHERE owner_account_id = ANY($1::uuid[]) AND state = 'in-force' ORDER BY number`, [accountIds],
    )
    return rows
  }
}
