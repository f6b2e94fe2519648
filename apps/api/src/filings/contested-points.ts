import { type Actor, blocking, mediatedRules, type MediationOver, normaliseContent, Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { domainKeyOf } from '../register/subject-key.api.js'
import { DraftKeeper } from './draft-keeper.js'
import { FilingFindings } from './filing-findings.js'
import { FilingSteps } from './filing-steps.js'
import { FinishContests } from './finish-contests.js'

export interface ContestedPoint {
  readonly rule: string
  readonly over: MediationOver
  /** A-labels in lower case; null where the subject is wanted. */
  readonly domain: string | null
  readonly province: string
}

/** What keeps a draft back that others have. Its owner can name nothing here: all is taken from the draft as it is stored. */
@Injectable()
export class ContestedPoints {
  constructor(
    private readonly steps: FilingSteps,
    private readonly drafts: DraftKeeper,
    private readonly findings: FilingFindings,
    private readonly contests: FinishContests,
  ) {}

  check(accountId: string): Promise<void> {
    return this.contests.check(accountId)
  }

  count(accountId: string): Promise<void> {
    return this.contests.count(accountId)
  }

  /**
   * Locks the draft. Whatever only a finish tells is told here only of a draft that a finish was refused of and that has not changed since. Refuses (conflict)
   * where nothing at the field can be settled, and (invalid) a draft that something else keeps back as well.
   */
  async at(tx: EntityManager, actor: Actor, id: string, version: number, path: string): Promise<ContestedPoint> {
    const record = await this.steps.open(tx, actor, id, 'finish', version)
    const { kind, content: typed } = record.filing
    if (typed.form !== 'registration') throw notContested()
    const { content } = await this.drafts.prepare(tx, record.filing, normaliseContent(typed))
    const told = (await this.contests.wasKeptBack(tx, record)) ? 'finish' : 'typing'
    const findings = await this.findings.of(tx, { id, kind, content, isDraft: true, told })
    const found = findings.find((finding) => finding.path === path && mediatedRules.includes(finding.rule))
    if (!found || content.form !== 'registration') throw notContested()
    if (!this.contests.onlyContests(findings)) throw unfinished(blocking(findings))
    const service = content.services.find((one) => path === `services.${one.id}.domain`)
    return { rule: found.rule, over: service ? 'domain' : 'subject', domain: service ? domainKeyOf(service.domain) : null, province: content.subject.province }
  }
}

export const notContested = () => new Refusal('conflict', 'not-contested', {
  zh: '该项没有可以请管局协调的冲突。提交因冲突未成功后，请在修改草稿之前提出。', en: 'There is no conflict at this field that an administration could settle. When a finish was refused because of one, ask before you change the draft.',
})

const unfinished = (findings: ReturnType<typeof blocking>) => new Refusal('invalid', 'blocking-findings', {
  zh: '备案还有其他问题，改正后才能请管局协调。', en: 'Something else keeps the filing back as well. Mend that first; then the administration can be asked.',
}, { findings })
