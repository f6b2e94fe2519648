import {
  type CancellationContent, conflictingFilings, type FilingContent, type FilingKind, isCancellation, type KindOnRecord, lastServiceRefusal, Refusal,
  type MigrationContent, type RegistrationContent, servicesInForce, startingContent, startingMigration, whatChanged, whatFalls,
} from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Parsed } from '../http/serve.js'
import { Clock } from '../platform/clock.js'
import { Sealing } from '../platform/sealing.js'
import { type HeldSubject, RegisterApi } from '../register/register.api.js'
import { DraftKeeper, type Owner } from './draft-keeper.js'
import { columnsOf, type FilingRecord } from './filing-record.js'
import { FilingsRepository } from './filings.repository.js'
import { newCancellation, recordNotFound } from './new-draft.js'
import { OpenFilings } from './open-filings.js'

interface Chosen {
  readonly subjectNumber: string
  readonly serviceNumbers: readonly string[]
  readonly accessIds: readonly string[]
}

/** Drafts about a subject in force: new services and accesses, changes, and what is to end. */
@Injectable()
export class RecordDrafts {
  constructor(
    private readonly filings: FilingsRepository,
    private readonly drafts: DraftKeeper,
    private readonly open: OpenFilings,
    private readonly register: RegisterApi,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /**
   * The running draft of this kind about the subject, turned to what was chosen last; else a new one. Refuses: not-found for what is not the owner's or not in
   * force, conflict when another filing of the subject rules it out, with its submission number.
   */
  async start(tx: EntityManager, owner: Owner, wanted: Parsed<'createFiling'>['body']): Promise<FilingRecord> {
    const { kind, fromFilingId } = wanted
    const earlier = fromFilingId ? await this.drafts.redrafted(tx, owner, kind, fromFilingId) : undefined
    const chosen = earlier ? chosenIn(earlier) : { subjectNumber: wanted.subjectNumber ?? '', serviceNumbers: wanted.serviceNumbers ?? [], accessIds: wanted.accessIds ?? [] }
    const held = await this.ownRecord(tx, owner, chosen.subjectNumber)
    requireChoice(kind, held, chosen)
    const known = await this.open.ofOwnSubject(tx, owner.accountId, held.certificateKey)
    const refusal = conflictingFilings(kind, await this.open.ofSubject(tx, held.certificateKey), chosen)
    if (refusal) throw withReference(refusal, known.find((filing) => filing.status !== 'draft')?.reference)
    const draft = known.find((filing) => filing.status === 'draft' && filing.kind === kind)
    if (draft) return this.redirect(tx, await this.drafts.resume(tx, owner, draft.id), held, chosen)
    const content = earlier ?? begin(kind, held, chosen)
    return this.drafts.insert(tx, { owner, kind, content, fromFilingId: fromFilingId ?? null, held })
  }

  /** What was typed already stays: the reason of a cancellation, and the new accesses of websites that are chosen still. */
  private async redirect(tx: EntityManager, record: FilingRecord, held: HeldSubject, chosen: Chosen): Promise<FilingRecord> {
    const { content, kind } = record.filing
    const next = content.form === 'cancellation' ? redirected(kind, content, chosen)
      : content.form === 'migration' ? { ...startingMigration(held.record, chosen.serviceNumbers), ...typedOf(content) } : kind === 'new-access' ? chosenAgain(content, held, chosen) : content
    if (whatChanged(content, next).length === 0) return record
    await this.filings.saveDraft(tx, record.row, next, columnsOf(this.sealing, next, held), this.clock.now())
    return this.drafts.get(tx, record.row.id)
  }

  private async ownRecord(tx: EntityManager, owner: Owner, subjectNumber: string): Promise<HeldSubject> {
    const held = await this.register.find(tx, subjectNumber)
    if (!held || held.ownerAccountId !== owner.accountId || held.record.subject.state !== 'in-force') throw recordNotFound()
    return held
  }
}

const chosenIn = (content: FilingContent): Chosen => content.form === 'migration'
  ? { subjectNumber: content.subjectNumber, serviceNumbers: content.serviceNumbers, accessIds: [] } : content.form === 'cancellation'
  ? { subjectNumber: content.subjectNumber, serviceNumbers: content.serviceNumbers, accessIds: content.accessIds ?? [] }
  : { subjectNumber: content.subjectNumber ?? '', serviceNumbers: [], accessIds: [] }

const begin = (kind: FilingKind, { record }: HeldSubject, chosen: Chosen): FilingContent => kind === 'migrate-service'
  ? startingMigration(record, chosen.serviceNumbers) : isCancellation(kind)
  ? newCancellation(kind, chosen.subjectNumber, { ...chosen, serviceNumbers: kind === 'cancel-subject' ? [] : chosen.serviceNumbers })
  : startingContent(kind as KindOnRecord, record, chosen.serviceNumbers)

/** What the giving owner typed of a migration stays when another website is chosen. */
const typedOf = ({ receivingNumber, domainHolder, note }: MigrationContent) => ({ receivingNumber, domainHolder, note })

const redirected = (kind: FilingKind, content: CancellationContent, { serviceNumbers, accessIds }: Chosen): CancellationContent =>
  kind === 'cancel-subject' ? content : { ...newCancellation(kind, content.subjectNumber, { serviceNumbers, accessIds }), reason: content.reason, note: content.note }

const chosenAgain = (content: RegistrationContent, { record }: HeldSubject, { serviceNumbers }: Chosen): RegistrationContent => {
  if (serviceNumbers.length === 0) return content
  const begun = startingContent('new-access', record, serviceNumbers)
  return { ...begun, services: begun.services.map((service) => content.services.find((one) => one.id === service.id) ?? service) }
}

/** Someone else's number reads like one that does not exist. */
const requireChoice = (kind: FilingKind, { record }: HeldSubject, { serviceNumbers, accessIds }: Chosen): void => {
  const chosen = servicesInForce(record).filter((service) => serviceNumbers.includes(service.number))
  if (kind === 'cancel-subject' || kind === 'new-service' || kind === 'change') return
  if (chosen.length !== new Set(serviceNumbers).size) throw recordNotFound()
  if (kind === 'cancel-access' && whatFalls(kind, record, serviceNumbers, accessIds).accesses.length !== new Set(accessIds).size) throw recordNotFound()
  if (kind === 'cancel-service' && whatFalls(kind, record, serviceNumbers).leavesHollowSubject) throw lastServiceRefusal()
}

const withReference = (refusal: Refusal, reference: string | null | undefined): Refusal => {
  const { code, text, findings } = refusal
  return reference ? new Refusal('conflict', code, { zh: `${text.zh}（${reference}）`, en: `${text.en} (${reference})` }, { findings }) : refusal
}
