import type { AnswerOf } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import { cursorOf, readCursor } from '../../platform/cursor.js'
import { Queries } from '../../platform/queries.js'
import type { SignedCheckpoint } from './checkpoint.js'
import { checkpointColumns } from './checkpoints.repository.js'

const pageSize = 20

@Injectable()
export class CheckpointsReader {
  constructor(private readonly queries: Queries) {}

  async findLatest(): Promise<SignedCheckpoint | undefined> {
    const [row] = await this.queries.named<SignedCheckpoint>(
      'audit.checkpoint-latest', `SELECT ${checkpointColumns} FROM audit_checkpoints ORDER BY number DESC LIMIT 1`,
    )
    return row
  }

  async find(number: number): Promise<SignedCheckpoint | undefined> {
    const [row] = await this.queries.named<SignedCheckpoint>('audit.checkpoint', `SELECT ${checkpointColumns} FROM audit_checkpoints WHERE number = $1`, [number])
    return row
  }

  /** Newest first. */
  async list(cursor: string | undefined): Promise<AnswerOf<'listCheckpoints'>> {
    const [before = null] = readCursor(cursor, 1)
    const [rows, counted] = await Promise.all([
      this.queries.named<SignedCheckpoint>(
        'audit.checkpoints',
        `SELECT ${checkpointColumns} FROM audit_checkpoints WHERE $1::integer IS NULL OR number < $1::integer ORDER BY number DESC LIMIT ${pageSize + 1}`, [before],
      ),
      this.queries.named<{ total: number }>('audit.checkpoints-count', 'SELECT count(*) AS total FROM audit_checkpoints'),
    ])
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)
    return { rows: shown, total: counted[0]?.total ?? 0, next: rows.length > pageSize && last ? cursorOf([last.number]) : null }
  }
}
