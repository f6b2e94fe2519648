import type { AnswerOf, RuleChange } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { cursorOf, readCursor } from '../platform/cursor.js'
import { statement } from '../platform/statement.js'
import { noSuchChange } from './rule-change-refusals.js'
import { changeOf, columns, RuleChangesRepository } from './rule-changes.repository.js'

const pageSize = 50
const wanted = `state = $1 AND ($2::text IS NULL OR starts_with(key || '/', $2 || '/'))`

@Injectable()
export class RuleChangesReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly changes: RuleChangesRepository,
  ) {}

  /** Newest first: drafts by when they were begun, the rest by when they were published. */
  async list({ state, about }: { readonly state: RuleChange['state']; readonly about?: string | undefined }, cursor: string | undefined): Promise<AnswerOf<'listRuleChanges'>> {
    const tx = this.database.manager
    const [at = null, id = null] = readCursor(cursor, 2)
    const moment = state === 'draft' ? 'drafted_at' : 'published_at'
    const { rows } = await statement<Parameters<typeof changeOf>[0]>(
      tx,
      `SELECT ${columns} FROM rule_changes WHERE ${wanted} AND ($3::timestamptz IS NULL OR (${moment}, id) < ($3, $4::uuid)) ORDER BY ${moment} DESC, id DESC LIMIT ${pageSize + 1}`,
      [state, about ?? null, at, id],
    )
    const { rows: [count] } = await statement<{ total: number }>(tx, `SELECT count(*)::int AS total FROM rule_changes WHERE ${wanted}`, [state, about ?? null])
    const page = rows.slice(0, pageSize).map(changeOf)
    const last = page.at(-1)
    const next = rows.length > pageSize && last ? cursorOf([last.published?.at ?? last.draftedAt, last.id]) : null
    return { rows: page, total: count?.total ?? 0, next }
  }

  /** Refuses (not-found) when there is none. */
  async get(id: string): Promise<RuleChange> {
    const change = await this.changes.find(this.database.manager, id)
    if (!change) throw noSuchChange()
    return change
  }
}
