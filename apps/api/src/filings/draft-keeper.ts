import {
  type Actor, entryOf, type Filing, type FilingContent, type FilingKind, formOf, mayRedraft, movingServices, notFound, redraft, Refusal, type RegisterRecord,
  type RegistrationContent,
} from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type EntityManager, In } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { Clock } from '../platform/clock.js'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import { ProvidersApi } from '../providers/providers.api.js'
import { type HeldSubject, RegisterApi } from '../register/register.api.js'
import { FilingEntity } from './filing.entity.js'
import { FilingHistory } from './filing-history.js'
import { columnsOf, type FilingRecord } from './filing-record.js'
import { FilingsRepository } from './filings.repository.js'
import { isUuid } from '../platform/is-uuid.js'
import { notRedraftable } from './new-draft.js'

export interface PreparedContent {
  readonly content: FilingContent
  /** For filings about a record in force, what the register holds of the subject. */
  readonly held?: HeldSubject
}

export type Owner = Extract<Actor, { role: 'owner' }>

interface NewDraft {
  readonly owner: Owner
  readonly kind: FilingKind
  readonly content: FilingContent
  readonly fromFilingId: string | null
  readonly held?: HeldSubject
}

/** What a draft needs of the world around it before it is stored. */
@Injectable()
export class DraftKeeper {
  constructor(
    private readonly filings: FilingsRepository,
    private readonly history: FilingHistory,
    private readonly audit: AuditApi,
    private readonly providers: ProvidersApi,
    private readonly register: RegisterApi,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  async get(tx: EntityManager, id: string): Promise<FilingRecord> {
    const record = await this.filings.find(tx, id)
    if (!record) throw notFound()
    return record
  }

  async insert(tx: EntityManager, { owner, kind, content, fromFilingId, held }: NewDraft): Promise<FilingRecord> {
    const [id, now] = [randomUUID(), this.clock.now()]
    await this.filings.insertDraft(tx, { id, kind, ownerAccountId: owner.accountId, content, columns: columnsOf(this.sealing, content, held), fromFilingId, now })
    const rows = await this.history.add(tx, { filingId: id, at: now, action: 'create', role: 'owner', name: 'owner', status: 'draft', note: null })
    await this.audit.append(tx, { actor: owner, action: 'filing.create', filingId: id, objectType: 'filing', objectId: id, detail: { kind, rows } })
    return this.get(tx, id)
  }

  /** The running draft, taken up again. */
  async resume(tx: EntityManager, owner: Owner, id: string): Promise<FilingRecord> {
    await this.audit.append(tx, { actor: owner, action: 'filing.resume', filingId: id, objectType: 'filing', objectId: id })
    return this.get(tx, id)
  }

  /** The content of an own filing of this kind that ended without approval. */
  async redrafted(tx: EntityManager, owner: Owner, kind: FilingKind, fromFilingId: string): Promise<FilingContent> {
    const from = await this.filings.find(tx, fromFilingId)
    if (!from || from.filing.ownerAccountId !== owner.accountId || from.filing.kind !== kind) throw notFound()
    if (!mayRedraft(from.filing.status)) throw notRedraftable()
    return redraft(from.filing.content)
  }

  /** One after the other: two requests of one owner never start two drafts. */
  async queueOf(tx: EntityManager, ownerAccountId: string): Promise<void> {
    await statement(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 12))', [ownerAccountId])
  }

  /** The owner's draft and running filings of a kind. */
  ofOwner(tx: EntityManager, ownerAccountId: string, kind: FilingKind): Promise<FilingEntity[]> {
    return tx.findBy(FilingEntity, { ownerAccountId, kind, status: In(['draft', 'with-providers', 'awaiting-confirmation', 'in-review', 'returned']) })
  }

  /**
   * What was typed, with what is not the owner's to say put right: a provider is called by its own name, a filing about a record in force stays about that
   * one, and what its kind does not change is what the register says. Refuses (invalid) a content of the other form.
   */
  async prepare(tx: EntityManager, filing: Filing, typed: FilingContent): Promise<PreparedContent> {
    if (typed.form !== formOf(filing.kind)) {
      throw new Refusal('invalid', 'wrong-form', { zh: '内容与备案类型不符。', en: 'The content does not belong to this kind of filing.' })
    }
    const subjectNumber = filing.content.subjectNumber ?? ''
    const held = subjectNumber === '' ? undefined : await this.register.find(tx, subjectNumber)
    const about = held ? { held } : {}
    if (typed.form === 'registration') return { content: keptAsFiled(filing, await this.withProviderNames(tx, typed), held?.record), ...about }
    if (typed.form === 'migration') {
      const services = held ? movingServices(held.record, typed.serviceNumbers) : []
      return { content: { ...typed, subjectNumber, services }, ...about }
    }
    const serviceNumbers = filing.kind === 'cancel-subject' ? [] : typed.serviceNumbers
    return { content: { ...typed, subjectNumber, serviceNumbers }, ...about }
  }

  private async withProviderNames(tx: EntityManager, typed: RegistrationContent): Promise<RegistrationContent> {
    const ids = typed.services.flatMap((service) => service.accesses.map((access) => access.providerId)).filter(isUuid)
    const names = await this.providers.names(tx, ids)
    const services = typed.services.map((service) => ({
      ...service, accesses: service.accesses.map((access) => ({ ...access, providerName: names.get(access.providerId) ?? '' })),
    }))
    return { ...typed, services }
  }
}

/** A new service leaves the subject as it is filed, a new access the website as well (icp-filing.md §3 nos 2, 3). */
const keptAsFiled = ({ kind, content }: Filing, typed: RegistrationContent, record: RegisterRecord | undefined): RegistrationContent => {
  const { subjectNumber: _typed, ...others } = typed
  if (content.subjectNumber === undefined) return others
  const about = { ...others, subjectNumber: content.subjectNumber }
  if (!record?.subject || kind === 'change') return about
  const services = kind !== 'new-access' ? about.services : about.services.map((service) => {
    const entry = entryOf(record, service)
    return entry ? { ...entry.content, id: entry.id, accesses: service.accesses } : service
  })
  return { ...about, subject: record.subject.content, services }
}
