import type { AnswerOf, ConflictRow } from '@icp/contract'
import { type Actor, type ConflictKind, conflictRules, contentForMediator, type FilingContent, type FilingKind, isRelated, notFound, type RegisterRecord, type RegisterSubject, startingContent } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { FilingsApi, type FilingRecord } from '../filings/filings.api.js'
import { actAs } from '../platform/acting.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { RegisterApi } from '../register/register.api.js'
import { domainKeyOf } from '../register/subject-key.api.js'

type Over = ConflictRow['over']
type Reviewer = Extract<Actor, { role: 'reviewer' }>

interface Met {
  readonly over: Over
  readonly path: string
  readonly otherPath: string
  readonly is: ConflictRow['other']['is']
  readonly id: string | null
  readonly number: string | null
  readonly status: string
  readonly subjectName: string
  readonly province: string
  readonly since: string
}

const parties = `
  SELECT kind AS over, path, other_path AS "otherPath", party AS is, party_id AS id, number, status, subject_name AS "subjectName", province, since
    FROM conflict_parties($1) ORDER BY since, party DESC, kind, path, party_id LIMIT 200`

const kindOf = (over: Over, is: Met['is']): ConflictKind => {
  switch (over) {
    case 'domain': return is === 'record' ? 'domain-filed' : 'domain-running'
    case 'subject': return 'subject-filed'
    case 'address': return 'address-shared'
    case 'person': return 'person-contacts'
    default: return over
  }
}

/** Both sides of a conflict, for the administration that has one of them (icp-filing.md §9 no 8). What is read of others is written down. */
@Injectable()
export class ConflictPartiesReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly filings: FilingsApi,
    private readonly register: RegisterApi,
    private readonly audit: AuditApi,
  ) {}

  list(actor: Actor, id: string): Promise<AnswerOf<'listConflicts'>> {
    return this.transactions.write(null, async (tx) => {
      const own = await this.own(tx, actor, id)
      const rows = await this.rows(tx, own)
      const seen = rows.flatMap(({ other }) => (other.id === null ? [] : [`${other.is === 'record' ? 'register-subject' : 'filing'}:${other.id}`]))
      await this.audit.noteRead(tx, { actor, action: 'filing.open-conflicts', objects: [`filing:${id}`, ...new Set(seen)], detail: {} })
      return { rows }
    })
  }

  /** Refuses (not-found) what is in no conflict with the filing now, in the same words as what does not exist. */
  async party(actor: Actor, id: string, partyId: string): Promise<AnswerOf<'getConflictParty'>> {
    if (actor.role !== 'reviewer') throw notFound()
    const rows = await this.transactions.write(null, async (tx) => (await this.rows(tx, await this.own(tx, actor, id))).filter(({ other }) => other.id === partyId))
    const side = rows[0]?.other
    if (!side?.id) throw notFound()
    return this.asMediator(actor, id, async (tx) => {
      const { kind, content } = side.is === 'filing' ? await this.otherFiling(tx, partyId) : await this.otherRecord(tx, side.number ?? '')
      await this.audit.noteRead(tx, { actor, action: 'filing.open-other-side', objects: [`${side.is === 'record' ? 'register-subject' : 'filing'}:${partyId}`], detail: { because: id } })
      return { side: { ...side, id: partyId }, kind, content: contentForMediator(content), rows }
    })
  }

  /** The database shows the other side to whoever mediates for a filing, and no longer than the two are in conflict. */
  private asMediator<Result>({ province }: Reviewer, filing: string, read: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    return actAs({ role: 'mediator', province, filing }, () => this.transactions.write(null, read))
  }

  private async own(tx: EntityManager, actor: Actor, id: string): Promise<FilingRecord> {
    const record = await this.filings.find(tx, id)
    if (!record || !isRelated(record.filing, actor)) throw notFound()
    return record
  }

  private async rows(tx: EntityManager, { filing }: FilingRecord): Promise<ConflictRow[]> {
    const { rows } = await statement<Met>(tx, parties, [filing.id])
    return rows.map(({ over, path, otherPath, ...other }) => {
      const { id, severity } = conflictRules[kindOf(over, other.is)].rule
      const first = cameFirst(filing.finishedAt, other) ? 'own' : 'other'
      return { over, rule: id, severity, path: pathOf(filing.content, over, path), otherPath, first, other }
    })
  }

  private async otherFiling(tx: EntityManager, id: string): Promise<{ kind: FilingKind; content: FilingContent }> {
    const record = await this.filings.find(tx, id)
    if (!record) throw notFound()
    return { kind: record.filing.kind, content: record.filing.content }
  }

  private async otherRecord(tx: EntityManager, number: string): Promise<{ kind: null; content: FilingContent }> {
    const held = await this.register.find(tx, number)
    if (!held) throw notFound()
    return { kind: null, content: startingContent('change', held.record as RegisterRecord & { subject: RegisterSubject }) }
  }
}

/** At one instant what is in force was first. */
const cameFirst = (finishedAt: string | null, { is, since }: Pick<Met, 'is' | 'since'>): boolean => finishedAt !== null && (is === 'record' ? finishedAt < since : finishedAt <= since)

/** Where the field is; of a domain the database knows only what it says. */
const pathOf = (content: FilingContent, over: Over, path: string): string => {
  if (over === 'subject') return 'subject.certificateNumber'
  if (over !== 'domain' || content.form === 'cancellation') return path
  const service = content.services.find(({ domain }) => domainKeyOf(domain) === path)
  return service ? `services.${service.id}.domain` : ''
}
