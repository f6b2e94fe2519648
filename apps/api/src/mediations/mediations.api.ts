import type { Mediation } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import { opened, selectOwn } from './mediation-row.js'

/** What other capabilities may ask of requests to settle a conflict. */
@Injectable()
export class MediationsApi {
  constructor(private readonly sealing: Sealing) {}

  /** Every one that the account has asked for, oldest first, with reason and answer in clear: for nobody else. */
  async askedBy(tx: EntityManager, accountId: string): Promise<Mediation[]> {
    const { rows } = await statement<Mediation>(tx, `${selectOwn} WHERE m.asked_by = $1 ORDER BY m.asked_at, m.id`, [accountId])
    return rows.map((row) => opened(this.sealing, row))
  }
}
