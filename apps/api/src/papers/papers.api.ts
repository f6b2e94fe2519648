import { blocking, type FilingContent, type FilingKind, type Finding, missingPapers, paperRules, paperSlots, rulesInForce, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../platform/clock.js'
import { RuleDataApi } from '../rule-data/rule-data.api.js'
import { type HeldPaper, PapersRepository, paperView } from './papers.repository.js'

export { paperView }
export type { HeldPaper }

/** What filings may ask of their papers. */
@Injectable()
export class PapersApi {
  constructor(
    private readonly papers: PapersRepository,
    private readonly ruleData: RuleDataApi,
    private readonly clock: Clock,
  ) {}

  /** Without their bytes. */
  listOf(tx: EntityManager, filingId: string): Promise<HeldPaper[]> {
    return this.papers.listOf(tx, filingId)
  }

  /** Papers without which the filing is not handed in or passed: none, unless a province was published to ask it. What a provider brings holds up no finish. */
  async blocking(tx: EntityManager, { id, kind, content, isDraft }: { id: string; kind: FilingKind; content: FilingContent; isDraft: boolean }): Promise<Finding[]> {
    if (content.form !== 'registration') return []
    const data = rulesInForce(await this.ruleData.newest(tx), content.subject.province, shanghaiDay(this.clock.now()))
    if (data.weigh(paperRules.due) !== 'block') return []
    const slots = paperSlots(content, kind, data).filter(({ providerId }) => !isDraft || providerId === null)
    return blocking(missingPapers(slots, await this.papers.listOf(tx, id), data))
  }
}
