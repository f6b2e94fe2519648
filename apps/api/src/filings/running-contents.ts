import { type Clocked, type FilingContent, type FilingKind, type FilingStatus, finalStatuses } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import { draftPlace, revisionPlace } from './filings.repository.js'
import { openContent } from './sealed-content.api.js'

export interface RunningContent {
  readonly id: string
  readonly kind: FilingKind
  readonly status: FilingStatus
  readonly content: FilingContent
}

interface Row extends Pick<RunningContent, 'id' | 'kind' | 'status'> {
  readonly revision: number
  readonly draft: unknown
  readonly finished: unknown
}

/** So many clocks that count working days, and began on one day. */
export interface RunningClocks extends Pick<Clocked, 'status'> {
  readonly kind: FilingKind
  /** The day in Shanghai (`YYYY-MM-DD`). */
  readonly since: string
  readonly count: number
}

const running = `status <> ALL($1::text[]) AND ($2 = '' OR province = $2)`

export interface RunningPage {
  /** '' = every province. */
  readonly province: string
  readonly after: string | undefined
  readonly limit: number
}

/** Drafts and filings that are not ended, with what they hold now: for judging them all by other rules. */
@Injectable()
export class RunningContents {
  constructor(private readonly sealing: Sealing) {}

  /** In the order of their ids, which is that of no person and no time. */
  async page(tx: EntityManager, { province, after, limit }: RunningPage): Promise<RunningContent[]> {
    const { rows } = await statement<Row>(
      tx,
      `SELECT f.id, f.kind, f.status, f.revision, f.draft_content AS draft, r.content AS finished
       FROM (SELECT * FROM filings WHERE ${running} AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4) f
       LEFT JOIN filing_revisions r ON f.status <> 'draft' AND r.filing_id = f.id AND r.number = f.revision ORDER BY f.id`,
      [finalStatuses, province, after ?? null, limit],
    )
    return rows.map(({ id, kind, status, revision, draft, finished }) => ({
      id, kind, status, content: status === 'draft' ? openContent(this.sealing, draftPlace(id), draft) : openContent(this.sealing, revisionPlace(id, revision), finished),
    }))
  }

  /** All of them, by where they stand and the day on which they began: nothing of a filing is opened. */
  async clocks(tx: EntityManager): Promise<RunningClocks[]> {
    const { rows } = await statement<RunningClocks>(
      tx,
      `SELECT kind, status, to_char(CASE WHEN status = 'in-review' THEN coalesce(review_since, status_since) ELSE status_since END AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS since, count(*)::int AS count
       FROM filings WHERE status IN ('with-providers', 'returned', 'in-review') GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      [],
    )
    return rows
  }

  async count(tx: EntityManager, province: string): Promise<number> {
    const { rows: [row] } = await statement<{ total: number }>(tx, `SELECT count(*)::int AS total FROM filings WHERE ${running}`, [finalStatuses, province])
    return row?.total ?? 0
  }
}
