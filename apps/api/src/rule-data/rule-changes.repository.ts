import type { RuleChange } from '@icp/contract'
import { keyOfEntry, type RuleEntry } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { statement } from '../platform/statement.js'

type Row = Pick<RuleChange, 'id' | 'state' | 'version' | 'entry' | 'draftedBy' | 'draftedAt'> & { readonly number: number | null; readonly by: string | null; readonly at: string | null }

export const columns = `id, state, version, entry, drafted_by AS "draftedBy", drafted_at AS "draftedAt", number, published_by AS by, published_at AS at`

export const changeOf = ({ number, by, at, ...row }: Row): RuleChange => ({ ...row, published: number !== null && by !== null && at !== null ? { number, by, at } : null })

@Injectable()
export class RuleChangesRepository {
  async find(tx: EntityManager, id: string): Promise<RuleChange | undefined> {
    const { rows } = await statement<Row>(tx, `SELECT ${columns} FROM rule_changes WHERE id = $1`, [id])
    return rows.map(changeOf)[0]
  }

  /** False when there is a draft of the same thing. */
  async insert(tx: EntityManager, id: string, entry: RuleEntry, by: string, at: string): Promise<boolean> {
    const { affected } = await statement(
      tx, `INSERT INTO rule_changes (id, key, entry, state, version, drafted_by, drafted_at) VALUES ($1, $2, $3, 'draft', 1, $4, $5) ON CONFLICT (key) WHERE state = 'draft' DO NOTHING`,
      [id, keyOfEntry(entry), JSON.stringify(entry), by, at],
    )
    return affected === 1
  }

  /** False when the draft is not at this version any more. */
  async change(tx: EntityManager, id: string, version: number, entry: RuleEntry): Promise<boolean> {
    const { affected } = await statement(
      tx, `UPDATE rule_changes SET entry = $3, version = version + 1 WHERE id = $1 AND version = $2 AND state = 'draft'`, [id, version, JSON.stringify(entry)],
    )
    return affected === 1
  }

  async delete(tx: EntityManager, id: string, version: number): Promise<boolean> {
    const { affected } = await statement(tx, `DELETE FROM rule_changes WHERE id = $1 AND version = $2 AND state = 'draft'`, [id, version])
    return affected === 1
  }

  /** Publishing waits for whoever publishes: numbers appear in their order, and each change is judged by all before it. */
  async oneAtATime(tx: EntityManager): Promise<void> {
    await statement(tx, `SELECT pg_advisory_xact_lock(hashtext('rule_changes'))`)
  }

  /** False when the draft is not at this version any more. After `oneAtATime`. */
  async publish(tx: EntityManager, id: string, version: number, by: string, at: string): Promise<boolean> {
    const { affected } = await statement(
      tx,
      `UPDATE rule_changes SET state = 'published', version = version + 1, number = (SELECT coalesce(max(number), 0) + 1 FROM rule_changes), published_by = $3, published_at = $4
       WHERE id = $1 AND version = $2 AND state = 'draft'`,
      [id, version, by, at],
    )
    return affected === 1
  }
}
