import type { Bilingual } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'

export interface NewNotice {
  readonly id: string
  readonly accountId: string
  readonly at: string
  readonly filingId: string | null
  readonly title: Bilingual
  readonly text: Bilingual
}

/** Where a notice's text lies sealed: it quotes what people wrote as a reason, which may hold personal data. */
export const noticePlace = (id: string, column: 'text_zh' | 'text_en') => ({ table: 'notices', column, row: id })

@Injectable()
export class NoticesRepository {
  constructor(private readonly sealing: Sealing) {}

  async insert(tx: EntityManager, { id, accountId, at, filingId, title, text }: NewNotice): Promise<void> {
    await statement(
      tx,
      'INSERT INTO notices (id, account_id, at, filing_id, title_zh, title_en, text_zh, text_en) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [
        id, accountId, at, filingId, title.zh, title.en, this.sealing.seal(noticePlace(id, 'text_zh'), text.zh),
        this.sealing.seal(noticePlace(id, 'text_en'), text.en),
      ],
    )
  }

  async markRead(tx: EntityManager, accountId: string, at: string): Promise<void> {
    await statement(tx, 'UPDATE notices SET read_at = $2 WHERE account_id = $1 AND read_at IS NULL', [accountId, at])
  }
}
