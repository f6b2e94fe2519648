import { blocking, type FilingContent, type FilingKind, type Finding, missingPapers, paperRules, paperSlots } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { RuleDataApi } from '../rule-data/rule-data.api.js'
import { type GonePaper, goneView, type HeldPaper, PapersRepository, paperView } from './papers.repository.js'

export { goneView, paperView }
export type { HeldPaper }

interface Asked {
  readonly id: string
  readonly kind: FilingKind
  readonly content: FilingContent
  readonly isDraft: boolean
  readonly provider?: string | undefined
}

/** What filings may ask of their papers. */
@Injectable()
export class PapersApi {
  constructor(
    private readonly papers: PapersRepository,
    private readonly ruleData: RuleDataApi,
  ) {}

  /** Without their bytes. */
  listOf(tx: EntityManager, filingId: string): Promise<HeldPaper[]> {
    return this.papers.listOf(tx, filingId)
  }

  /** Kept although they were replaced or taken away; newest first, without their bytes. */
  earlierOf(tx: EntityManager, filingId: string): Promise<GonePaper[]> {
    return this.papers.earlierOf(tx, filingId)
  }

  /**
   * Papers without which the filing is not handed in or passed: none, unless a province was published to ask it. What a provider brings holds up no finish, and
   * no other provider. `provider`: who passes; left out = all of them.
   */
  async blocking(tx: EntityManager, { id, kind, content, isDraft, provider }: Asked): Promise<Finding[]> {
    if (content.form !== 'registration') return []
    const data = await this.ruleData.inForce(tx, content.subject.province)
    if (data.weigh(paperRules.due) !== 'block') return []
    const slots = paperSlots(content, kind, data).filter(({ providerId }) => providerId === null || (!isDraft && (provider === undefined || providerId === provider)))
    return blocking(missingPapers(slots, await this.papers.listOf(tx, id), data))
  }
}
