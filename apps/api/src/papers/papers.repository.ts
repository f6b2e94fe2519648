import type { EarlierPaper, Paper } from '@icp/contract'
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

/** A picture that was replaced or taken away after its filing had been handed in. */
export interface GonePaper extends HeldPaper {
  readonly gone: Gone
}

export interface Gone {
  readonly at: string
  readonly byRole: 'owner' | 'provider'
  readonly byName: string
  readonly reason: PaperReason | null
  /** Null: taken away. */
  readonly replacedBy: string | null
}

/** Where pictures lie: those that are there, and those that were. */
type Table = 'filing_papers' | 'earlier_papers'

const place = (table: Table, id: string) => ({ table, column: 'bytes', row: id })

const columns = `id, purpose, about, provider_id AS "providerId", position, format, width, height, size, digest, at, by_role AS "byRole", by_name AS "byName", reason`

export const paperView = ({ id, format, width, height, size, digest, at, byRole, byName, reason }: HeldPaper): Paper =>
  ({ id, format, width, height, size, digest, at, by: { role: byRole, name: byName }, reason })

export const goneView = ({ at, byRole, byName, reason, replacedBy }: Gone): EarlierPaper['gone'] =>
  ({ at, by: { role: byRole, name: byName }, reason, how: replacedBy === null ? 'taken-away' : 'replaced' })

type GoneRow = HeldPaper & { readonly goneAt: string; readonly goneByRole: Gone['byRole']; readonly goneByName: string; readonly goneReason: PaperReason | null; readonly replacedBy: string | null }

const goneColumns = `${columns}, gone_at AS "goneAt", gone_by_role AS "goneByRole", gone_by_name AS "goneByName", gone_reason AS "goneReason", replaced_by AS "replacedBy"`

const asGone = ({ goneAt: at, goneByRole: byRole, goneByName: byName, goneReason: reason, replacedBy, ...paper }: GoneRow): GonePaper => ({ ...paper, gone: { at, byRole, byName, reason, replacedBy } })

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

  async bytesOf(tx: EntityManager, id: string, table: Table = 'filing_papers'): Promise<Buffer> {
    const { rows: [row] } = await statement<{ bytes: string }>(tx, `SELECT bytes FROM ${table} WHERE id = $1`, [id])
    if (!row) throw new Error(`paper ${id} of ${table} has gone while it was read`)
    return Buffer.from(this.sealing.open(place(table, id), row.bytes), 'base64')
  }

  async insert(tx: EntityManager, paper: NewPaper): Promise<void> {
    const { id, filingId, purpose, about, providerId, position, format, width, height, size, digest, at, byAccountId, byRole, byName, reason, bytes } = paper
    await statement(
      tx,
      `INSERT INTO filing_papers (id, filing_id, purpose, about, provider_id, position, format, width, height, size, digest, at, by_account_id, by_role, by_name, reason, bytes)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        id, filingId, purpose, about, providerId, position, format, width, height, size, digest, at, byAccountId, byRole, byName, reason,
        this.sealing.seal(place('filing_papers', id), Buffer.from(bytes).toString('base64')),
      ],
    )
  }

  /** Newest first. */
  async earlierOf(tx: EntityManager, filingId: string): Promise<GonePaper[]> {
    return (await statement<GoneRow>(tx, `SELECT ${goneColumns} FROM earlier_papers WHERE filing_id = $1 ORDER BY gone_at DESC, id`, [filingId])).rows.map(asGone)
  }

  async findEarlier(tx: EntityManager, filingId: string, id: string): Promise<GonePaper | undefined> {
    return (await statement<GoneRow>(tx, `SELECT ${goneColumns} FROM earlier_papers WHERE filing_id = $1 AND id = $2`, [filingId, id])).rows.map(asGone)[0]
  }

  /** Before it is removed: it stays, sealed at its new place, with who took it from its old one, when and why. */
  async keep(tx: EntityManager, id: string, { at, byAccountId, byRole, byName, reason, replacedBy }: Gone & { readonly byAccountId: string }): Promise<void> {
    const bytes = this.sealing.seal(place('earlier_papers', id), (await this.bytesOf(tx, id)).toString('base64'))
    await statement(
      tx,
      `INSERT INTO earlier_papers (id, filing_id, purpose, about, provider_id, position, format, width, height, size, digest, at, by_account_id, by_role, by_name, reason, bytes,
                                   gone_at, gone_by_account_id, gone_by_role, gone_by_name, gone_reason, replaced_by)
       SELECT id, filing_id, purpose, about, provider_id, position, format, width, height, size, digest, at, by_account_id, by_role, by_name, reason, $2, $3, $4, $5, $6, $7, $8
         FROM filing_papers WHERE id = $1`,
      [id, bytes, at, byAccountId, byRole, byName, reason, replacedBy],
    )
  }

  async remove(tx: EntityManager, id: string): Promise<void> {
    const { affected } = await statement(tx, 'DELETE FROM filing_papers WHERE id = $1', [id])
    if (affected !== 1) throw new Error(`paper ${id} has gone behind the lock of its filing`)
  }
}
