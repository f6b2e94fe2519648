import type { AnswerOf, Mediation } from '@icp/contract'
import { type Actor, isRelated, type MediationState, notFound } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { FilingsApi } from '../filings/filings.api.js'
import { cursorOf, readCursor } from '../platform/cursor.js'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { bothSidesOf, type FoundBoth, opened, selectBoth, selectOwn, stateNow } from './mediation-row.js'

type Reviewer = Extract<Actor, { role: 'reviewer' }>

const pageSize = 50
const wanted = `$1 IN (m.applicant_province, m.holder_province) AND ($2::text IS NULL OR $2 = ${stateNow})`

@Injectable()
export class MediationsReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly filings: FilingsApi,
    private readonly audit: AuditApi,
    private readonly sealing: Sealing,
  ) {}

  /** Nothing of the other side. */
  ofFiling(actor: Actor, id: string): Promise<AnswerOf<'listFilingMediations'>> {
    return this.transactions.write(null, async (tx) => {
      const record = await this.filings.find(tx, id)
      if (!record || !isRelated(record.filing, actor) || record.filing.ownerAccountId !== accountOf(actor)) throw notFound()
      const { rows } = await statement<Mediation>(tx, `${selectOwn} WHERE m.filing_id = $1 AND m.asked_by = $2 ORDER BY m.asked_at DESC, m.id LIMIT 100`, [id, accountOf(actor)])
      return { rows: rows.map((row) => opened(this.sealing, row)) }
    })
  }

  /** What either side of a conflict is in the province, the longest first; that it was shown is written down with both sides. */
  async list(actor: Actor, state: MediationState | undefined, cursor: string | undefined): Promise<AnswerOf<'listMediations'>> {
    const { province } = actor as Reviewer
    const tx = this.database.manager
    const [at = null, id = null] = readCursor(cursor, 2)
    const { rows } = await statement<FoundBoth>(
      tx, `${selectBoth} WHERE ${wanted} AND ($3::timestamptz IS NULL OR (m.asked_at, m.id) > ($3, $4::uuid)) ORDER BY m.asked_at, m.id LIMIT ${pageSize + 1}`, [province, state ?? null, at, id],
    )
    const { rows: [count] } = await statement<{ total: number }>(tx, `SELECT count(*)::int AS total FROM mediations m WHERE ${wanted}`, [province, state ?? null])
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    const seen = page.flatMap(({ filingId, party, partyId }) => [`filing:${filingId}`, ...(partyId ? [`${party === 'record' ? 'register-subject' : 'filing'}:${partyId}`] : [])])
    await this.audit.noteShown({ actor, action: 'mediation.list', objects: [...new Set(seen)] })
    return {
      rows: page.map((row) => bothSidesOf(opened(this.sealing, row), province)), total: count?.total ?? 0, next: rows.length > pageSize && last ? cursorOf([last.askedAt, last.id]) : null,
    }
  }
}

const accountOf = (actor: Actor): string | null => ('accountId' in actor ? actor.accountId : null)
