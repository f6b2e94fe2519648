import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { statement } from '../platform/statement.js'
import type { SmsPlatform } from './switches.api.js'

export interface SwitchState {
  readonly smsPlatform: SmsPlatform
  readonly changedAt: string | null
  /** User name. */
  readonly changedBy: string | null
}

@Injectable()
export class SwitchesRepository {
  async get(tx: EntityManager): Promise<SwitchState> {
    const { rows } = await statement<{ value: string; changedAt: string | null; changedBy: string | null }>(
      tx, `SELECT value, changed_at AS "changedAt", changed_by AS "changedBy" FROM switches WHERE name = 'sms-platform'`,
    )
    const [row] = rows
    return { smsPlatform: row?.value === 'on' ? 'on' : 'off', changedAt: row?.changedAt ?? null, changedBy: row?.changedBy ?? null }
  }

  async save(tx: EntityManager, state: SwitchState): Promise<void> {
    await statement(tx, `UPDATE switches SET value = $1, changed_at = $2, changed_by = $3 WHERE name = 'sms-platform'`, [
      state.smsPlatform, state.changedAt, state.changedBy,
    ])
  }

  async saveSmsBudget(tx: EntityManager, budget: number, at: string, by: string): Promise<void> {
    await statement(tx, `UPDATE switches SET value = $1, changed_at = $2, changed_by = $3 WHERE name = 'sms-daily-budget'`, [String(budget), at, by])
  }
}
