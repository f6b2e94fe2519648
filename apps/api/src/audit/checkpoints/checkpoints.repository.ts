import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { statement } from '../../platform/statement.js'
import type { SignedCheckpoint } from './checkpoint.js'
import type { Tree } from './merkle.js'

export interface StoredCheckpoint extends SignedCheckpoint {
  readonly frontier: Tree['frontier']
}

/** The columns as a checkpoint has them. */
export const checkpointColumns = `'icp-checkpoint/1' AS format, number, size, root, at, previous, key_id AS "keyId", signature`

/** Rows of the log and of its checkpoints; they are added and read, never changed. */
@Injectable()
export class CheckpointsRepository {
  /** One at a time over all instances, until the transaction ends. */
  async queue(tx: EntityManager): Promise<void> {
    await statement(tx, 'SELECT pg_advisory_xact_lock(20261125)')
  }

  async last(tx: EntityManager): Promise<SignedCheckpoint | undefined> {
    const { rows } = await statement<SignedCheckpoint>(tx, `SELECT ${checkpointColumns} FROM audit_checkpoints ORDER BY number DESC LIMIT 1`)
    return rows[0]
  }

  /** The tree that the last checkpoint has signed, ready to grow. */
  async treeOf(tx: EntityManager, last: SignedCheckpoint): Promise<Tree> {
    const { rows } = await statement<{ frontier: string[] }>(tx, 'SELECT frontier FROM audit_checkpoints WHERE number = $1', [last.number])
    return { size: last.size, frontier: rows[0]?.frontier ?? [] }
  }

  /** Gives the entries that wait, `most` of them at most, their places in the log; answers their hashes in that order. */
  async logWaiting(tx: EntityManager, size: number, most: number): Promise<string[]> {
    const { rows } = await statement<{ hash: string }>(
      tx,
      `WITH taken AS (
         DELETE FROM audit_waiting WHERE arrived IN (SELECT arrived FROM audit_waiting ORDER BY arrived LIMIT $2) RETURNING arrived, chain, position
       ), logged AS (
         INSERT INTO audit_log (sequence, chain, position, hash)
         SELECT $1 + row_number() OVER (ORDER BY taken.arrived), entry.chain, entry.position, entry.hash
         FROM taken JOIN audit_entries entry USING (chain, position)
         RETURNING sequence, hash
       )
       SELECT hash FROM logged ORDER BY sequence`,
      [size, most],
    )
    return rows.map((row) => row.hash)
  }

  async insert(tx: EntityManager, { number, size, root, frontier, at, previous, keyId, signature }: StoredCheckpoint): Promise<void> {
    await statement(
      tx, 'INSERT INTO audit_checkpoints (number, size, root, frontier, at, previous, key_id, signature) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [number, size, root, [...frontier], at, previous, keyId, signature],
    )
  }

  /** The checkpoint after `number`, with where the one before it ended. */
  async after(tx: EntityManager, number: number): Promise<(SignedCheckpoint & { readonly from: number }) | undefined> {
    const { rows } = await statement<SignedCheckpoint & { from: number }>(
      tx,
      `SELECT ${checkpointColumns}, coalesce((SELECT size FROM audit_checkpoints before WHERE before.number = $1), 0) AS "from"
       FROM audit_checkpoints WHERE number = $1 + 1`,
      [number],
    )
    return rows[0]
  }

  async leaves(tx: EntityManager, from: number, to: number): Promise<string[]> {
    const { rows } = await statement<{ hash: string }>(tx, 'SELECT hash FROM audit_log WHERE sequence > $1 AND sequence <= $2 ORDER BY sequence', [from, to])
    return rows.map((row) => row.hash)
  }
}
