import type { CorrectionRequest, DraftCheck, Filing, FilingContent, ProviderPass } from '@icp/domain'
import { formatReference, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ConfirmationsApi } from '../confirmations/confirmations.api.js'
import { changedMeanwhile } from '../platform/changed-meanwhile.js'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import { digestOf } from './content-digest.api.js'
import { CorrectionRequestEntity } from './correction.entity.js'
import { FilingEntity, FilingPassEntity, type FilingResult, FilingRevisionEntity } from './filing.entity.js'
import type { ContentColumns, FilingRecord } from './filing-record.js'
import { digestOfPass, digestOfRemark, type RowDigests } from './row-digests.api.js'
import { openAsStored, openContent, sealContent } from './sealed-content.api.js'

export interface NewDraft {
  readonly id: string
  readonly kind: Filing['kind']
  readonly ownerAccountId: string
  readonly content: FilingContent
  readonly columns: ContentColumns
  readonly fromFilingId: string | null
  readonly applicantProviderId?: string | null
  readonly now: string
}

export const draftPlace = (id: string) => ({ table: 'filings', column: 'draft_content', row: id })
export const revisionPlace = (id: string, number: number) => ({ table: 'filing_revisions', column: 'content', row: `${id}/${number}` })
const reasonPlace = (id: string) => ({ table: 'correction_requests', column: 'reason', row: id })

/** Rows ⇄ domain values. Never opens a transaction, never judges. */
@Injectable()
export class FilingsRepository {
  constructor(
    private readonly sealing: Sealing,
    private readonly confirmations: ConfirmationsApi,
  ) {}

