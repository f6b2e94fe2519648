import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import { type Account, userNameKey } from './account.js'
import { certificateText, emailText, mobileText } from './searched-texts.api.js'

interface Row {
  id: string
  role: Account['role']
  userName: string
  name: string
  certificateType: string
  certificateNumber: string
  mobile: string
  email: string
  providerId: string | null
  province: string | null
  registeredAt: string
  lastLogOnAt: string | null
  disabledAt: string | null
  demo: boolean
}

const columns = `id, role, user_name AS "userName", name, certificate_type AS "certificateType", certificate_number AS "certificateNumber", mobile, email,
  provider_id AS "providerId", province, registered_at AS "registeredAt", last_log_on_at AS "lastLogOnAt", disabled_at AS "disabledAt", demo`

export interface Taken {
  readonly userName: boolean
  readonly mobile: boolean
  readonly email: boolean
  readonly certificate: boolean
}

@Injectable()
export class AccountsRepository {
  constructor(private readonly sealing: Sealing) {}

  /** `password` is the argon2id hash. Staff accounts may have empty certificate fields. A value that is taken fails with 23505. */
  async insert(tx: EntityManager, account: Omit<Account, 'disabledAt' | 'demo'>, password: string): Promise<void> {
    const seal = (column: string, text: string) => this.sealing.seal({ table: 'accounts', column, row: account.id }, text)
    await statement(
      tx,
      `INSERT INTO accounts (id, role, user_name, user_name_key, name, password, certificate_type, certificate_number, certificate_index, mobile, mobile_index,
                             email, email_index, provider_id, province, registered_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        account.id, account.role, account.userName, userNameKey(account.userName), account.name, password, account.certificateType,
        seal('certificate_number', account.certificateNumber), this.certificateIndex(account.certificateNumber),
        seal('mobile', account.mobile), this.mobileIndex(account.mobile), seal('email', account.email), this.emailIndex(account.email),
        account.providerId, account.province, account.registeredAt,
      ],
    )
  }

  async findByIds(tx: EntityManager, ids: readonly string[]): Promise<Account[]> {
    const { rows } = await statement<Row>(tx, `SELECT ${columns} FROM accounts WHERE id = ANY($1::uuid[])`, [[...new Set(ids)]])
    return rows.map((row) => this.opened(row))
  }

  /** Nobody else changes the account until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<Account> {
    await statement(tx, 'SELECT 1 FROM accounts WHERE id = $1 FOR UPDATE', [id])
    return this.get(tx, id)
  }

  async get(tx: EntityManager, id: string): Promise<Account> {
    const [account] = await this.findByIds(tx, [id])
    if (!account) throw new Error(`There is no account ${id}`)
    return account
  }

  async findForLogOn(tx: EntityManager, userName: string): Promise<{ account: Account; password: string } | undefined> {
    const { rows } = await statement<Row & { password: string }>(tx, `SELECT ${columns}, password FROM accounts WHERE user_name_key = $1`, [userNameKey(userName)])
    return rows[0] && { account: this.opened(rows[0]), password: rows[0].password }
  }

  /** The account as it is now, if it still has this hash and is not disabled; what would change either waits until the transaction ends. */
  async holdForLogOn(tx: EntityManager, id: string, hashed: string): Promise<Account | undefined> {
    const { rows } = await statement<Row>(tx, `SELECT ${columns} FROM accounts WHERE id = $1 AND password = $2 AND disabled_at IS NULL FOR SHARE`, [id, hashed])
    return rows[0] && this.opened(rows[0])
  }

  /** The argon2id hash. */
  async passwordOf(tx: EntityManager, id: string): Promise<string | undefined> {
    return (await statement<{ password: string }>(tx, 'SELECT password FROM accounts WHERE id = $1', [id])).rows[0]?.password
  }

  /** Answers the ids of the accounts with these names. */
  async markDemo(tx: EntityManager, userNames: readonly string[]): Promise<string[]> {
    const { rows } = await statement<{ id: string }>(tx, 'UPDATE accounts SET demo = true WHERE user_name_key = ANY($1) RETURNING id', [userNames.map(userNameKey)])
    return rows.map(({ id }) => id)
  }

  async idsOfProvider(tx: EntityManager, providerId: string): Promise<string[]> {
    const { rows } = await statement<{ id: string }>(tx, 'SELECT id FROM accounts WHERE provider_id = $1 AND disabled_at IS NULL ORDER BY id', [providerId])
    return rows.map((row) => row.id)
  }

  async reviewerIds(tx: EntityManager, province: string): Promise<string[]> {
    const { rows } = await statement<{ id: string }>(tx, `SELECT id FROM accounts WHERE role = 'reviewer' AND province = $1 AND disabled_at IS NULL ORDER BY id`, [province])
    return rows.map((row) => row.id)
  }

  async operatorIds(tx: EntityManager): Promise<string[]> {
    const { rows } = await statement<{ id: string }>(tx, `SELECT id FROM accounts WHERE role = 'operator' AND disabled_at IS NULL ORDER BY id`)
    return rows.map((row) => row.id)
  }

  /** Which values of a new owner belong to an account already. */
  async findTaken(tx: EntityManager, given: Pick<Account, 'userName' | 'mobile' | 'email' | 'certificateType' | 'certificateNumber'>): Promise<Taken> {
    const { rows } = await statement<Taken>(
      tx,
      `SELECT EXISTS (SELECT 1 FROM accounts WHERE user_name_key = $1) AS "userName",
              EXISTS (SELECT 1 FROM accounts WHERE role = 'owner' AND mobile_index = $2) AS mobile,
              EXISTS (SELECT 1 FROM accounts WHERE role = 'owner' AND email_index = $3) AS email,
              EXISTS (SELECT 1 FROM accounts WHERE role = 'owner' AND certificate_type = $4 AND certificate_index = $5) AS certificate`,
      [
        userNameKey(given.userName), this.mobileIndex(given.mobile), this.emailIndex(given.email), given.certificateType,
        this.certificateIndex(given.certificateNumber),
      ],
    )
    return rows[0] as Taken
  }

  /** Staff may share a mailbox, so there may be several. */
  async findByEmail(tx: EntityManager, email: string): Promise<Account[]> {
    const { rows } = await statement<Row>(tx, `SELECT ${columns} FROM accounts WHERE email_index = $1 ORDER BY user_name LIMIT 20`, [this.emailIndex(email)])
    return rows.map((row) => this.opened(row))
  }

  /** `password` is the argon2id hash. */
  async setPassword(tx: EntityManager, id: string, password: string, at: string): Promise<void> {
    await statement(tx, 'UPDATE accounts SET password = $2, password_changed_at = $3 WHERE id = $1', [id, password, at])
  }

  /** A number that another owner has fails with 23505. */
  async setMobile(tx: EntityManager, id: string, mobile: string, at: string): Promise<void> {
    const sealed = this.sealing.seal({ table: 'accounts', column: 'mobile', row: id }, mobile)
    await statement(tx, 'UPDATE accounts SET mobile = $2, mobile_index = $3, mobile_changed_at = $4 WHERE id = $1', [id, sealed, this.mobileIndex(mobile), at])
  }

  /** An address that another owner has fails with 23505. */
  async setEmail(tx: EntityManager, id: string, email: string): Promise<void> {
    const sealed = this.sealing.seal({ table: 'accounts', column: 'email', row: id }, email)
    await statement(tx, 'UPDATE accounts SET email = $2, email_index = $3 WHERE id = $1', [id, sealed, this.emailIndex(email)])
  }

  async hasOwnerWithMobile(tx: EntityManager, mobile: string): Promise<boolean> {
    return (await statement(tx, `SELECT 1 FROM accounts WHERE role = 'owner' AND mobile_index = $1`, [this.mobileIndex(mobile)])).rows.length > 0
  }

  /** When the mobile number was changed last; null = never. */
  async mobileChangedAt(tx: EntityManager, id: string): Promise<string | null> {
    const { rows } = await statement<{ at: string | null }>(tx, 'SELECT mobile_changed_at AS at FROM accounts WHERE id = $1', [id])
    return rows[0]?.at ?? null
  }

  async noteLogOn(tx: EntityManager, id: string, at: string): Promise<void> {
    await statement(tx, 'UPDATE accounts SET last_log_on_at = $2 WHERE id = $1', [id, at])
  }

  private opened(row: Row): Account {
    const open = (column: string, sealed: string) => this.sealing.open({ table: 'accounts', column, row: row.id }, sealed)
    const { id, role, userName, name, certificateType, providerId, province, registeredAt, lastLogOnAt, disabledAt, demo } = row
    return {
      id, role, userName, name, certificateType, providerId, province, registeredAt, lastLogOnAt, disabledAt, demo,
      certificateNumber: open('certificate_number', row.certificateNumber), mobile: open('mobile', row.mobile), email: open('email', row.email),
    }
  }

  private readonly mobileIndex = (mobile: string) => this.sealing.index(mobileText(mobile))
  private readonly emailIndex = (email: string) => this.sealing.index(emailText(email))
  private readonly certificateIndex = (number: string) => (number === '' ? null : this.sealing.index(certificateText(number)))
}
