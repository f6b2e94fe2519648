import type { CorrectionView, RequestView } from '@icp/contract'
import { type Actor, type FilingContent, type Finding, normaliseContent, Refusal, subjectHasOpenFiling } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { Parsed } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { Sealing } from '../platform/sealing.js'
import { findDatabaseFault } from '../platform/sqlstate.js'
import { Transactions } from '../platform/transaction.service.js'
import { changedAnswer } from './changed-answer.js'
import { contentFor } from './content-for-reader.js'
import { CorrectionViews } from './correction-views.js'
import { FilingFindings } from './filing-findings.js'
import { columnsOf, type FilingRecord } from './filing-record.js'
import { FilingSteps } from './filing-steps.js'
import { OpenFilings } from './open-filings.js'
import { restoreHidden } from './restore-hidden.js'

/** The only way in which a finished filing is changed: someone names the fields, the provider changes those, the owner sees both. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: FilingSteps,
    private readonly views: CorrectionViews,
    private readonly open: OpenFilings,
    private readonly findings: FilingFindings,
    private readonly sealing: Sealing,
  ) {}

  request(actor: Actor, id: string, body: Parsed<'openCorrectionRequest'>['body'], once: Once | null): Promise<RequestView> {
    const { version, fields, reason, providerId } = body
    return this.transactions.write(once, async (tx) => {
      const record = await this.steps.open(tx, actor, id, 'open-correction-request', version)
      const requestId = randomUUID()
      const command = { type: 'open-correction-request' as const, requestId, fields, reason, ...(providerId ? { providerId } : {}) }
      await this.steps.take(tx, record, command, actor, { note: reason })
      const requests = await this.views.requestsOf(tx, id, record.filing.content, actor, namesOf(record))
      return requests.find((request) => request.id === requestId) as RequestView
    })
  }

  decline(actor: Actor, id: string, requestId: string, { version, answer }: Parsed<'declineCorrectionRequest'>['body'], once: Once | null) {
    return this.transactions.write(once, async (tx) => {
      const record = await this.steps.open(tx, actor, id, 'decline-correction-request', version)
      return changedAnswer(await this.steps.take(tx, record, { type: 'decline-correction-request', requestId, answer }, actor, { note: answer }))
    })
  }

  /**
   * `content` is the whole filing as the provider was shown it, with its changes; what was hidden from it stays as it is. Refuses (invalid, with findings)
   * a certificate number or domain that is new in it and that another filing or the register holds.
   */
  correct(actor: Actor, id: string, body: Parsed<'correctFiling'>['body'], once: Once | null): Promise<CorrectionView> {
    const { version, requestId, reason, content: sent } = body
    return this.transactions.write(once, async (tx) => {
      const record = await this.steps.open(tx, actor, id, 'correct', version)
      const before = record.filing.content
      const meant = restoreHidden(before, contentFor(before, record.filing, actor), sent)
      // Put right as at finish, but never so that a field which nobody touched becomes a change.
      const content = restoreHidden(before, normaliseContent(before), normaliseContent(meant))
      await this.reserve(tx, record, content)
      const { revision } = await this.steps.take(tx, record, { type: 'correct', requestId, content, reason }, actor, { note: reason }).catch(translated)
      await this.requireFree(tx, record, content)
      return this.latest(tx, id, revision, record, actor)
    })
  }

  /** As at finish: of several who come to claim one subject or one domain at the same moment, the later ones see the first. */
  private async reserve(tx: EntityManager, { row }: FilingRecord, content: FilingContent): Promise<void> {
    const { subjectKey, domainKeys } = columnsOf(this.sealing, content)
    if (content.form === 'registration' && subjectKey) await this.open.reserve(tx, [subjectKey], domainKeys.filter((key) => !row.domainKeys.includes(key)))
  }

  /** Asked after the life cycle has let the change through, so that nobody learns of other filings by changes that he may not make. */
  private async requireFree(tx: EntityManager, { row, filing }: FilingRecord, content: FilingContent): Promise<void> {
    if (content.form !== 'registration') return
    const findings = await this.findings.ofClaims(tx, { id: row.id, kind: filing.kind, content }, row)
    if (findings.length > 0) throw heldByOthers(findings)
  }

  private async latest(tx: EntityManager, id: string, revision: number, record: FilingRecord, actor: Actor): Promise<CorrectionView> {
    const corrections = await this.views.correctionsOf(tx, id, record.filing.content, actor)
    return corrections.find((correction) => correction.revision === revision) as CorrectionView
  }
}

const namesOf = ({ row }: FilingRecord) => new Map(row.summary.providers.map(({ id, name }) => [id, name]))

const heldByOthers = (findings: readonly Finding[]): Refusal =>
  new Refusal('invalid', 'findings', { zh: '更正后的内容与其他备案冲突，请按提示核对。', en: 'What was corrected is in conflict with another filing. Check what is marked.' }, { findings })

/** The database's own word that another filing of the subject is on its way. */
const translated = (error: unknown): never => {
  throw findDatabaseFault(error)?.constraint === 'filings_one_open_per_subject' ? heldByOthers([subjectHasOpenFiling('subject.certificateNumber')]) : error
}
