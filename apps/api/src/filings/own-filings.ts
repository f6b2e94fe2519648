import type { OwnData } from '@icp/contract'
import type { Actor } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { goneView, PapersApi, paperView } from '../papers/papers.api.js'
import { ReviewApi } from '../review/review.api.js'
import { RuleDataApi } from '../rule-data/rule-data.api.js'
import { inEnglish } from './actor-name.js'
import { CorrectionViews } from './correction-views.js'
import { changesShown } from './field-changes.js'
import { FilingChanges } from './filing-changes.js'
import { FilingEntity, FilingRevisionEntity } from './filing.entity.js'
import { FilingHistory } from './filing-history.js'
import type { FilingRecord } from './filing-record.js'
import { FilingsRepository } from './filings.repository.js'

type OwnFiling = OwnData['filings'][number]
type Standing = Pick<FilingEntity, 'id' | 'reference' | 'status'>

/** All filings of one owner: for the export of what is held about it, and for closing its account. */
@Injectable()
export class OwnFilings {
  constructor(
    private readonly filings: FilingsRepository,
    private readonly changes: FilingChanges,
    private readonly corrections: CorrectionViews,
    private readonly review: ReviewApi,
    private readonly history: FilingHistory,
    private readonly papers: PapersApi,
    private readonly audit: AuditApi,
    private readonly ruleData: RuleDataApi,
  ) {}

  standingOf(tx: EntityManager, ownerAccountId: string): Promise<Standing[]> {
    return tx.find(FilingEntity, { where: { ownerAccountId }, select: { id: true, reference: true, status: true }, order: { createdAt: 'ASC' } })
  }

  /** Oldest first, every version in clear. */
  async dataOf(tx: EntityManager, actor: Extract<Actor, { role: 'owner' }>): Promise<OwnFiling[]> {
    const data: OwnFiling[] = []
    for (const { id } of await this.standingOf(tx, actor.accountId)) data.push(await this.one(tx, id, actor))
    return data
  }

  /** Handed in by others, who want the owner to receive a website; oldest first. What they hold is the giving owner's. */
  async receivedOf(tx: EntityManager, { accountId }: Extract<Actor, { role: 'owner' }>): Promise<OwnData['received']> {
    const rows = await tx.find(FilingEntity, { where: { receivingAccountId: accountId }, order: { createdAt: 'ASC' } })
    return rows.map(({ id, reference, kind, status, finishedAt }) => ({ id, reference, kind, status, finishedAt }))
  }

  private async one(tx: EntityManager, filingId: string, actor: Actor): Promise<OwnFiling> {
    const record = await this.filings.find(tx, filingId)
    if (!record) throw new Error(`filing ${filingId} has gone while it was read`)
    const { row, filing: { content } } = record
    const { id, reference, kind, status, createdAt, finishedAt } = row
    const revisions = await tx.find(FilingRevisionEntity, { where: { filingId }, order: { number: 'ASC' } })
    const providerNames = new Map(row.summary.providers.map((provider) => [provider.id, provider.name]))
    return {
      id, reference, kind, status, createdAt, finishedAt, draft: status === 'draft' ? content : null,
      revisions: revisions.map((revision) => ({ number: revision.number, at: revision.at, cause: revision.cause, digest: revision.digest, content: this.filings.openRevision(revision) })),
      requests: await this.corrections.requestsOf(tx, id, content, actor, providerNames),
      corrections: await this.corrections.correctionsOf(tx, id, content, actor),
      decisions: (await this.review.viewsOf(tx, id, content)).map((decision) => ({ ...decision, ...inEnglish('byEn', decision.by) })),
      history: await this.history.viewsOf(tx, id),
      papers: (await this.papers.listOf(tx, id)).map(({ purpose, about, ...paper }) => ({ purpose, about, ...paperView({ purpose, about, ...paper }) })),
      earlierPapers: (await this.papers.earlierOf(tx, id)).map(({ gone, purpose, about, ...paper }) => ({ purpose, about, paper: paperView({ purpose, about, ...paper }), gone: goneView(gone) })),
      ...(await this.changedBy(tx, record)),
    }
  }

  /** Masked, as it was shown: in clear it stands in the versions before. */
  private async changedBy(tx: EntityManager, record: FilingRecord): Promise<Pick<OwnFiling, 'comparedWith' | 'differences' | 'standing'>> {
    const changes = await this.changes.of(tx, record)
    return { comparedWith: changes.with, differences: changesShown(changes.fields, record.filing.content, await this.ruleData.names(tx)), standing: [...changes.services] }
  }

  /** Removes every draft; answers how many there were. One that is being finished at this moment is no draft any more when its turn comes, and stays. */
  async discardDrafts(tx: EntityManager, actor: Extract<Actor, { role: 'owner' }>): Promise<number> {
    const drafts = (await this.standingOf(tx, actor.accountId)).filter(({ status }) => status === 'draft')
    let removed = 0
    for (const { id } of drafts) {
      const { affected } = await tx.delete(FilingEntity, { id, status: 'draft' })
      if (affected !== 1) continue
      removed++
      await this.audit.append(tx, { actor, action: 'filing.discard', filingId: id, objectType: 'filing', objectId: id })
    }
    return removed
  }
}
