import type { AnswerOf, ConflictSide, Mediation, MediationRow } from '@icp/contract'
import { type Actor, mediationAnswered, mediationAsked, mediationTold, Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { AccountsApi } from '../accounts/accounts.api.js'
import { AuditApi } from '../audit/audit.api.js'
import { type ContestedPoint, FilingsApi, notContested } from '../filings/filings.api.js'
import type { Parsed } from '../http/serve.js'
import { NotificationsApi } from '../notifications/notifications.api.js'
import { Clock } from '../platform/clock.js'
import type { Once } from '../platform/once.js'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { alreadyAsked, bothSidesOf, type FoundBoth, hasEnded, mediationPlace, noSuchMediation, notHollow, opened, othersToAnswer, selectBoth, selectOwn } from './mediation-row.js'

type Owner = Extract<Actor, { role: 'owner' }>
type Reviewer = Extract<Actor, { role: 'reviewer' }>
type Row = Mediation & { readonly askedBy: string }

/** Refusals that say something of what others have, and so are counted. */
const tells = ['not-contested', 'blocking-findings', 'mediation-open']

/** Whoever is kept back by what others have asks, and the administration of the other side answers (docs/decisions/0066). */
@Injectable()
export class MediationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly filings: FilingsApi,
    private readonly accounts: AccountsApi,
    private readonly notifications: NotificationsApi,
    private readonly audit: AuditApi,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Refuses: rate-limited as a finish, conflict where nothing is to be settled or it was asked already. */
  async ask(actor: Owner, filingId: string, given: Parsed<'askMediation'>['body'], once: Once | null): Promise<Mediation> {
    await this.filings.checkContests(actor.accountId)
    try {
      const asked = await this.transactions.write(once, (tx) => this.asked(tx, actor, filingId, given))
      // It is done, whatever the limit says of the next one.
      if (!once?.replayed) await this.filings.countContest(actor.accountId).catch(() => undefined)
      return asked
    } catch (error) {
      if (error instanceof Refusal && tells.includes(error.code)) await this.filings.countContest(actor.accountId)
      throw error
    }
  }

  private async asked(tx: EntityManager, actor: Owner, filingId: string, { version, path, reason }: Parsed<'askMediation'>['body']): Promise<Mediation> {
    const point = await this.filings.contestedPoint(tx, actor, filingId, version, path)
    const { rows: [asked] } = await statement<{ province: string | null }>(tx, 'SELECT province_to_ask($1, $2) AS province', [filingId, point.domain])
    if (!asked?.province) throw notContested()
    const now = this.clock.now()
    await statement(tx, `UPDATE mediations m SET state = 'lapsed', ended_at = $2 WHERE m.filing_id = $1 AND m.state = 'open' AND NOT mediation_stands(m.id)`, [filingId, now])
    const { rows: open } = await statement(
      tx, `SELECT FROM mediations WHERE filing_id = $1 AND state = 'open' AND over = $2 AND domain IS NOT DISTINCT FROM $3`, [filingId, point.over, point.domain],
    )
    if (open.length > 0) throw alreadyAsked()
    const id = randomUUID()
    await this.insert(tx, { id, filingId, point, path, reason, holderProvince: asked.province, by: actor.accountId, now })
    await this.note(tx, actor, id, filingId, 'mediation.ask', { rule: point.rule, province: asked.province })
    const accountIds = await this.accounts.reviewerIdsOf(tx, asked.province)
    await this.notifications.notice(tx, { accountIds, ...mediationAsked(point.domain) })
    return this.own(tx, id)
  }

  /** Refuses: not-found what is another's, conflict when it has ended. */
  withdraw(actor: Owner, id: string, once: Once | null): Promise<Mediation> {
    return this.transactions.write(once, async (tx) => {
      const row = await this.lock(tx, id)
      if (row.askedBy !== actor.accountId) throw noSuchMediation()
      if (row.state !== 'open') throw hasEnded()
      await statement(tx, `UPDATE mediations SET state = 'withdrawn', ended_at = $2 WHERE id = $1 AND state = 'open'`, [id, this.clock.now()])
      await this.note(tx, actor, id, row.filingId, 'mediation.withdraw')
      return this.own(tx, id)
    })
  }

  /** Refuses: not-found outside of the two provinces, conflict when it has ended, the other side is of another province, or is to be cleared and is not hollow. */
  answer(actor: Reviewer, id: string, { outcome, answer, tellHolder }: Parsed<'answerMediation'>['body'], once: Once | null): Promise<AnswerOf<'answerMediation'>> {
    return this.transactions.write(once, async (tx) => {
      const row = await this.lock(tx, id)
      const { holder, mayAnswer, state } = await this.both(tx, id, actor.province)
      if (state !== 'open') throw hasEnded()
      if (!mayAnswer) throw othersToAnswer()
      if (outcome === 'clearing' && !(await this.isHollow(tx, holder, row.domain))) throw notHollow()
      await statement(
        tx, `UPDATE mediations SET state = 'answered', outcome = $2, answer = $3, holder_told = $4, answered_by = $5, ended_at = $6 WHERE id = $1 AND state = 'open'`,
        [id, outcome, this.sealing.seal(mediationPlace(id, 'answer'), answer), tellHolder, actor.accountId, this.clock.now()],
      )
      await this.note(tx, actor, id, row.filingId, 'mediation.answer', { outcome, tellHolder })
      await this.notifications.notice(tx, { accountIds: [row.askedBy], filingId: row.filingId, ...mediationAnswered(row.domain, outcome, answer) })
      if (tellHolder && holder?.id) {
        const from = holder.is === 'record' ? 'register_subjects' : 'filings'
        const { rows } = await statement<{ account: string }>(tx, `SELECT owner_account_id AS account FROM ${from} WHERE id = $1`, [holder.id])
        await this.notifications.notice(tx, { accountIds: rows.map(({ account }) => account), ...mediationTold(row.domain, holder.number ?? '') })
      }
      return this.both(tx, id, actor.province)
    })
  }

  /** Whether what the other side has in force is listed as hollow, as a whole or as the service of that domain: nothing else is cleared (docs/decisions/0046). */
  private async isHollow(tx: EntityManager, holder: ConflictSide | null, domain: string | null): Promise<boolean> {
    if (holder?.is !== 'record' || !holder.id) return false
    const { rows } = await statement(
      tx, `SELECT FROM hollow_records h LEFT JOIN register_services s ON s.id = h.service_id WHERE h.subject_id = $1 AND (h.service_id IS NULL OR s.domain_key = $2)`, [holder.id, domain],
    )
    return rows.length > 0
  }

  private async insert(tx: EntityManager, given: {
    id: string; filingId: string; point: ContestedPoint; path: string; reason: string; holderProvince: string; by: string; now: string
  }): Promise<void> {
    const { id, filingId, point: { over, domain, rule, province }, path, reason, holderProvince, by, now } = given
    await statement(
      tx,
      `INSERT INTO mediations (id, filing_id, over, domain, rule, path, reason, applicant_province, holder_province, asked_by, asked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, filingId, over, domain, rule, path, this.sealing.seal(mediationPlace(id, 'reason'), reason), province, holderProvince, by, now],
    )
  }

  private note(tx: EntityManager, actor: Actor, id: string, filingId: string, action: string, detail: Record<string, unknown> = {}): Promise<unknown> {
    return this.audit.append(tx, { actor, action, filingId, objectType: 'mediation', objectId: id, detail })
  }

  /** Until the transaction ends nobody else answers or withdraws it. */
  private async lock(tx: EntityManager, id: string): Promise<Row> {
    const { rows: [locked] } = await statement<{ askedBy: string }>(tx, 'SELECT asked_by AS "askedBy" FROM mediations WHERE id = $1 FOR UPDATE', [id])
    if (!locked) throw noSuchMediation()
    return { ...(await this.own(tx, id)), ...locked }
  }

  private async own(tx: EntityManager, id: string): Promise<Mediation> {
    const { rows: [row] } = await statement<Mediation>(tx, `${selectOwn} WHERE m.id = $1`, [id])
    if (!row) throw noSuchMediation()
    return opened(this.sealing, row)
  }

  private async both(tx: EntityManager, id: string, province: string): Promise<MediationRow> {
    const { rows: [row] } = await statement<FoundBoth>(tx, `${selectBoth} WHERE m.id = $1`, [id])
    if (!row) throw noSuchMediation()
    return bothSidesOf(opened(this.sealing, row), province)
  }
}
