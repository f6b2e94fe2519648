import type { Verification } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { later } from '../../platform/clock.js'
import { statement } from '../../platform/statement.js'

const columns = 'id, state, asked_at AS "askedAt", ended_at AS "endedAt", progress, result'
/** A run that says nothing for so long was killed with its process. */
const givenUpSeconds = 6 * 3600

@Injectable()
export class VerificationsRepository {
  /** The newest, whatever became of it. Works on a manager outside of a transaction too. */
  async findLatest(tx: EntityManager): Promise<Verification | null> {
    const { rows } = await statement<Verification>(tx, `SELECT ${columns} FROM audit_verifications ORDER BY asked_at DESC, id LIMIT 1`)
    return rows[0] ?? null
  }

  /** One that waits or runs; others who ask at the same moment wait for `tx`. */
  async lockRunning(tx: EntityManager, now: string): Promise<Verification | undefined> {
    await statement(tx, 'SELECT pg_advisory_xact_lock(20261126)')
    const { rows } = await statement<Verification>(
      tx, `SELECT ${columns} FROM audit_verifications WHERE state IN ('waiting', 'running') AND asked_at > $1 ORDER BY asked_at DESC LIMIT 1`, [later(now, -givenUpSeconds)],
    )
    return rows[0]
  }

  async insert(tx: EntityManager, id: string, askedBy: string | null, at: string): Promise<void> {
    await statement(tx, `INSERT INTO audit_verifications (id, asked_by, asked_at, state) VALUES ($1, $2, $3, 'waiting')`, [id, askedBy, at])
  }

  async get(tx: EntityManager, id: string): Promise<Verification> {
    const { rows } = await statement<Verification>(tx, `SELECT ${columns} FROM audit_verifications WHERE id = $1`, [id])
    if (!rows[0]) throw new Error(`there is no verification ${id}`)
    return rows[0]
  }

  /** False when it has begun or ended already: a job may come twice. */
  async begin(tx: EntityManager, id: string): Promise<boolean> {
    const { affected } = await statement(tx, `UPDATE audit_verifications SET state = 'running' WHERE id = $1 AND state = 'waiting'`, [id])
    return affected === 1
  }

  async say(tx: EntityManager, id: string, progress: NonNullable<Verification['progress']>): Promise<void> {
    await statement(tx, `UPDATE audit_verifications SET progress = $2 WHERE id = $1 AND state = 'running'`, [id, JSON.stringify(progress)])
  }

  async end(tx: EntityManager, id: string, result: NonNullable<Verification['result']>, at: string): Promise<void> {
    await statement(
      tx, `UPDATE audit_verifications SET state = 'done', progress = NULL, result = $2, ended_at = $3 WHERE id = $1 AND state = 'running'`, [id, JSON.stringify(result), at],
    )
  }

  async fail(tx: EntityManager, id: string, at: string): Promise<void> {
    await statement(tx, `UPDATE audit_verifications SET state = 'failed', progress = NULL, ended_at = $2 WHERE id = $1 AND state = 'running'`, [id, at])
  }

  /** About how many lines an export has, for the progress. */
  async countLines(tx: EntityManager): Promise<number> {
    const { rows } = await statement<{ n: number }>(
      tx,
      `SELECT (SELECT count(*) FROM audit_entries) + (SELECT count(*) FROM filings) + (SELECT count(*) FROM filing_revisions) + (SELECT count(*) FROM corrections)
         + (SELECT count(*) FROM register_subjects) + (SELECT count(*) FROM register_services) + (SELECT count(*) FROM certificates)
         + (SELECT count(*) FROM audit_checkpoints) AS n`,
    )
    return rows[0]?.n ?? 0
  }
}
