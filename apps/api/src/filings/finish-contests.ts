import { type Actor, blocking, conflictRules, type FilingContent, type Finding, Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { Clock } from '../platform/clock.js'
import { type Limit, Limits } from '../platform/limits.js'
import { statement } from '../platform/statement.js'
import { domainKeyOf } from '../register/subject-key.api.js'
import type { FilingRecord } from './filing-record.js'

/** Far above what an honest filing needs; somebody who asks for others' filings by handing in his own comes to its end. */
export const contestLimits: readonly Limit[] = [
  { name: 'filings-contest-hour', points: 10, seconds: 3600 },
  { name: 'filings-contest-day', points: 30, seconds: 86_400 },
]

const overDomains = [conflictRules['domain-filed'], conflictRules['domain-running']].map(({ rule }) => rule.id)
const contests = [...overDomains, conflictRules['subject-filed'].rule.id, conflictRules['home-page'].rule.id, conflictRules['subject-blacklisted'].rule.id]

/** A finish that is kept back by what others have: it is written down, so that the administration that mediates sees both sides, and it is counted. */
@Injectable()
export class FinishContests {
  constructor(
    private readonly audit: AuditApi,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** Refuses (rate-limited) whoever has been told of others' claims too often. */
  async check(accountId: string): Promise<void> {
    for (const limit of contestLimits) await this.limits.check(limit, accountId)
  }

  /** Whether the content itself could be handed in. */
  onlyContests(findings: readonly Finding[]): boolean {
    return blocking(findings).every(({ rule }) => contests.includes(rule))
  }

  /** Whether nothing but the claims of others stands in the way of the finish; then all that the transaction writes is that it was tried. */
  async note(tx: EntityManager, actor: Actor, { row }: FilingRecord, content: FilingContent, findings: readonly Finding[]): Promise<boolean> {
    const blocks = blocking(findings)
    if (blocks.length === 0 || content.form !== 'registration' || !this.onlyContests(blocks)) return false
    const paths = blocks.filter(({ rule }) => overDomains.includes(rule)).map(({ path }) => path)
    const domains = content.services.filter((service) => paths.includes(`services.${service.id}.domain`)).map((service) => domainKeyOf(service.domain))
    await statement(tx, 'UPDATE filings SET contested_domains = $2, contested_at = $3, contested_version = version WHERE id = $1', [row.id, domains, this.clock.now()])
    await this.audit.append(tx, { actor, action: 'filing.contest', filingId: row.id, objectType: 'filing', objectId: row.id, detail: { rules: [...new Set(blocks.map(({ rule }) => rule))] } })
    return true
  }

  /** Counted as a finish is: an answer to this tells as much. */
  async count(accountId: string): Promise<void> {
    for (const limit of contestLimits) await this.limits.take(limit, accountId)
  }

  /** Whether a finish was kept back of the draft as it stands now: then its owner has been told of what a finish tells, and of no more. */
  async wasKeptBack(tx: EntityManager, { row }: FilingRecord): Promise<boolean> {
    const { rows } = await statement(tx, 'SELECT FROM filings WHERE id = $1 AND contested_version = version', [row.id])
    return rows.length > 0
  }

  /** Counted before it is told: whoever has asked too often learns when to try again, and nothing else. */
  async refusal(accountId: string, findings: readonly Finding[]): Promise<Refusal> {
    await this.count(accountId)
    return new Refusal('invalid', 'blocking-findings', {
      zh: '与其他备案有冲突，不能提交；请按各项提示处理，域名和主体的冲突可以请管局协调。',
      en: 'It is in conflict with another filing and cannot be finished; see what to do at each field. Over a domain or the subject you can ask the administration to settle it.',
    }, { findings })
  }
}
