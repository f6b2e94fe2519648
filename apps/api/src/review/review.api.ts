import type { ReviewDecisionView } from '@icp/contract'
import { fieldLabel, type FilingContent, type ReturnFinding } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { digestOfDecision, digestOfOpinion, type RowDigests } from '../filings/row-digests.api.js'
import { Sealing } from '../platform/sealing.js'
import { ReviewDecisionEntity } from './review-decision.entity.js'

export interface NewDecision {
  readonly filingId: string
  readonly round: number
  readonly decision: ReviewDecisionEntity['decision']
  /** Null when the clock decided. */
  readonly byAccountId: string | null
  readonly byName: string
  readonly at: string
  readonly opinion: string
  readonly findings: readonly ReturnFinding[]
}

/** What was decided about filings, in order. Rows are never changed. */
@Injectable()
export class ReviewApi {
  constructor(private readonly sealing: Sealing) {}

  /** Answers by what the entry of the step names the decision. */
  async add(tx: EntityManager, { opinion, findings, ...decision }: NewDecision): Promise<Pick<RowDigests, 'decision' | 'opinion'>> {
    const id = randomUUID()
    await tx.insert(ReviewDecisionEntity, {
      id, ...decision, opinion: this.sealing.seal(place(id, 'opinion'), opinion), findings: this.sealing.seal(place(id, 'findings'), JSON.stringify(findings)),
    })
    return { decision: digestOfDecision(decision), opinion: digestOfOpinion(decision, opinion, findings) }
  }

  /** Fields are labelled by `content`, the filing as it stands. */
  async viewsOf(tx: EntityManager, filingId: string, content: FilingContent): Promise<ReviewDecisionView[]> {
    const rows = await tx.find(ReviewDecisionEntity, { where: { filingId }, order: { position: 'ASC' } })
    return rows.map((row) => {
      const findings = JSON.parse(this.sealing.open(place(row.id, 'findings'), row.findings)) as ReturnFinding[]
      return {
        at: row.at, round: row.round, decision: row.decision, by: row.byName, opinion: this.sealing.open(place(row.id, 'opinion'), row.opinion),
        findings: findings.map((finding) => ({ ...finding, label: fieldLabel(finding.path, content) })),
      }
    })
  }
}

const place = (id: string, column: string) => ({ table: 'review_decisions', column, row: id })
