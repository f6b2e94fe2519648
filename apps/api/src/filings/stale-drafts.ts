import { draftKeeping, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AccountsApi } from '../accounts/accounts.api.js'
import { AuditApi } from '../audit/audit.api.js'
import { Clock, later } from '../platform/clock.js'
import { statement } from '../platform/statement.js'

const day = 24 * 3600
/** So many in one run; the rest is the next one's. */
const most = 500

/** Drafts that nobody has touched for long: their owner is reminded, and two weeks later they go. */
@Injectable()
export class StaleDrafts {
  constructor(
    private readonly accounts: AccountsApi,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  /** Whoever saves the draft again starts its time anew, and is reminded anew. Answers how many were told of. */
  async remind(tx: EntityManager): Promise<number> {
    const now = this.clock.now()
    const { rows } = await statement<{ id: string; owner: string; name: string }>(
      tx,
      `UPDATE filings SET reminded_at = $1 WHERE id IN (SELECT id FROM filings WHERE status = 'draft' AND saved_at < $2 AND (reminded_at IS NULL OR reminded_at <= saved_at)
         ORDER BY saved_at LIMIT ${most} FOR UPDATE SKIP LOCKED) RETURNING id, owner_account_id AS owner, subject_name AS name`,
      [now, later(now, -(draftKeeping.days - draftKeeping.remindedBefore) * day)],
    )
    for (const { id, owner, name } of rows) {
      const { email } = await this.accounts.mailAndMobileOf(tx, owner)
      await this.accounts.tell(tx, { inbox: owner, email }, 'draft-ending', { name, on: shanghaiDay(later(now, draftKeeping.remindedBefore * day)) })
      await this.audit.append(tx, { actor: { role: 'clock' }, action: 'filing.draft-reminder', filingId: id, objectType: 'filing', objectId: id })
    }
    return rows.length
  }

  /** None goes of which its owner was not told two weeks before. Answers how many went. */
  async remove(tx: EntityManager): Promise<number> {
    const now = this.clock.now()
    const { rows } = await statement<{ id: string }>(
      tx,
      `DELETE FROM filings WHERE id IN (SELECT id FROM filings WHERE status = 'draft' AND saved_at < $1 AND reminded_at > saved_at AND reminded_at <= $2
         ORDER BY saved_at LIMIT ${most} FOR UPDATE SKIP LOCKED) RETURNING id`,
      [later(now, -draftKeeping.days * day), later(now, -draftKeeping.remindedBefore * day)],
    )
    for (const { id } of rows) await this.audit.append(tx, { actor: { role: 'clock' }, action: 'filing.discard', filingId: id, objectType: 'filing', objectId: id, detail: { rule: 'draft' } })
    return rows.length
  }
}
