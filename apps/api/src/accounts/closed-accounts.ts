import { randomBytes } from 'node:crypto'
import type { OwnLogOn } from '@icp/contract'
import { erasedUserName } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { SwitchesApi } from '../administration/switches.api.js'
import { Clock } from '../platform/clock.js'
import { sha256 } from '../platform/digest.js'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import { RuleDataApi } from '../rule-data/rule-data.api.js'
import { type Acceptance, AcceptancesRepository } from './acceptances.repository.js'
import type { Account } from './account.js'
import { AccountsRepository } from './accounts.repository.js'
import { ContactChangesRepository } from './contacts/contact-changes.repository.js'
import { LogOnRecordsRepository } from './log-on/log-on-records.repository.js'
import { LogOnRepository } from './log-on/log-on.repository.js'
import { PhoneRecoveriesRepository, type PhoneRecoveryRecord } from './lost-phone/phone-recoveries.repository.js'
import { DevicesRepository, type KnownDevice } from './sessions/devices.repository.js'
import { nobodysText } from './searched-texts.api.js'
import { type OpenSession, SessionsRepository } from './sessions.repository.js'

export interface AccountData {
  readonly account: Account
  readonly acceptances: readonly Acceptance[]
  readonly sessions: readonly OpenSession[]
  readonly devices: readonly KnownDevice[]
  readonly logOns: readonly OwnLogOn[]
  readonly lostPhones: readonly PhoneRecoveryRecord[]
}

/** What was kept for the account alone. */
const ofTheAccount = ['recovery_codes', 'authenticators', 'recovery_requests', 'phone_recoveries', 'notices'] as const

/** The two ends of people's rights over the account itself: all that it holds, and nothing of it left, of an owner who closes it and of staff who have left. */
@Injectable()
export class ClosedAccounts {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly acceptances: AcceptancesRepository,
    private readonly sessions: SessionsRepository,
    private readonly contacts: ContactChangesRepository,
    private readonly logOns: LogOnRepository,
    private readonly records: LogOnRecordsRepository,
    private readonly devices: DevicesRepository,
    private readonly phones: PhoneRecoveriesRepository,
    private readonly switches: SwitchesApi,
    private readonly ruleData: RuleDataApi,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  async dataOf(tx: EntityManager, accountId: string): Promise<AccountData> {
    return {
      account: await this.accounts.get(tx, accountId), acceptances: await this.acceptances.listOf(tx, accountId),
      sessions: await this.sessions.listOf(accountId, '', this.clock.now()), devices: await this.devices.listOf(accountId, ''),
      logOns: await this.records.listOf(accountId, null), lostPhones: await this.phones.listOf(tx, accountId),
    }
  }

  async lock(tx: EntityManager, accountId: string): Promise<boolean> {
    const { rows } = await statement(tx, 'SELECT 1 FROM accounts WHERE id = $1 AND closed_at IS NULL FOR UPDATE', [accountId])
    return rows.length === 1
  }

  /**
   * Locks and answers the staff accounts that were disabled before the instant and stayed so. One that somebody works on at this moment, such as to enable it,
   * is left to the next night: whoever holds the row decides, and the other finds it decided.
   */
  async lockFormerStaff(tx: EntityManager, before: string): Promise<string[]> {
    const { rows } = await statement<{ id: string }>(
      tx, `SELECT id FROM accounts WHERE role <> 'owner' AND disabled_at < $1 AND closed_at IS NULL ORDER BY id FOR UPDATE SKIP LOCKED`, [before],
    )
    return rows.map(({ id }) => id)
  }

  /**
   * Every value that says whose account it was goes; user name, phone, mail and certificate are free again. What proves consent stays (acceptances), and the
   * row itself, to which filings and audit point.
   */
  async erase(tx: EntityManager, id: string): Promise<void> {
    const { userName } = await this.accounts.get(tx, id)
    const nothing = (column: string) => this.sealing.seal({ table: 'accounts', column, row: id }, '')
    const nobody = this.sealing.index(nobodysText(id))
    const instead = erasedUserName(id)
    const now = this.clock.now()
    await this.switches.nameErased(tx, userName, instead)
    await this.ruleData.nameErased(tx, userName, instead)
    await this.logOns.forgetTries(tx, userName)
    await this.sessions.closeAll(tx, id)
    await this.contacts.remove(tx, id)
    for (const table of ofTheAccount) await statement(tx, `DELETE FROM ${table} WHERE account_id = $1`, [id])
    await statement(tx, 'DELETE FROM idempotency_records WHERE actor = $1', [id])
    await statement(
      tx,
      `UPDATE accounts SET user_name = $2, user_name_key = $6, name = '', password = $3, certificate_type = '', certificate_number = $4, certificate_index = NULL,
              mobile = $5, mobile_index = $6, email = $7, email_index = $6, disabled_at = coalesce(disabled_at, $8), closed_at = $8, last_log_on_at = NULL, mobile_changed_at = NULL
       WHERE id = $1`,
      [id, instead, sha256(randomBytes(32).toString('hex')), nothing('certificate_number'), nothing('mobile'), nobody, nothing('email'), now],
    )
  }
}
