import type { AnswerOf } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import { cursorOf, readCursor } from '../platform/cursor.js'
import { Queries } from '../platform/queries.js'
import { outboxColumns, OutboxRepository, type OutboxRow } from './outbox.repository.js'

const pageSize = 50

@Injectable()
export class OutboxReader {
  constructor(
    private readonly queries: Queries,
    private readonly outbox: OutboxRepository,
  ) {}

  /** Newest first. `q` is a whole mobile number or mail address: recipients are sealed, so a part of one finds nothing. */
  async list(q: string | undefined, cursor: string | undefined): Promise<AnswerOf<'listMessages'>> {
    const recipient = q?.trim() ? this.outbox.indexOf(q) : null
    const [at, id] = readCursor(cursor, 2)
    const rows = await this.queries.named<OutboxRow>(
      'outbox.page',
      `SELECT ${outboxColumns} FROM outbox_messages
       WHERE ($1::text IS NULL OR recipient_index = $1) AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid))
       ORDER BY at DESC, id DESC LIMIT ${pageSize + 1}`,
      [recipient, at ?? null, id ?? null],
    )
    const [count] = await this.queries.named<{ total: number }>(
      'outbox.total', 'SELECT count(*) AS total FROM outbox_messages WHERE ($1::text IS NULL OR recipient_index = $1)', [recipient],
    )
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    return {
      rows: page.map((row) => this.outbox.opened(row)).map((row) => ({ ...row, text: withoutInvitationLinks(row.text) })),
      total: count?.total ?? 0,
      next: rows.length > pageSize && last ? cursorOf([last.at, last.id]) : null,
    }
  }
}

/** A link that makes somebody staff is for one person: the operator reads that it was sent, and not what would let him in as another administrator. */
const withoutInvitationLinks = (text: string): string => text.replace(/(\/invitation#)[\w-]{43}/g, '$1…')
