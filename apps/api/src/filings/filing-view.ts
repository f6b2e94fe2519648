import type { FilingRow, FilingView, HistoryEvent } from '@icp/contract'
import { type Actor, correctableFields, dueOf, type Filing, type Finding, isFinal, mayCorrect, permittedActions, redoOf, type WorkingCalendar } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { WorkingDaysApi } from '../administration/working-days/working-days.api.js'
import { ConfirmationsApi } from '../confirmations/confirmations.api.js'
import { Clock } from '../platform/clock.js'
import { ReviewApi } from '../review/review.api.js'
import { RuleDataApi } from '../rule-data/rule-data.api.js'
import { inEnglish } from './actor-name.js'
import { contentFor, maySeeValueAt } from './content-for-reader.js'
import { CorrectionViews } from './correction-views.js'
import { changesShown } from './field-changes.js'
import type { FilingEntity } from './filing.entity.js'
import { FilingChanges } from './filing-changes.js'
import { FilingFindings } from './filing-findings.js'
import { FilingHistory } from './filing-history.js'
import type { FilingRecord } from './filing-record.js'
import { asGiver, asReceiver, ReceivingViews, receives, rowFor } from './receiving-views.js'
import { FilingsRepository } from './filings.repository.js'

/** The row of a list, from the filing's own columns. `providers` of a draft are those that it has chosen so far. */
export const rowOf = (row: FilingEntity, filing: Filing, now: string, calendar: WorkingCalendar): FilingRow => {
  const { id, reference, kind, status, version, subjectName, province, summary, savedAt, finishedAt, statusSince } = row
  const stateOf = new Map(filing.passes.map((pass) => [pass.providerId, pass.state]))
  return {
    id, reference, kind, status, version, subjectName, province, savedAt, finishedAt, statusSince, services: summary.services,
    providers: summary.providers.map((provider) => ({ ...provider, state: stateOf.get(provider.id) ?? 'waiting' })),
    openRequests: filing.requests.filter((request) => request.state === 'open').length,
    due: dueOf(filing, now, calendar),
    ...applicantOf(row),
    ...(row.urgedAt && row.urgedAt > statusSince && !isFinal(status) ? { urgedAt: row.urgedAt } : {}),
  }
}

const applicantOf = ({ applicantProviderId, summary }: FilingEntity): Pick<FilingRow, 'applicant'> => {
  const applicant = summary.providers.find(({ id }) => id === applicantProviderId)
  return applicant ? { applicant } : {}
}

/** A filing as its reader may see it. Whether the reader may see it at all is judged before. */
@Injectable()
export class FilingViews {
  constructor(
    private readonly filings: FilingsRepository,
    private readonly findings: FilingFindings,
    private readonly changes: FilingChanges,
    private readonly corrections: CorrectionViews,
    private readonly confirmations: ConfirmationsApi,
    private readonly review: ReviewApi,
    private readonly history: FilingHistory,
    private readonly receiving: ReceivingViews,
    private readonly workingDays: WorkingDaysApi,
    private readonly clock: Clock,
    private readonly ruleData: RuleDataApi,
  ) {}

  async of(tx: EntityManager, record: FilingRecord, actor: Actor): Promise<FilingView> {
    const { row, filing } = record
    const { id, content } = filing
    const now = this.clock.now()
    const providerNames = new Map(row.summary.providers.map((provider) => [provider.id, provider.name]))
    const revisions = await this.filings.listRevisions(tx, id)
    const findings = [...await this.findings.ofRecord(tx, record, actor), ...(receives(filing, actor) ? await this.findings.toldToReceiver(tx, record) : [])]
    const changes = await this.changes.of(tx, record)
    const history = await this.history.viewsOf(tx, id)
    const view: FilingView = {
      ...rowFor(rowOf(row, filing, now, await this.workingDays.calendar(tx)), filing, actor),
      content: contentFor(content, filing, actor),
      comparedWith: changes.with,
      differences: changesShown(changes.fields.filter(({ path }) => maySeeValueAt(content, path, actor)), content, await this.ruleData.names(tx)),
      standing: [...changes.services],
      revision: row.revision,
      revisions: revisions.map(({ number, at, cause, digest }) => ({ number, at, cause, digest })),
      findings: findings.filter((finding) => maySeeValueAt(content, finding.path, actor)),
      ...(await this.redoOf(tx, record, findings)),
      requests: await this.corrections.requestsOf(tx, id, content, actor, providerNames),
      corrections: await this.corrections.correctionsOf(tx, id, content, actor),
      confirmations: row.round === 0 ? [] : await this.confirmations.viewsOf(tx, id, row.round, actor.role === 'owner'),
      decisions: (await this.review.viewsOf(tx, id, content)).map((decision) => ({ ...decision, ...inEnglish('byEn', decision.by) })),
      ...(history.some(({ action }) => action === 'end-with-record') ? { endedWithRecord: true } : {}),
      history: history.map((event) => withoutQuotes(event, actor)),
      actions: permittedActions(filing, actor, now),
      correctable: correctableOf(filing, actor),
      refusedFrom: row.fromFilingId,
      result: row.result,
      ...(await this.receiving.of(tx, filing)),
    }
    if (receives(filing, actor)) return asReceiver(view)
    return actor.role === 'owner' ? asGiver(view) : view
  }

  /** Of a draft: what other rules, or the time that passed, ask for since its last save. */
  private async redoOf(tx: EntityManager, { row }: FilingRecord, findings: readonly Finding[]): Promise<Pick<FilingView, 'redo'>> {
    const redo = row.status === 'draft' ? redoOf(row.draftCheck, findings, await this.findings.rulesNow(tx)) : null
    return redo ? { redo: { ...redo, findings: [...redo.findings] } } : {}
  }
}

const correctableOf = (filing: Filing, actor: Actor): string[] =>
  actor.role !== 'provider' || isFinal(filing.status) ? []
    : correctableFields(filing.content, filing.kind).map((field) => field.path).filter((path) => mayCorrect(filing, actor.providerId, path))

const quoting: readonly HistoryEvent['action'][] = ['open-correction-request', 'decline-correction-request', 'correct']

/** What was said about a correction may quote a field that another provider serves; its own it finds with the request. */
const withoutQuotes = (event: HistoryEvent, actor: Actor): HistoryEvent =>
  actor.role === 'provider' && quoting.includes(event.action) ? { ...event, note: null } : event
