import type { VouchWay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { sha256 } from '../../platform/digest.js'
import { Sealing } from '../../platform/sealing.js'
import { statement } from '../../platform/statement.js'

export interface PhoneRecovery {
  readonly id: string
  readonly accountId: string
  readonly mobile: string
  readonly startedAt: string
  readonly dueAt: string
}

/** A new phone in place of a lost one, waiting or ended, as its owner's copy tells it; the number is '' once it was erased. */
export type PhoneRecoveryRecord = Pick<PhoneRecovery, 'mobile' | 'startedAt' | 'dueAt'> & {
  readonly state: 'waiting' | 'done' | 'stopped'
  readonly endedAt: string | null
  /** Null when nobody has vouched. */
  readonly vouchedWay: VouchWay | null
}

/** Who has vouched, and how they made sure. */
export interface Vouching {
  readonly accountId: string
  readonly providerId: string
  readonly way: VouchWay
}

const columns = 'id, account_id AS "accountId", mobile, started_at AS "startedAt", due_at AS "dueAt"'

/** New phones that wait in place of lost ones: one per account. What has ended stays as a record. */
@Injectable()
export class PhoneRecoveriesRepository {
  constructor(private readonly sealing: Sealing) {}

  /** A second one for the account at the same moment fails with 23505. */
  async insert(tx: EntityManager, { id, accountId, mobile, startedAt, dueAt }: PhoneRecovery, stopToken: string): Promise<void> {
    await statement(
      tx, `INSERT INTO phone_recoveries (id, account_id, mobile, stop_token, state, started_at, due_at) VALUES ($1, $2, $3, $4, 'waiting', $5, $6)`,
      [id, accountId, this.sealing.seal(placeOf(id), mobile), sha256(stopToken), startedAt, dueAt],
    )
  }

  findOf(tx: EntityManager, accountId: string): Promise<PhoneRecovery | undefined> {
    return this.waiting(tx, 'account_id = $1', [accountId])
  }

  /** Every one of the account, oldest first. */
  async listOf(tx: EntityManager, accountId: string): Promise<PhoneRecoveryRecord[]> {
    const { rows } = await statement<PhoneRecoveryRecord & { readonly id: string }>(
      tx,
      `SELECT id, mobile, started_at AS "startedAt", due_at AS "dueAt", state, ended_at AS "endedAt", vouched_way AS "vouchedWay" FROM phone_recoveries
       WHERE account_id = $1 ORDER BY started_at, id`,
      [accountId],
    )
    return rows.map(({ id, ...row }) => ({ ...row, mobile: row.mobile && this.sealing.open(placeOf(id), row.mobile) }))
  }

  findByToken(tx: EntityManager, token: string): Promise<PhoneRecovery | undefined> {
    return this.waiting(tx, 'stop_token = $1', [sha256(token)])
  }

  lock(tx: EntityManager, id: string): Promise<PhoneRecovery | undefined> {
    return this.waiting(tx, 'id = $1 FOR UPDATE', [id])
  }

  /** Of an owner that the acting provider serves: asked here as well as by the policy of the table. */
  lockServed(tx: EntityManager, id: string): Promise<PhoneRecovery | undefined> {
    return this.waiting(tx, 'id = $1 AND provider_serves_account(account_id) FOR UPDATE', [id])
  }

  lockOf(tx: EntityManager, accountId: string): Promise<PhoneRecovery | undefined> {
    return this.waiting(tx, 'account_id = $1 FOR UPDATE', [accountId])
  }

  lockByToken(tx: EntityManager, token: string): Promise<PhoneRecovery | undefined> {
    return this.waiting(tx, 'stop_token = $1 FOR UPDATE', [sha256(token)])
  }

  /** Of the owners that the acting provider serves; the policy of the table knows which. Oldest first. */
  async listServed(tx: EntityManager): Promise<PhoneRecovery[]> {
    const { rows } = await statement<PhoneRecovery>(
      tx, `SELECT ${columns} FROM phone_recoveries WHERE state = 'waiting' AND provider_serves_account(account_id) ORDER BY started_at, id LIMIT 200`,
    )
    return rows.map(this.opened)
  }

  async end(tx: EntityManager, id: string, state: 'done' | 'stopped', at: string, vouching?: Vouching): Promise<void> {
    await statement(
      tx, 'UPDATE phone_recoveries SET state = $2, ended_at = $3, vouched_by = $4, vouched_provider = $5, vouched_way = $6 WHERE id = $1',
      [id, state, at, vouching?.accountId ?? null, vouching?.providerId ?? null, vouching?.way ?? null],
    )
  }

  /** Of what ended before the instant, the number goes. */
  async eraseEnded(tx: EntityManager, before: string): Promise<void> {
    await statement(tx, `UPDATE phone_recoveries SET mobile = '' WHERE mobile <> '' AND ended_at < $1`, [before])
  }

  private async waiting(tx: EntityManager, where: string, values: readonly unknown[]): Promise<PhoneRecovery | undefined> {
    const { rows } = await statement<PhoneRecovery>(tx, `SELECT ${columns} FROM phone_recoveries WHERE state = 'waiting' AND ${where}`, values)
    return rows[0] && this.opened(rows[0])
  }

  private readonly opened = (row: PhoneRecovery): PhoneRecovery => ({ ...row, mobile: this.sealing.open(placeOf(row.id), row.mobile) })
}

const placeOf = (id: string) => ({ table: 'phone_recoveries', column: 'mobile', row: id })
