import type { Paper } from '@icp/contract'
import type { PaperPlace, PaperReason, Picture } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'

/** A paper without its bytes. */
export interface HeldPaper extends PaperPlace {
  readonly id: string
  readonly position: number
  readonly format: Picture['format']
  readonly width: number
  readonly height: number
  readonly size: number
  readonly digest: string
  readonly at: string
  readonly byRole: 'owner' | 'provider'
  readonly byName: string
  readonly reason: PaperReason | null
}

export interface NewPaper extends HeldPaper {
  readonly filingId: string
  readonly byAccountId: string
  readonly bytes: Uint8Array
}

const place = (id: string) => ({ table: 'filing_papers', column: 'bytes', row: id })

const columns = `id, purpose, about, provider_id AS "providerId", position, format, width, height, size, digest, at, by_role AS "byRole", by_name AS "byName", reason`

export const paperView = ({ id, format, width, height, size, digest, at, byRole, byName, reason }: HeldPaper): Paper =>
  ({ id, format, width, height, size, digest, at, by: { role: byRole, name: byName }, reason })

/** Rows ⇄ papers. What is sealed is the picture in base64, since what is sealed is text. */
@Injectable()
export class PapersRepository {
  constructor(private readonly sealing: Sealing) {}

  async listOf(tx: EntityManager, filingId: string): Promise<HeldPaper[]> {
    return (await statement<HeldPaper>(tx, `SELECT ${columns} FROM filing_papers WHERE filing_id = $1 ORDER BY purpose, about, provider_id, position`, [filingId])).rows
  }

  async find(tx: EntityManager, filingId: string, id: string): Promise<HeldPaper | undefined> {
    return (await statement<HeldPaper>(tx, `SELECT ${columns} FROM filing_papers WHERE filing_id = $1 AND id = $2`, [filingId, id])).rows[0]
  }

  async bytesOf(tx: EntityManager, id: string): Promise<Buffer> {
    const { rows: [row] } = await statement<{ bytes: string }>(tx, 'SELECT bytes FROM filing_papers WHERE id = $1', [id])
    if (!row) throw new Error(`paper ${id} has gone while it was read`)
    return Buffer.from(this.sealing.open(place(id), row.bytes), 'base64')
  }

  async insert(tx: EntityManager, paper: NewPaper): Promise<void> {
    const { id, filingId, purpose, about, providerId, position, format, width, height, size, digest, at, byAccountId, byRole, byName, reason, bytes } = paper
    await statement(
      tx,
      `INSERT INTO filing_papers (id, filing_id, purpose, about, provider_id, position, format, width, height, size, digest, at, by_account_id, by_role, by_name, reason, bytes)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        id, filingId, purpose, about, providerId, position, format, width, height, size, digest, at, byAccountId, byRole, byName, reason,
        this.sealing.seal(place(id), Buffer.from(bytes).toString('base64')),
      ],
    )
  }

  async remove(tx: EntityManager, id: string): Promise<void> {
    const { affected } = await statement(tx, 'DELETE FROM filing_papers WHERE id = $1', [id])
    if (affected !== 1) throw new Error(`paper ${id} has gone behind the lock of its filing`)
  }
}
