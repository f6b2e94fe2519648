import { type Filing, type FilingContent, type FilingKind, isCancellation, Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { statement } from '../platform/statement.js'
import { ProvidersApi } from '../providers/providers.api.js'
import { type HeldSubject, RegisterApi } from '../register/register.api.js'
import { FilingEntity } from './filing.entity.js'
import { isUuid } from './is-uuid.js'

export interface PreparedContent {
  readonly content: FilingContent
  /** For cancellations, what the register holds of the subject. */
  readonly held?: HeldSubject
}

/** What a draft needs of the world around it before it is stored. */
@Injectable()
export class DraftKeeper {
  constructor(
    private readonly providers: ProvidersApi,
    private readonly register: RegisterApi,
  ) {}

  /** One after the other: two requests of one owner never start two drafts. */
  async queueOf(tx: EntityManager, ownerAccountId: string): Promise<void> {
    await statement(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 12))', [ownerAccountId])
  }

  /** The owner's draft and running filings of a kind. */
  ofOwner(tx: EntityManager, ownerAccountId: string, kind: FilingKind): Promise<FilingEntity[]> {
    return tx.findBy(FilingEntity, { ownerAccountId, kind, status: In(['draft', 'with-providers', 'awaiting-confirmation', 'in-review', 'returned']) })
  }

  /**
   * What was typed, with what is not the owner's to say put right: a provider is called by its own name, and a cancellation stays about the subject it
   * was started for. Refuses (invalid) a content of the other form.
   */
  async prepare(tx: EntityManager, filing: Filing, typed: FilingContent): Promise<PreparedContent> {
    if ((typed.form === 'cancellation') !== isCancellation(filing.kind)) {
      throw new Refusal('invalid', 'wrong-form', { zh: '内容与备案类型不符。', en: 'The content does not belong to this kind of filing.' })
    }
    if (typed.form === 'registration') return { content: await this.withProviderNames(tx, typed) }
    const subjectNumber = filing.content.form === 'cancellation' ? filing.content.subjectNumber : ''
    const serviceNumbers = filing.kind === 'cancel-subject' ? [] : typed.serviceNumbers
    const held = await this.register.find(tx, subjectNumber)
    return { content: { ...typed, subjectNumber, serviceNumbers }, ...(held ? { held } : {}) }
  }

  private async withProviderNames(tx: EntityManager, typed: Extract<FilingContent, { form: 'registration' }>): Promise<FilingContent> {
    const ids = typed.services.flatMap((service) => service.accesses.map((access) => access.providerId)).filter(isUuid)
    const names = await this.providers.names(tx, ids)
    const services = typed.services.map((service) => ({
      ...service, accesses: service.accesses.map((access) => ({ ...access, providerName: names.get(access.providerId) ?? '' })),
    }))
    return { ...typed, services }
  }
}
