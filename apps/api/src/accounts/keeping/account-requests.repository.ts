import type { AccountRequest, AccountRequestKind, AccountRequestState, Post } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../../platform/sealing.js'
import { statement } from '../../platform/statement.js'

/** A request as it is stored, its reason opened. `post` is what it leads to; null where the role stays. */
export interface StoredRequest extends AccountRequest {
  readonly id: string
  readonly kind: AccountRequestKind
  readonly invitationId: string | null
  readonly post: Post | null
  readonly reason: string
  readonly askedAt: string
  readonly decidedBy: string | null
  readonly decidedAt: string | null
}

export interface RequestRow extends Omit<StoredRequest, 'post'>, Omit<Post, 'role'> {
  readonly role: Post['role'] | null
}

export const requestColumns = `r.id, r.kind, r.account_id AS about, r.invitation_id AS "invitationId", r.role, r.provider_id AS "providerId", r.province, r.reason,
  r.asked_by AS "askedBy", r.asked_at AS "askedAt", r.expires_at AS "expiresAt", r.state, r.decided_by AS "decidedBy", r.decided_at AS "decidedAt"`

@Injectable()
export class AccountRequestsRepository {
  constructor(private readonly sealing: Sealing) {}

  async insert(tx: EntityManager, request: StoredRequest): Promise<void> {
    const { id, kind, about, invitationId, post, reason, askedBy, askedAt, expiresAt, state } = request
    await statement(
      tx,
      `INSERT INTO account_requests (id, kind, account_id, invitation_id, role, provider_id, province, reason, asked_by, asked_at, expires_at, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id, kind, about, invitationId, post?.role ?? null, post?.providerId ?? null, post?.province ?? null, this.sealing.seal(placeOf(id), reason), askedBy, askedAt,
        expiresAt, state,
      ],
    )
  }

  async lock(tx: EntityManager, id: string): Promise<StoredRequest | undefined> {
    const { rows } = await statement<RequestRow>(tx, `SELECT ${requestColumns} FROM account_requests r WHERE r.id = $1 FOR UPDATE`, [id])
    return rows[0] && this.opened(rows[0])
  }

  /** Kinds that wait for a second person about this account. */
  async kindsWaiting(tx: EntityManager, accountId: string, now: string): Promise<AccountRequestKind[]> {
    const { rows } = await statement<{ kind: AccountRequestKind }>(
      tx, `SELECT DISTINCT kind FROM account_requests WHERE account_id = $1 AND state = 'waiting' AND expires_at > $2 ORDER BY kind`, [accountId, now],
    )
    return rows.map(({ kind }) => kind)
  }

  async markDecided(tx: EntityManager, id: string, state: AccountRequestState, by: string, at: string): Promise<void> {
    await statement(tx, 'UPDATE account_requests SET state = $2, decided_by = $3, decided_at = $4 WHERE id = $1', [id, state, by, at])
  }

  opened({ role, providerId, province, ...row }: RequestRow): StoredRequest {
    return { ...row, reason: this.sealing.open(placeOf(row.id), row.reason), post: role ? { role, providerId, province } : null }
  }
}

const placeOf = (row: string) => ({ table: 'account_requests', column: 'reason', row })
