import type { Category } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { sha256 } from '../../platform/digest.js'
import { Sealing } from '../../platform/sealing.js'
import { statement } from '../../platform/statement.js'

export interface RecoveryRequest {
  readonly id: string
  readonly kind: 'user-name' | 'password'
  /** What was typed: a mail address or a user name, of an account or of none. */
  readonly given: string
  readonly givenIndex: string
  readonly category: Category
  readonly accountId: string | null
  readonly startedAt: string
  readonly linkUntil: string | null
}

type New = Pick<RecoveryRequest, 'id' | 'kind' | 'given' | 'category' | 'startedAt'>

const columns = `id, kind, given, given_index AS "givenIndex", category, account_id AS "accountId", started_at AS "startedAt", link_until AS "linkUntil"`

@Injectable()
export class RecoveryRequestsRepository {
  constructor(private readonly sealing: Sealing) {}

  /** `cookie` binds what follows to the browser that asked; null when nothing follows. */
  async insert(tx: EntityManager, request: New, cookie: string | null): Promise<void> {
    const { id, kind, given, category, startedAt } = request
    await statement(
      tx, 'INSERT INTO recovery_requests (id, kind, token, given, given_index, category, started_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, kind, cookie && sha256(cookie), this.sealing.seal(placeOf(id), given), this.indexOf(given), category, startedAt],
    )
  }

  async lock(tx: EntityManager, id: string): Promise<RecoveryRequest | undefined> {
    return this.one(tx, 'id = $1 FOR UPDATE', [id])
  }

  async lockByCookie(tx: EntityManager, cookie: string, since: string): Promise<RecoveryRequest | undefined> {
    return this.one(tx, 'token = $1 AND started_at > $2 FOR UPDATE', [sha256(cookie), since])
  }

  async findByLink(tx: EntityManager, token: string, now: string): Promise<RecoveryRequest | undefined> {
    return this.one(tx, 'link = $1 AND link_until > $2', [sha256(token), now])
  }

  async lockByLink(tx: EntityManager, token: string, now: string): Promise<RecoveryRequest | undefined> {
    return this.one(tx, 'link = $1 AND link_until > $2 FOR UPDATE', [sha256(token), now])
  }

  async setAccount(tx: EntityManager, id: string, accountId: string): Promise<void> {
    await statement(tx, 'UPDATE recovery_requests SET account_id = $2 WHERE id = $1', [id, accountId])
  }

  async setLink(tx: EntityManager, id: string, token: string, until: string): Promise<void> {
    await statement(tx, 'UPDATE recovery_requests SET link = $2, link_until = $3 WHERE id = $1', [id, sha256(token), until])
  }

  /** True for the one who uses the link up: of many at the same moment, one does. */
  async useLink(tx: EntityManager, token: string, now: string): Promise<boolean> {
    const { affected } = await statement(tx, 'UPDATE recovery_requests SET link = NULL WHERE link = $1 AND link_until > $2', [sha256(token), now])
    return affected === 1
  }

  /** Every link and step of the account is worth nothing any more. */
  async removeOf(tx: EntityManager, accountId: string): Promise<void> {
    await statement(tx, 'DELETE FROM recovery_requests WHERE account_id = $1', [accountId])
  }

  async remove(tx: EntityManager, id: string): Promise<void> {
    await statement(tx, 'DELETE FROM recovery_requests WHERE id = $1', [id])
  }

  async purge(tx: EntityManager, before: string): Promise<void> {
    await statement(tx, 'DELETE FROM recovery_requests WHERE started_at < $1', [before])
  }

  /** Names what was typed without saying it; case and width do not count. */
  readonly indexOf = (given: string): string => this.sealing.mark('recovery', given.normalize('NFKC').trim().toLowerCase())

  private async one(tx: EntityManager, where: string, values: readonly unknown[]): Promise<RecoveryRequest | undefined> {
    const { rows } = await statement<RecoveryRequest>(tx, `SELECT ${columns} FROM recovery_requests WHERE ${where}`, values)
    return rows[0] && this.opened(rows[0])
  }

  private readonly opened = (row: RecoveryRequest): RecoveryRequest => ({ ...row, given: this.sealing.open(placeOf(row.id), row.given) })
}

const placeOf = (id: string) => ({ table: 'recovery_requests', column: 'given', row: id })
