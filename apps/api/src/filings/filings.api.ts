import type { Actor, Command, Filing, FilingAction, FilingContent, Finding } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { type ContestedPoint, ContestedPoints } from './contested-points.js'
import { CorrectionViews } from './correction-views.js'
import { FieldReader, type ReadField } from './field-reader.js'
import { FilingEntity, type FilingResult } from './filing.entity.js'
import { FilingFindings } from './filing-findings.js'
import type { FilingRecord } from './filing-record.js'
import { type Circumstances, FilingSteps, type Taken } from './filing-steps.js'
import { FilingsRepository } from './filings.repository.js'
import { OwnFilings } from './own-filings.js'
import { OpenFilings, type RunningFiling } from './open-filings.js'
import { type PaperAct, PaperMoves } from './paper-moves.js'
import type { RowDigests } from './row-digests.api.js'
import { type RunningClocks, type RunningContent, RunningContents, type RunningPage } from './running-contents.js'
import { StaleDrafts } from './stale-drafts.js'

export { notContested } from './contested-points.js'
export type { ContestedPoint, FilingRecord, FilingResult, RunningClocks, RunningContent }

/** What review, confirmations and register may ask of filings. */
@Injectable()
export class FilingsApi {
  constructor(
    private readonly filings: FilingsRepository,
    private readonly steps: FilingSteps,
    private readonly findings: FilingFindings,
    private readonly corrections: CorrectionViews,
    private readonly openFilings: OpenFilings,
    private readonly fields: FieldReader,
    private readonly own: OwnFilings,
    private readonly stale: StaleDrafts,
    private readonly running: RunningContents,
    private readonly contested: ContestedPoints,
    private readonly papers: PaperMoves,
  ) {}

  /** Locks the filing for a step; refuses whatever the life cycle rules out, or (conflict) a version other than the one `seen`. */
  open(tx: EntityManager, actor: Actor, id: string, action: FilingAction, seen?: number): Promise<FilingRecord> {
    return this.steps.open(tx, actor, id, action, seen)
  }

  /** Decides and writes all that follows, except the register's part of an approval. */
  take(tx: EntityManager, before: FilingRecord, command: Command, actor: Actor, given?: Circumstances): Promise<Taken> {
    return this.steps.take(tx, before, command, actor, given)
  }

  /** What of a draft is in conflict with others at a field, as far as its owner has been told of it. */
  contestedPoint(tx: EntityManager, actor: Actor, id: string, version: number, path: string): Promise<ContestedPoint> {
    return this.contested.at(tx, actor, id, version, path)
  }

  /** Refuses (rate-limited) whoever has asked about others' claims too often, by finishing or otherwise; counts nothing. */
  checkContests(accountId: string): Promise<void> {
    return this.contested.check(accountId)
  }

  /** Counts one more; refuses as `checkContests`. */
  countContest(accountId: string): Promise<void> {
    return this.contested.count(accountId)
  }

  find(tx: EntityManager, id: string): Promise<FilingRecord | undefined> {
    return this.filings.find(tx, id)
  }

  lock(tx: EntityManager, id: string): Promise<FilingRecord | undefined> {
    return this.filings.lock(tx, id)
  }

  /** What a changed paper of the owner's makes of a locked filing, written down with a line in its history. */
  moveForPaper(tx: EntityManager, before: FilingRecord, next: Filing, act: PaperAct): Promise<RowDigests> {
    return this.papers.move(tx, before, next, act)
  }

  findingsOf(tx: EntityManager, record: FilingRecord): Promise<Finding[]> {
    return this.findings.ofRecord(tx, record)
  }

  /** What an approval gave: numbers and certificate. */
  setResult(tx: EntityManager, id: string, result: FilingResult): Promise<void> {
    return this.filings.setResult(tx, id, result)
  }

  /** One masked value of a finished filing in clear. Whoever calls it writes down who read it, and why. */
  readField(tx: EntityManager, actor: Actor, id: string, path: string, revision: number | undefined): Promise<ReadField> {
    return this.fields.read(tx, actor, id, path, revision)
  }

  /** Corrections as a responsible person may see them: personal data masked. */
  correctionsForPerson(tx: EntityManager, id: string, content: FilingContent, confirmationId: string) {
    return this.corrections.correctionsOf(tx, id, content, { role: 'responsible-person', confirmationId })
  }

  /** Until the transaction ends nobody finishes a filing of this subject (keyed index of its certificate), so that what is asked of its filings stays true. */
  reserveSubject(tx: EntityManager, subjectKey: string): Promise<void> {
    return this.openFilings.reserve(tx, [subjectKey], [])
  }

  /** What is on its way about a subject, as far as whoever acts may see it; with `lock` nobody takes a step of it until the transaction ends. */
  async runningAbout(tx: EntityManager, subjectKey: string, lock = false): Promise<FilingRecord[]> {
    const found: FilingRecord[] = []
    for (const id of await this.openFilings.idsAbout(tx, subjectKey)) {
      const record = lock ? await this.filings.lock(tx, id) : await this.filings.find(tx, id)
      if (record) found.push(record)
    }
    return found
  }

  /** The owner's finished and not ended filings about a subject (keyed index of its certificate). */
  async runningOfOwner(tx: EntityManager, ownerAccountId: string, subjectKey: string): Promise<RunningFiling[]> {
    return (await this.openFilings.ofOwnSubject(tx, ownerAccountId, subjectKey)).filter((filing) => filing.status !== 'draft')
  }

  /** Every filing of an owner, drafts too, by where it stands. */
  standingOfOwner(tx: EntityManager, ownerAccountId: string) {
    return this.own.standingOf(tx, ownerAccountId)
  }

  /** Everything that is kept of an owner's filings, in clear: for nobody but the owner. */
  dataOfOwner(tx: EntityManager, actor: Extract<Actor, { role: 'owner' }>) {
    return this.own.dataOf(tx, actor)
  }

  /** Filings of others in which the owner is to receive a website. */
  receivedByOwner(tx: EntityManager, actor: Extract<Actor, { role: 'owner' }>) {
    return this.own.receivedOf(tx, actor)
  }

  /** Removes the owner's drafts; answers how many. */
  discardDraftsOfOwner(tx: EntityManager, actor: Extract<Actor, { role: 'owner' }>): Promise<number> {
    return this.own.discardDrafts(tx, actor)
  }

  /** Drafts that nobody has touched for half a year go, and their owners are reminded two weeks before. */
  async removeStaleDrafts(tx: EntityManager): Promise<void> {
    await this.stale.remove(tx)
    await this.stale.remind(tx)
  }

  /** A page of drafts and filings that are not ended, opened. Whoever calls it keeps nothing of what they hold. */
  runningContents(tx: EntityManager, page: RunningPage): Promise<RunningContent[]> {
    return this.running.page(tx, page)
  }

  /** The clocks of working days that run now, counted by kind, status and the day of their start. */
  runningClocks(tx: EntityManager): Promise<RunningClocks[]> {
    return this.running.clocks(tx)
  }

  countRunning(tx: EntityManager, province: string): Promise<number> {
    return this.running.count(tx, province)
  }

  async idsAwaitingConfirmation(tx: EntityManager): Promise<string[]> {
    const rows = await tx.find(FilingEntity, { where: { status: In(['awaiting-confirmation']) }, select: { id: true } })
    return rows.map((row) => row.id)
  }
}
