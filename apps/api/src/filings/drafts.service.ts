import type { FilingView } from '@icp/contract'
import { type Actor, checkedAgain, emptyRegistration, type Filing, type FilingContent, notFound, requireDraft } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AccountsApi } from '../accounts/accounts.api.js'
import type { Parsed } from '../http/serve.js'
import { changedMeanwhile } from '../platform/changed-meanwhile.js'
import { Clock } from '../platform/clock.js'
import type { Once } from '../platform/once.js'
import { Sealing } from '../platform/sealing.js'
import { Transactions } from '../platform/transaction.service.js'
import { DraftKeeper, type Owner } from './draft-keeper.js'
import { FilingFindings } from './filing-findings.js'
import { columnsOf, type FilingRecord } from './filing-record.js'
import { FilingSteps } from './filing-steps.js'
import { FilingViews } from './filing-view.js'
import { FilingsRepository } from './filings.repository.js'
import { draftExistsRefusal, openFilingRefusal } from './new-draft.js'
import { isRunning } from './open-filings.js'
import { RecordDrafts } from './record-drafts.js'

type Wanted = Parsed<'createFiling'>['body']

/** Drafts: started, taken up again, saved while typing, thrown away. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly filings: FilingsRepository,
    private readonly drafts: DraftKeeper,
    private readonly onRecord: RecordDrafts,
    private readonly findings: FilingFindings,
    private readonly views: FilingViews,
    private readonly steps: FilingSteps,
    private readonly accounts: AccountsApi,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Answers the running draft when there is one. Refuses (conflict) what another filing rules out, with its submission number. */
  create(actor: Actor, wanted: Wanted, once: Once | null): Promise<FilingView> {
    const owner = ownerOf(actor)
    return this.transactions.write(once, async (tx) => {
      await this.accounts.requireAcceptances(tx, owner.accountId)
      await this.drafts.queueOf(tx, owner.accountId)
      const record = wanted.kind === 'new-subject' ? await this.first(tx, owner, wanted) : await this.onRecord.start(tx, owner, wanted)
      return this.views.of(tx, record, actor)
    })
  }

  /** A first filing. */
  private async first(tx: EntityManager, owner: Owner, { kind, fromFilingId }: Wanted): Promise<FilingRecord> {
    const own = await this.drafts.ofOwner(tx, owner.accountId, kind)
    const running = own.find((row) => isRunning(row.status))
    if (running) throw openFilingRefusal(running.reference ?? '')
    const draft = own.find((row) => row.status === 'draft')
    if (draft && fromFilingId && draft.fromFilingId !== fromFilingId) throw draftExistsRefusal()
    if (draft) return this.drafts.resume(tx, owner, draft.id)
    const content = fromFilingId ? await this.drafts.redrafted(tx, owner, kind, fromFilingId) : emptyRegistration()
    return this.drafts.insert(tx, { owner, kind, content, fromFilingId: fromFilingId ?? null })
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
      const findings = await this.judged(tx, record.filing, content)
      const { draftCheck: last } = record.row
      const before = last ? await this.judged(tx, record.filing, record.filing.content) : []
      const draftCheck = checkedAgain(last, before, findings, await this.findings.rulesNow(tx))
      const saved = await this.filings.saveDraft(tx, record.row, content, { ...columnsOf(this.sealing, content, held), draftCheck }, now)
      return { version: saved, savedAt: now, findings }
    })
  }

  private judged(tx: EntityManager, { id, kind }: Filing, content: FilingContent) {
    return this.findings.of(tx, { id, kind, content, isDraft: true, told: 'typing' })
  }

  discard(actor: Actor, id: string, version: number, once: Once | null): Promise<void> {
    return this.transactions.write(once, async (tx) => {
      const record = await this.steps.open(tx, actor, id, 'discard', version)
      await this.steps.take(tx, record, { type: 'discard' }, actor)
    })
  }
}

const ownerOf = (actor: Actor): Owner => {
  if (actor.role !== 'owner') throw notFound()
  return actor
}
