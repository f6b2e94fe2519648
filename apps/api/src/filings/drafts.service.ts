import type { FilingView } from '@icp/contract'
import {
  type Actor, conflictingFilings, emptyRecord, type FilingContent, type FilingKind, isCancellation, lastServiceRefusal, mayRedraft, notFound, redraft,
  Refusal, requireDraft, servicesInForce, whatFalls,
} from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { AccountsApi } from '../accounts/accounts.api.js'
import { AuditApi } from '../audit/audit.api.js'
import type { Parsed } from '../http/serve.js'
import { Clock } from '../platform/clock.js'
import type { Once } from '../platform/once.js'
import { Sealing } from '../platform/sealing.js'
import { Transactions } from '../platform/transaction.service.js'
import { type HeldSubject, RegisterApi } from '../register/register.api.js'
import { DraftKeeper } from './draft-keeper.js'
import { FilingFindings } from './filing-findings.js'
import { FilingHistory } from './filing-history.js'
import { columnsOf, type FilingRecord } from './filing-record.js'
import { FilingSteps } from './filing-steps.js'
import { FilingViews } from './filing-view.js'
import { changedMeanwhile, FilingsRepository } from './filings.repository.js'
import { draftExistsRefusal, emptyContentOf, notRedraftable, openFilingRefusal, recordNotFound, requireOpenKind } from './new-draft.js'
import { isRunning, OpenFilings } from './open-filings.js'

type Wanted = Parsed<'createFiling'>['body']
type Owner = Extract<Actor, { role: 'owner' }>

