import type { AnswerOf, AuditEntry } from '@icp/contract'
import type { Actor } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { Parsed } from '../../http/serve.js'
import { actAs, house } from '../../platform/acting.js'
import { cursorOf, readCursor } from '../../platform/cursor.js'
import { Queries } from '../../platform/queries.js'
import { AuditApi } from '../audit.api.js'
import { accountKey } from '../breach/breach-scope.js'

const pageSize = 30

/** An entry's object may be typed as its id, as a submission number, or as a filing number. */
const objectIds = (value: string) => `(
  entry.object_id = ${value}
  OR entry.filing_id IN (SELECT id FROM filings WHERE reference = ${value} OR id::text = ${value} OR result ->> 'subjectNumber' = ${value})
)`

@Injectable()
export class EntriesReader {
  constructor(
    private readonly queries: Queries,
    private readonly audit: AuditApi,
  ) {}

  /** Newest first. Only conditions that are asked for stand in the statement, so that each search uses its index. */
  async search(actor: Actor, query: Parsed<'searchAuditEntries'>['query']): Promise<AnswerOf<'searchAuditEntries'>> {
    const values: unknown[] = []
    const put = (value: unknown) => `$${values.push(value)}`
    const wanted = [
      query.actor && `entry.actor ->> 'accountId' = coalesce((SELECT id::text FROM accounts WHERE user_name_key = ${put(accountKey(query.actor))}), ${put(query.actor)})`,
      query.object && objectIds(put(query.object)),
      query.action && `(entry.action = ${put(query.action)} OR starts_with(entry.action, ${put(`${query.action}.`)}))`,
      query.from && `entry.at >= ${put(query.from)}::timestamptz`,
      query.to && `entry.at < ${put(query.to)}::timestamptz`,
    ]
    const after = readCursor(query.cursor, 3)
    const [at, chain, position] = after
    const page = at === undefined ? '' : `(entry.at, entry.chain, entry.position) < (${put(at)}::timestamptz, ${put(chain)}::text, ${put(position)}::integer)`
    const conditions = [...wanted, page]
    const where = conditions.filter(Boolean).join(' AND ') || 'true'
    // Submission numbers stand in filings, of which an audit administrator otherwise sees none.
    const rows = await actAs(house('filings'), () => this.queries.named<AuditEntry>(
      `audit.search-${conditions.map((condition) => (condition ? 1 : 0)).join('')}`,
      `SELECT entry.chain, entry.position, log.sequence, entry.at, entry.actor ->> 'role' AS role, entry.actor ->> 'accountId' AS "accountId",
         account.user_name AS "userName", entry.action, entry.filing_id AS "filingId", entry.object_type AS "objectType", entry.object_id AS "objectId",
         entry.digest, entry.detail, entry.hash
       FROM audit_entries entry
       LEFT JOIN audit_log log ON log.chain = entry.chain AND log.position = entry.position
       LEFT JOIN accounts account ON account.id = (entry.actor ->> 'accountId')::uuid
       WHERE ${where} ORDER BY entry.at DESC, entry.chain DESC, entry.position DESC LIMIT ${pageSize + 1}`,
      values,
    ))
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)
    // Rows name accounts, and what they did with which filing.
    const named = shown.flatMap(({ accountId, filingId }) => [...(accountId ? [`account:${accountId}`] : []), ...(filingId ? [`filing:${filingId}`] : [])])
    await this.audit.noteShown({ actor, action: 'audit.search', objects: [...new Set(named)] })
    return { rows: shown, next: rows.length > pageSize && last ? cursorOf([last.at, last.chain, last.position]) : null }
  }
}
