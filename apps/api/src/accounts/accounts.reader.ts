import type { AccountRole } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { cursorOf, readCursor } from '../platform/cursor.js'
import { Queries } from '../platform/queries.js'

export interface ListedAccount {
  readonly id: string
  readonly userName: string
  readonly name: string
  readonly role: AccountRole
  readonly providerId: string | null
  readonly province: string | null
  readonly registeredAt: string
  readonly lastLogOnAt: string | null
}

const pageSize = 50
const found = `($1::text IS NULL OR user_name_key LIKE $1 OR lower(name) LIKE $1)`

@Injectable()
export class AccountsReader {
  constructor(private readonly queries: Queries) {}

  /** Newest first; `q` is a part of the user name or name. */
  async list(q: string | undefined, cursor: string | undefined): Promise<{ rows: ListedAccount[]; total: number; next: string | null }> {
    const pattern = q?.trim() ? `%${q.trim().normalize('NFKC').toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null
    const [at, id] = readCursor(cursor, 2)
    const rows = await this.queries.named<ListedAccount>(
      'accounts.page',
      `SELECT id, user_name AS "userName", name, role, provider_id AS "providerId", province, registered_at AS "registeredAt", last_log_on_at AS "lastLogOnAt"
       FROM accounts WHERE ${found} AND ($2::timestamptz IS NULL OR (registered_at, id) < ($2, $3::uuid))
       ORDER BY registered_at DESC, id DESC LIMIT ${pageSize + 1}`,
      [pattern, at ?? null, id ?? null],
    )
    const [count] = await this.queries.named<{ total: number }>('accounts.total', `SELECT count(*) AS total FROM accounts WHERE ${found}`, [pattern])
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    return { rows: page, total: count?.total ?? 0, next: rows.length > pageSize && last ? cursorOf([last.registeredAt, last.id]) : null }
  }
}
