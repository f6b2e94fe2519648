import type { AnswerOf, KeptAccount } from '@icp/contract'
import { type Actor, keptSeconds, maskField } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { Clock, later } from '../../platform/clock.js'
import { cursorOf, readCursor } from '../../platform/cursor.js'
import { escapeLike } from '../../platform/like.js'
import { statement } from '../../platform/statement.js'
import { Transactions } from '../../platform/transaction.service.js'
import type { Account } from '../account.js'
import { AccountsRepository } from '../accounts.repository.js'
import { AuthenticatorsRepository } from '../authenticator/authenticators.repository.js'
import { LogOnRepository } from '../log-on/log-on.repository.js'
import { AccountRequestsRepository } from './account-requests.repository.js'
import { noSuchAccount } from './keeping-refusals.js'
import { Organisations } from './organisations.js'
import { StaffRepository } from './staff.repository.js'

type Listed = Pick<Account, 'id' | 'userName' | 'name' | 'role' | 'providerId' | 'province' | 'registeredAt' | 'lastLogOnAt' | 'disabledAt'> & { readonly closedAt: string | null }
type Query = { readonly q?: string | undefined; readonly role?: string | undefined; readonly state?: string | undefined; readonly providerId?: string | undefined; readonly province?: string | undefined }

const pageSize = 50
const columns = `id, user_name AS "userName", name, role, provider_id AS "providerId", province, registered_at AS "registeredAt", last_log_on_at AS "lastLogOnAt",
  disabled_at AS "disabledAt", closed_at AS "closedAt"`
const stateSql = `CASE WHEN closed_at IS NULL THEN CASE WHEN disabled_at IS NULL THEN 'active' ELSE 'disabled' END WHEN role = 'owner' THEN 'closed' ELSE 'emptied' END`
const found = `($1::text IS NULL OR user_name_key LIKE $1 OR lower(name) LIKE $1) AND ($2::text IS NULL OR role = $2)
  AND ($3::text IS NULL OR $3 = ${stateSql}) AND ($4::uuid IS NULL OR provider_id = $4) AND ($5::text IS NULL OR province = $5)`

/** Accounts as whoever keeps them in order sees them: without certificate numbers, with mobile and mail masked. */
@Injectable()
export class KeptAccountsReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly accounts: AccountsRepository,
    private readonly staff: StaffRepository,
    private readonly authenticators: AuthenticatorsRepository,
    private readonly requests: AccountRequestsRepository,
    private readonly logOns: LogOnRepository,
    private readonly organisations: Organisations,
    private readonly transactions: Transactions,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  /** Newest first; `q` is a part of the user name or name. */
  async list(actor: Actor, { q, role, state, providerId, province }: Query, cursor: string | undefined): Promise<AnswerOf<'listAccounts'>> {
    const pattern = q?.trim() ? `%${escapeLike(q.trim().normalize('NFKC').toLowerCase())}%` : null
    const values = [pattern, role ?? null, state ?? null, providerId ?? null, province ?? null]
    const [at = null, id = null] = readCursor(cursor, 2)
    const tx = this.database.manager
    const { rows } = await statement<Listed>(
      tx,
      `SELECT ${columns} FROM accounts WHERE ${found} AND ($6::timestamptz IS NULL OR (registered_at, id) < ($6, $7::uuid))
       ORDER BY registered_at DESC, id DESC LIMIT ${pageSize + 1}`,
      [...values, at, id],
    )
    const { rows: [count] } = await statement<{ total: number }>(tx, `SELECT count(*)::int AS total FROM accounts WHERE ${found}`, values)
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    const nameOf = await this.organisations.naming(tx, page)
    await this.audit.noteShown({ actor, action: 'account.list', objects: page.map((row) => `account:${row.id}`) })
    return {
      rows: page.map((row) => ({ ...row, organisation: nameOf(row), ...standing(row, row.closedAt !== null) })), total: count?.total ?? 0,
      next: rows.length > pageSize && last ? cursorOf([last.registeredAt, last.id]) : null,
    }
  }

  /** As `get`, for somebody who asks; written down. */
  open(actor: Actor, id: string): Promise<KeptAccount> {
    return this.transactions.write(null, async (tx) => {
      const account = await this.get(tx, id)
      await this.audit.noteRead(tx, { actor, action: 'account.open', objects: [`account:${id}`] })
      return account
    })
  }

  /** Pass the `tx` when there is one. */
  async get(tx: EntityManager | null, id: string): Promise<KeptAccount> {
    const on = tx ?? this.database.manager
    const [account] = await this.accounts.findByIds(on, [id])
    if (!account) throw noSuchAccount()
    const { userName, name, role, providerId, province, registeredAt, lastLogOnAt } = account
    const now = this.clock.now()
    const { waitUntil, stopped } = await this.logOns.waitOf(on, userName)
    return {
      id, userName, name, role, providerId, province, registeredAt, lastLogOnAt, organisation: (await this.organisations.naming(on, [account]))(account),
      ...standing(account, await this.staff.isClosed(on, id)), mobile: maskField('phone', account.mobile), email: maskField('mail', account.email),
      sessions: await this.staff.countSessions(on, id), authenticatorSince: (await this.authenticators.find(on, id))?.addedAt ?? null,
      recoveryCodesLeft: await this.authenticators.countRecoveryCodes(on, id), waitUntil: waitUntil && waitUntil > now ? waitUntil : null, stopped,
      waiting: await this.requests.kindsWaiting(on, id, now), acts: await this.staff.listActs(on, id),
    }
  }

  /** Everybody who works for the provider; no mobile, no mail. */
  async team(actor: Actor, providerId: string): Promise<AnswerOf<'listTeam'>> {
    const { rows } = await statement<Listed>(
      this.database.manager, `SELECT ${columns} FROM accounts WHERE provider_id = $1 ORDER BY disabled_at IS NOT NULL, user_name`, [providerId],
    )
    await this.audit.noteShown({ actor, action: 'account.list-team', objects: rows.map(({ id }) => `account:${id}`) })
    return { rows: rows.map((row) => ({ ...row, ...standingOfStaff(row, row.closedAt !== null) })) }
  }
}

type Disabled = Pick<Account, 'disabledAt'>

/** An owner's account waits for its owner, however long it is disabled. */
function standing({ role, disabledAt }: Disabled & Pick<Account, 'role'>, closed: boolean): Pick<KeptAccount, 'state' | 'emptiedFrom'> {
  if (role !== 'owner') return standingOfStaff({ disabledAt }, closed)
  return { state: closed ? 'closed' : disabledAt ? 'disabled' : 'active', emptiedFrom: null }
}

function standingOfStaff({ disabledAt }: Disabled, closed: boolean) {
  if (closed) return { state: 'emptied' as const, emptiedFrom: null }
  if (!disabledAt) return { state: 'active' as const, emptiedFrom: null }
  return { state: 'disabled' as const, emptiedFrom: later(disabledAt, keptSeconds('former-staff')) }
}
