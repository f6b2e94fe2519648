import { AdministratorRole, type Post } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../../platform/sealing.js'
import { statement } from '../../platform/statement.js'
import { emailText, mobileText } from '../searched-texts.api.js'

export interface Act {
  readonly act: 'disable' | 'enable' | 'reset-authenticator' | 'change-role' | 'end-sessions' | 'clear-stop'
  readonly by: string
  readonly at: string
  readonly reason: string
}

const administrators = AdministratorRole.options

/** What the security administrator changes on an account, and what was written down about it. */
@Injectable()
export class StaffRepository {
  constructor(private readonly sealing: Sealing) {}

  /** Waits for whoever else works on the account; false when there is none. */
  async lock(tx: EntityManager, accountId: string): Promise<boolean> {
    return (await statement(tx, 'SELECT 1 FROM accounts WHERE id = $1 FOR UPDATE', [accountId])).rows.length === 1
  }

  /** For good: by its owner, or of staff when what it held has served its time. */
  async isClosed(tx: EntityManager, accountId: string): Promise<boolean> {
    return (await statement(tx, 'SELECT 1 FROM accounts WHERE id = $1 AND closed_at IS NOT NULL', [accountId])).rows.length === 1
  }

  async setDisabled(tx: EntityManager, accountId: string, at: string | null): Promise<void> {
    await statement(tx, 'UPDATE accounts SET disabled_at = $2 WHERE id = $1', [accountId, at])
  }

  async setPost(tx: EntityManager, accountId: string, { role, providerId, province }: Post): Promise<void> {
    await statement(tx, 'UPDATE accounts SET role = $2, provider_id = $3, province = $4 WHERE id = $1', [accountId, role, providerId, province])
  }

  async countSessions(tx: EntityManager, accountId: string): Promise<number> {
    const { rows } = await statement<{ n: number }>(tx, 'SELECT count(*)::int AS n FROM sessions WHERE account_id = $1', [accountId])
    return rows[0]?.n ?? 0
  }

  /** Whether there is, or ever was, an administrator besides this one: then somebody can, or could have been asked to, countersign. */
  async anotherAdministratorExists(tx: EntityManager, accountId: string): Promise<boolean> {
    return (await statement(tx, 'SELECT 1 FROM accounts WHERE role = ANY($1) AND id <> $2 LIMIT 1', [administrators, accountId])).rows.length > 0
  }

  async isSecurityAdministratorThere(tx: EntityManager): Promise<boolean> {
    return (await statement(tx, `SELECT 1 FROM accounts WHERE role = 'security-administrator' AND disabled_at IS NULL LIMIT 1`)).rows.length > 0
  }

  async idsOfAdministrators(tx: EntityManager): Promise<string[]> {
    const { rows } = await statement<{ id: string }>(tx, 'SELECT id FROM accounts WHERE role = ANY($1) AND disabled_at IS NULL ORDER BY id', [administrators])
    return rows.map(({ id }) => id)
  }

  /** Whether the mobile or mail is that of a working staff account; `except` is left out. */
  async findOtherRoles(tx: EntityManager, { mobile, email }: { readonly mobile: string; readonly email: string }, except: string | null = null): Promise<{ mobile: boolean; email: boolean }> {
    const asked = [this.sealing.index(mobileText(mobile)), this.sealing.index(emailText(email))]
    // Of two who take the same number or address at one moment the second sees the first.
    for (const text of asked.toSorted()) await statement(tx, `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [text])
    const staff = `role <> 'owner' AND disabled_at IS NULL AND id IS DISTINCT FROM $3::uuid`
    const { rows } = await statement<{ mobile: boolean; email: boolean }>(
      tx,
      `SELECT EXISTS (SELECT 1 FROM accounts WHERE ${staff} AND mobile_index = $1) AS mobile, EXISTS (SELECT 1 FROM accounts WHERE ${staff} AND email_index = $2) AS email`,
      [...asked, except],
    )
    return rows[0] as { mobile: boolean; email: boolean }
  }

  async noteAct(tx: EntityManager, accountId: string, { act, by, at, reason }: Act): Promise<void> {
    const id = randomUUID()
    await statement(tx, 'INSERT INTO account_acts (id, account_id, act, reason, by_account, at) VALUES ($1, $2, $3, $4, $5, $6)', [
      id, accountId, act, this.sealing.seal(placeOf(id), reason), by, at,
    ])
  }

  /** Newest first; `by` is a user name. */
  async listActs(tx: EntityManager, accountId: string): Promise<Act[]> {
    const { rows } = await statement<Act & { id: string }>(
      tx,
      `SELECT t.id, t.act, t.reason, t.at, a.user_name AS by FROM account_acts t JOIN accounts a ON a.id = t.by_account
       WHERE t.account_id = $1 ORDER BY t.at DESC, t.id LIMIT 50`,
      [accountId],
    )
    return rows.map(({ id, ...row }) => ({ ...row, reason: this.sealing.open(placeOf(id), row.reason) }))
  }
}

const placeOf = (row: string) => ({ table: 'account_acts', column: 'reason', row })
