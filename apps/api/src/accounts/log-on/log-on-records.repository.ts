import { randomUUID } from 'node:crypto'
import type { OwnLogOn } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Queries } from '../../platform/queries.js'
import { Sealing } from '../../platform/sealing.js'
import { statement } from '../../platform/statement.js'
import type { Origin } from '../sessions.repository.js'

export interface LogOnTry extends Origin {
  /** Null when the name is that of no account: the same row, so that the work tells nobody whether there is one. */
  readonly accountId: string | null
  readonly at: string
  readonly outcome: OwnLogOn['outcome']
}

const columns = 'id, at, outcome, browser, system, address'

/** Every try to log on, with what the list of sessions shows of where it came from. Rows are added and, when they have served their time, removed; never changed. */
@Injectable()
export class LogOnRecordsRepository {
  constructor(
    private readonly queries: Queries,
    private readonly sealing: Sealing,
  ) {}

  /** Answers its id, by which the audit names it. */
  async insert(tx: EntityManager, { accountId, at, outcome, browser, system, address }: LogOnTry): Promise<string> {
    const id = randomUUID()
    await statement(
      tx, 'INSERT INTO log_on_records (id, account_id, at, outcome, browser, system, address) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, accountId, at, outcome, browser, system, this.sealing.seal(placeOf(id), address)],
    )
    return id
  }

  /** Those of an account, the latest first; `most` of them, or all that are kept. */
  async listOf(accountId: string, most: number | null): Promise<OwnLogOn[]> {
    const rows = await this.queries.named<OwnLogOn>(
      'log-on-records.of-account', `SELECT ${columns} FROM log_on_records WHERE account_id = $1 ORDER BY at DESC, id LIMIT $2`, [accountId, most],
    )
    return rows.map((row) => ({ ...row, address: this.sealing.open(placeOf(row.id), row.address) }))
  }

  async purge(tx: EntityManager, before: string): Promise<void> {
    await statement(tx, 'SELECT remove_log_on_records($1)', [before])
  }
}

const placeOf = (id: string) => ({ table: 'log_on_records', column: 'address', row: id })