/** Drafts: started, taken up again, saved while typing, thrown away. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly filings: FilingsRepository,
    private readonly drafts: DraftKeeper,
    private readonly open: OpenFilings,
    private readonly register: RegisterApi,
    private readonly findings: FilingFindings,
    private readonly views: FilingViews,
    private readonly steps: FilingSteps,
    private readonly history: FilingHistory,
    private readonly accounts: AccountsApi,
    private readonly audit: AuditApi,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Answers the running draft when there is one. Refuses (conflict) what another filing rules out, with its submission number. */
  create(actor: Actor, wanted: Wanted, once: Once | null): Promise<FilingView> {
    const owner = ownerOf(actor)
    requireOpenKind(wanted.kind)
    return this.transactions.write(once, async (tx) => {
      await this.accounts.requireAcceptances(tx, owner.accountId)
      await this.drafts.queueOf(tx, owner.accountId)
      const record = isCancellation(wanted.kind) ? await this.cancellation(tx, owner, wanted) : await this.registration(tx, owner, wanted)
      return this.views.of(tx, record, actor)
    })
  }

  private async registration(tx: EntityManager, owner: Owner, { kind, fromFilingId }: Wanted): Promise<FilingRecord> {
    const own = await this.drafts.ofOwner(tx, owner.accountId, kind)
    const running = own.find((row) => isRunning(row.status))
    if (running) throw openFilingRefusal(running.reference ?? '')
    const draft = own.find((row) => row.status === 'draft')
    if (draft && fromFilingId && draft.fromFilingId !== fromFilingId) throw draftExistsRefusal()
    if (draft) return this.resume(tx, owner, draft.id)
    const content = fromFilingId ? await this.redrafted(tx, owner, kind, fromFilingId) : emptyContentOf(kind, '', [])
    return this.insert(tx, owner, kind, content, fromFilingId ?? null)
  }

  private async cancellation(tx: EntityManager, owner: Owner, wanted: Wanted): Promise<FilingRecord> {
    const { kind, fromFilingId } = wanted
    const earlier = fromFilingId ? await this.redrafted(tx, owner, kind, fromFilingId) : undefined
    const asked = earlier?.form === 'cancellation' ? earlier
      : { subjectNumber: wanted.subjectNumber ?? '', serviceNumbers: kind === 'cancel-service' ? (wanted.serviceNumbers ?? []) : [] }
    const held = await this.ownRecord(tx, owner, asked.subjectNumber)
    requireCancellable(kind, held, asked.serviceNumbers)
    const known = await this.open.ofOwnSubject(tx, owner.accountId, held.certificateKey)
    const refusal = conflictingFilings(kind, await this.open.ofSubject(tx, held.certificateKey), asked.serviceNumbers)
    if (refusal) throw withReference(refusal, known.find((filing) => filing.status !== 'draft')?.reference)
    const draft = known.find((filing) => filing.status === 'draft' && filing.kind === kind)
    if (draft) return this.redirect(tx, owner, await this.get(tx, draft.id), held, asked.serviceNumbers)
    return this.insert(tx, owner, kind, earlier ?? emptyContentOf(kind, asked.subjectNumber, asked.serviceNumbers), fromFilingId ?? null, held)
  }

  private async resume(tx: EntityManager, owner: Owner, id: string): Promise<FilingRecord> {
    await this.noteResumed(tx, owner, id)
    return this.get(tx, id)
  }

  private noteResumed(tx: EntityManager, owner: Owner, id: string): Promise<void> {
    return this.audit.append(tx, { actor: owner, action: 'filing.resume', filingId: id, objectType: 'filing', objectId: id })
  }

  /** The running draft now cancels what was asked for last; reason and note stay. */
  private async redirect(tx: EntityManager, owner: Owner, record: FilingRecord, held: HeldSubject, serviceNumbers: readonly string[]): Promise<FilingRecord> {
    const { content } = record.filing
    await this.noteResumed(tx, owner, record.row.id)
    if (content.form !== 'cancellation' || content.serviceNumbers.join() === serviceNumbers.join()) return record
    const redirected = { ...content, serviceNumbers: [...serviceNumbers] }
    await this.filings.saveDraft(tx, record.row, redirected, columnsOf(this.sealing, redirected, held), this.clock.now())
    return this.get(tx, record.row.id)
  }

  private async redrafted(tx: EntityManager, owner: Owner, kind: FilingKind, fromFilingId: string): Promise<FilingContent> {
    const from = await this.filings.find(tx, fromFilingId)
    if (!from || from.filing.ownerAccountId !== owner.accountId || from.filing.kind !== kind) throw notFound()
    if (!mayRedraft(from.filing.status)) throw notRedraftable()
    return redraft(from.filing.content)
  }

  private async insert(
    tx: EntityManager, owner: Owner, kind: FilingKind, content: FilingContent, fromFilingId: string | null, held?: HeldSubject,
  ): Promise<FilingRecord> {
    const [id, now] = [randomUUID(), this.clock.now()]
    await this.filings.insertDraft(tx, { id, kind, ownerAccountId: owner.accountId, content, columns: columnsOf(this.sealing, content, held), fromFilingId, now })
    await this.audit.append(tx, { actor: owner, action: 'filing.create', filingId: id, objectType: 'filing', objectId: id, detail: { kind } })
    await this.history.add(tx, { filingId: id, at: now, action: 'create', role: 'owner', name: 'owner', status: 'draft', note: null })
    return this.get(tx, id)
  }

  /** Saves what is typed, however incomplete, and answers what the rules say about it. */
  save(actor: Actor, id: string, { version, content: typed }: Parsed<'saveDraft'>['body']) {
    return this.transactions.write(null, async (tx) => {
      const record = await this.filings.lock(tx, id)
      if (!record) throw notFound()
      requireDraft(record.filing, actor)
      await this.accounts.requireAcceptances(tx, ownerOf(actor).accountId)
      if (record.row.version !== version) throw changedMeanwhile()
      const { content, held } = await this.drafts.prepare(tx, record.filing, typed)
      const now = this.clock.now()
      const saved = await this.filings.saveDraft(tx, record.row, content, columnsOf(this.sealing, content, held), now)
      const findings = await this.findings.of(tx, { id, kind: record.filing.kind, content, isDraft: true })
      return { version: saved, savedAt: now, findings }
    })
  }

  discard(actor: Actor, id: string, version: number, once: Once | null): Promise<void> {
    return this.transactions.write(once, async (tx) => {
      const record = await this.steps.open(tx, actor, id, 'discard', version)
      await this.steps.take(tx, record, { type: 'discard' }, actor)
    })
  }

  private async ownRecord(tx: EntityManager, owner: Owner, subjectNumber: string): Promise<HeldSubject> {
    const held = await this.register.find(tx, subjectNumber)
    if (!held || held.ownerAccountId !== owner.accountId || held.record.subject.state !== 'in-force') throw recordNotFound()
    return held
  }

  private async get(tx: EntityManager, id: string): Promise<FilingRecord> {
    const record = await this.filings.find(tx, id)
    if (!record) throw notFound()
    return record
  }
}

const ownerOf = (actor: Actor): Owner => {
  if (actor.role !== 'owner') throw notFound()
  return actor
}

const requireCancellable = (kind: FilingKind, held: HeldSubject, serviceNumbers: readonly string[]): void => {
  if (kind !== 'cancel-service') return
  const known = new Set(servicesInForce(held.record ?? emptyRecord).map((service) => service.number))
  if (serviceNumbers.some((number) => !known.has(number))) throw recordNotFound()
  if (whatFalls(kind, held.record, serviceNumbers).leavesHollowSubject) throw lastServiceRefusal()
}

const withReference = ({ code, text }: Refusal, reference: string | null | undefined): Refusal =>
  reference ? new Refusal('conflict', code, { zh: `${text.zh}（${reference}）`, en: `${text.en} (${reference})` }) : new Refusal('conflict', code, text)
