import type { AnswerOf } from '@icp/contract'
import type { Actor } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { AuditApi } from '../audit/audit.api.js'
import { Queries } from '../platform/queries.js'
import { Sealing } from '../platform/sealing.js'
import { noticePlace } from './notices.repository.js'

type Inbox = AnswerOf<'listNotices'>
const most = 100

@Injectable()
export class NoticesReader {
  constructor(
    private readonly queries: Queries,
    private readonly sealing: Sealing,
    private readonly audit: AuditApi,
  ) {}

  /** The newest hundred. What staff are told is about others' filings, and quotes what was written of them. */
  async inboxOf(actor: Actor, accountId: string): Promise<Inbox> {
    const rows = await this.newest(accountId, most)
    const filings = [...new Set(rows.flatMap(({ filingId }) => (filingId === null ? [] : [`filing:${filingId}`])))]
    if (actor.role !== 'owner') await this.audit.noteShown({ actor, action: 'notice.list', objects: filings })
    return { rows, unread: await this.countUnread(accountId) }
  }

  listAll(accountId: string): Promise<Inbox['rows']> {
    return this.newest(accountId, null)
  }

  private async newest(accountId: string, limit: number | null): Promise<Inbox['rows']> {
    const rows = await this.queries.named<Inbox['rows'][number]>(
      'notices.inbox',
      `SELECT id, at, read_at AS "readAt", filing_id AS "filingId",
              jsonb_build_object('zh', title_zh, 'en', title_en) AS title, jsonb_build_object('zh', text_zh, 'en', text_en) AS text
       FROM notices WHERE account_id = $1 ORDER BY at DESC, id DESC LIMIT $2`,
      [accountId, limit],
    )
    const opened = (id: string, column: 'text_zh' | 'text_en', sealed: string) => this.sealing.open(noticePlace(id, column), sealed)
    return rows.map((row) => ({ ...row, text: { zh: opened(row.id, 'text_zh', row.text.zh), en: opened(row.id, 'text_en', row.text.en) } }))
  }

  async countUnread(accountId: string): Promise<number> {
    const [row] = await this.queries.named<{ unread: number }>(
      'notices.unread', 'SELECT count(*) AS unread FROM notices WHERE account_id = $1 AND read_at IS NULL', [accountId],
    )
    return row?.unread ?? 0
  }
}
