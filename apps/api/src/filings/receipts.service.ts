import type { AnswerOf, FilingReceipt, ReceiptCheck } from '@icp/contract'
import { type Actor, notFound, Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { isDeepStrictEqual } from 'node:util'
import { DataSource } from 'typeorm'
import { CheckpointsApi } from '../audit/checkpoints/checkpoints.api.js'
import type { Parsed } from '../http/serve.js'
import { actAs, house } from '../platform/acting.js'
import { digestOf } from './content-digest.api.js'
import { CorrectionEntity } from './correction.entity.js'
import { FilingEntity, FilingRevisionEntity } from './filing.entity.js'
import { FilingsRepository } from './filings.repository.js'
import { type Link, linksOf } from './receipt-link.api.js'

interface Recomputed {
  readonly filingId: string
  readonly reference: string
  /** From the contents as they are stored now, not from digests that were kept. */
  readonly links: readonly Link[]
}

/** What an owner holds of a finished filing, recomputed from what is stored whenever somebody asks. Never writes. */
@Injectable()
export class ReceiptsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly filings: FilingsRepository,
    private readonly checkpoints: CheckpointsApi,
  ) {}

  /** For the owner. Refuses (conflict) while the filing is a draft. */
  async of(actor: Actor, id: string): Promise<AnswerOf<'getReceipt'>> {
    const filing = await this.database.manager.findOneBy(FilingEntity, { id })
    if (!filing || actor.role !== 'owner' || filing.ownerAccountId !== actor.accountId) throw notFound()
    if (filing.reference === null) throw notFinished()
    const kept = linksOf(filing.reference, await this.filings.listRevisions(this.database.manager, id))
    const checkpoint = (await this.checkpoints.latest(this.database.manager)) ?? null
    const receipt: FilingReceipt = { format: 'icp-receipt/1', reference: filing.reference, links: kept, checkpoint }
    const now = await this.recompute({ id, reference: filing.reference })
    return { receipt, check: await this.judge(filing.reference, now, kept) }
  }

  /** For anyone who holds a receipt. An unknown submission number and a receipt that does not match are told the same. */
  check(body: Parsed<'checkReceipt'>['body']): Promise<ReceiptCheck> {
    // Whoever asks has no account; the answer shows nothing but who corrected and when.
    return actAs(house('filings'), () => this.compare(body))
  }

  private async compare(body: Parsed<'checkReceipt'>['body']): Promise<ReceiptCheck> {
    const reference = ('receipt' in body ? body.receipt.reference : body.reference).normalize('NFKC').trim().toUpperCase()
    const filing = await this.database.manager.findOneBy(FilingEntity, { reference })
    const now = filing ? await this.recompute({ id: filing.id, reference }) : undefined
    if ('receipt' in body) {
      const { checkpoint, links } = body.receipt
      return this.judge(reference, checkpoint && !this.checkpoints.holds(checkpoint) ? undefined : now, links)
    }
    const hash = body.hash.normalize('NFKC').replace(/[^0-9a-fA-F]/g, '').toLowerCase()
    const at = now?.links.findIndex((link) => link.hash === hash) ?? -1
    return this.judge(reference, now, at < 0 ? [] : (now?.links.slice(0, at + 1) ?? []))
  }

  private async recompute({ id, reference }: { readonly id: string; readonly reference: string }): Promise<Recomputed> {
    const revisions = await this.database.manager.find(FilingRevisionEntity, { where: { filingId: id }, order: { number: 'ASC' } })
    return {
      filingId: id, reference,
      links: linksOf(reference, revisions.map((revision) => ({
        number: revision.number, cause: revision.cause, at: revision.at, digest: this.digestOrNone(revision),
      }))),
    }
  }

  private digestOrNone(revision: FilingRevisionEntity): string {
    try {
      return digestOf(this.filings.openRevisionAsStored(revision))
    } catch {
      // What does not open was changed or moved in the database, and matches nothing.
      return ''
    }
  }

  /** `given` are the links of a receipt, all of which must be the first of those that are recomputed. */
  private async judge(reference: string, now: Recomputed | undefined, given: readonly Link[]): Promise<ReceiptCheck> {
    const last = given.at(-1)
    const same = now !== undefined && last !== undefined && isDeepStrictEqual(given.map(plain), now.links.slice(0, given.length).map(plain))
    if (!same) return { verdict: 'no-match', reference, at: null, corrections: [] }
    const since = now.links.slice(given.length)
    const names = since.length === 0 ? new Map<number, string>() : await this.correctors(now.filingId)
    return {
      verdict: since.length === 0 ? 'unchanged' : 'corrected', reference, at: last.at,
      corrections: since.map(({ number, at }) => ({ number, at, provider: names.get(number) ?? '' })),
    }
  }

  private async correctors(filingId: string): Promise<Map<number, string>> {
    const rows = await this.database.manager.find(CorrectionEntity, { where: { filingId }, select: { id: true, revision: true, providerName: true } })
    return new Map(rows.map(({ revision, providerName }) => [revision, providerName]))
  }
}

const plain = ({ number, cause, at, digest, previous, hash }: Link): Link => ({ number, cause, at, digest, previous, hash })

const notFinished = () =>
  new Refusal('conflict', 'not-finished', { zh: '该备案尚未完成提交，还没有回执。', en: 'This filing has not been finished, so it has no receipt yet.' })