  /** The filing, locked until the transaction ends; undefined when there is none. */
  async lock(tx: EntityManager, id: string): Promise<FilingRecord | undefined> {
    const row = await tx.findOne(FilingEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })
    return row ? this.load(tx, row) : undefined
  }

  async find(tx: EntityManager, id: string): Promise<FilingRecord | undefined> {
    const row = await tx.findOneBy(FilingEntity, { id })
    return row ? this.load(tx, row) : undefined
  }

  private async load(tx: EntityManager, row: FilingEntity): Promise<FilingRecord> {
    const [content, passes, requests, confirmations] = [
      await this.contentOf(tx, row),
      await tx.find(FilingPassEntity, { where: { filingId: row.id }, order: { position: 'ASC' } }),
      await tx.find(CorrectionRequestEntity, { where: { filingId: row.id }, order: { openedAt: 'ASC', position: 'ASC' } }),
      row.status === 'awaiting-confirmation' ? await this.confirmations.ofRound(tx, row.id, row.round) : [],
    ]
    const { id, kind, status, version, ownerAccountId, receivingAccountId, applicantProviderId, province, finishedAt, statusSince, reviewSince } = row
    const filing: Filing = {
      id, kind, status, version, ownerAccountId, receivingAccountId, applicantProviderId, province, content, finishedAt, statusSince, reviewSince, confirmations,
      passes: passes.map(({ providerId, state, at }) => ({ providerId, state, at })),
      requests: requests.map(({ id, openedBy, providerId, fields, reason, state }) =>
        ({ id, openedBy, providerId, fields, state, reason: this.sealing.open(reasonPlace(id), reason) })),
    }
    return { row, filing }
  }

  private async contentOf(tx: EntityManager, row: FilingEntity): Promise<FilingContent> {
    if (row.status === 'draft') return openContent(this.sealing, draftPlace(row.id), row.draftContent)
    const revision = await tx.findOneByOrFail(FilingRevisionEntity, { filingId: row.id, number: row.revision })
    return openContent(this.sealing, revisionPlace(row.id, row.revision), revision.content)
  }

  /** Without their contents, in order. */
  listRevisions(tx: EntityManager, filingId: string): Promise<FilingRevisionEntity[]> {
    return tx.find(FilingRevisionEntity, { where: { filingId }, order: { number: 'ASC' }, select: { filingId: true, number: true, at: true, cause: true, digest: true } })
  }

  openRevision(revision: FilingRevisionEntity): FilingContent {
    return openContent(this.sealing, revisionPlace(revision.filingId, revision.number), revision.content)
  }

  /** Without fields that came later: what its digest was taken of. */
  openRevisionAsStored(revision: FilingRevisionEntity): FilingContent {
    return openAsStored(this.sealing, revisionPlace(revision.filingId, revision.number), revision.content)
  }

  async insertDraft(tx: EntityManager, { id, kind, ownerAccountId, content, columns, fromFilingId, applicantProviderId = null, now }: NewDraft): Promise<void> {
    await tx.insert(FilingEntity, {
      id, kind, ownerAccountId, fromFilingId, applicantProviderId, ...columns, status: 'draft', version: 0, revision: 0, round: 0,
      draftContent: sealContent(this.sealing, draftPlace(id), content) as never, createdAt: now, savedAt: now, statusSince: now,
    })
  }

  /** Answers the draft's new version; refuses (conflict) when another save came first. `draftCheck` left out: stays as it is. */
  async saveDraft(tx: EntityManager, row: FilingEntity, content: FilingContent, columns: ContentColumns & { readonly draftCheck?: DraftCheck }, now: string): Promise<number> {
    const version = row.version + 1
    const { affected } = await tx.update(
      FilingEntity, { id: row.id, status: 'draft', version: row.version },
      { ...columns, version, savedAt: now, draftContent: sealContent(this.sealing, draftPlace(row.id), content) as never } as never,
    )
    if (affected !== 1) throw changedMeanwhile()
    return version
  }

  async deleteDraft(tx: EntityManager, row: FilingEntity): Promise<void> {
    const { affected } = await tx.delete(FilingEntity, { id: row.id, status: 'draft', version: row.version })
    if (affected !== 1) throw changedMeanwhile()
  }

  /**
   * Keeps the content as the next revision. The database lets this happen to a draft that is being finished, and to a locked filing only under
   * an open correction request that the transaction names (`nameCorrectionRequest`). Answers the revision's number and digest.
   */
  async addRevision(
    tx: EntityManager, row: FilingEntity, content: FilingContent, cause: 'finish' | 'correct', authorAccountId: string, now: string,
  ): Promise<{ number: number; digest: string }> {
    const number = row.revision + 1
    const digest = digestOf(content)
    await tx.insert(FilingRevisionEntity, {
      filingId: row.id, number, digest, cause, authorAccountId, at: now, content: sealContent(this.sealing, revisionPlace(row.id, number), content) as never,
    })
    return { number, digest }
  }

  /** The correction request under which this transaction changes a locked filing; '' = none. */
  async nameCorrectionRequest(tx: EntityManager, requestId: string): Promise<void> {
    await statement(tx, `SELECT set_config('icp.correction_request', $1, true)`, [requestId])
  }

  /** The one way in which a status or version moves: exactly the row that was seen, or a conflict. */
  async move(tx: EntityManager, before: FilingRecord, next: Filing, more: Partial<FilingEntity>): Promise<void> {
    const { row } = before
    const { affected } = await tx.update(
      FilingEntity, { id: row.id, status: row.status, version: row.version },
      { ...more, status: next.status, version: next.version, statusSince: next.statusSince, reviewSince: next.reviewSince } as never,
    )
    if (affected !== 1) throw changedMeanwhile()
    await this.savePasses(tx, row.id, before.filing.passes, next.passes)
  }

  async insertPasses(tx: EntityManager, filingId: string, passes: readonly ProviderPass[], names: ReadonlyMap<string, string>): Promise<void> {
    const rows = passes.map(({ providerId, state, at }, position) =>
      ({ filingId, providerId, position, state, at, providerName: names.get(providerId) ?? '' }))
    if (rows.length > 0) await tx.insert(FilingPassEntity, rows)
  }

  private async savePasses(tx: EntityManager, filingId: string, before: readonly ProviderPass[], after: readonly ProviderPass[]): Promise<void> {
    for (const { providerId, state, at } of after) {
      const was = before.find((one) => one.providerId === providerId)
      if (was && was.state !== state) await tx.update(FilingPassEntity, { filingId, providerId }, { state, at, ...(state === 'waiting' ? { remark: null } : {}) })
    }
  }

  /** Answers by what the entry of the step names the pass. */
  async notePass(tx: EntityManager, filingId: string, providerId: string, byAccountId: string, remark: string): Promise<Pick<RowDigests, 'pass' | 'remark'>> {
    const sealed = remark && this.sealing.seal({ table: 'filing_passes', column: 'remark', row: `${filingId}/${providerId}` }, remark)
    await tx.update(FilingPassEntity, { filingId, providerId }, { byAccountId, remark: sealed || null })
    const row = await tx.findOneByOrFail(FilingPassEntity, { filingId, providerId })
    return { pass: digestOfPass(row), ...(remark ? { remark: digestOfRemark(row, remark) } : {}) }
  }

  async insertRequest(tx: EntityManager, filingId: string, request: CorrectionRequest, byAccountId: string, now: string): Promise<void> {
    const { id, openedBy, providerId, fields, reason, state } = request
    await tx.insert(CorrectionRequestEntity, {
      id, filingId, openedBy, providerId, fields: [...fields], state, openedByAccountId: byAccountId, openedAt: now,
      reason: this.sealing.seal(reasonPlace(id), reason),
    })
  }

  async answerRequest(tx: EntityManager, id: string, state: CorrectionRequest['state'], answer: string | null, now: string): Promise<void> {
    const sealed = answer === null ? null : this.sealing.seal({ table: 'correction_requests', column: 'answer', row: id }, answer)
    await tx.update(CorrectionRequestEntity, { id, state: 'open' }, { state, answer: sealed, answeredAt: now })
  }

  async setResult(tx: EntityManager, id: string, result: FilingResult): Promise<void> {
    await tx.update(FilingEntity, { id }, { result })
  }

  /** The next submission number of the day (Asia/Shanghai). The counter's row stays locked until the transaction ends. */
  async takeReference(tx: EntityManager, now: string): Promise<string> {
    const day = shanghaiDay(now)
    const { rows } = await statement<{ last: number }>(
      tx, 'INSERT INTO reference_counters (day, last) VALUES ($1, 1) ON CONFLICT (day) DO UPDATE SET last = reference_counters.last + 1 RETURNING last', [day],
    )
    return formatReference(day, rows[0]?.last ?? 0)
  }
}
