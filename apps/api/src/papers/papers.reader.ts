import type { AnswerOf } from '@icp/contract'
import { type Actor, isRelated, maySeePaper, notFound, paperPath, paperSlots, type ReadPurpose } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { type FilingRecord, FilingsApi } from '../filings/filings.api.js'
import { Transactions } from '../platform/transaction.service.js'
import { placesShown } from './paper-places.js'
import { ReadsApi } from '../personal-data/reads.api.js'
import { PaperRules } from './paper-rules.js'
import { noSuchPaper } from './paper-refusals.js'
import { type HeldPaper, PapersRepository } from './papers.repository.js'

type Reader = Extract<Actor, { readonly accountId: string }>

export interface ShownPaper {
  readonly paper: HeldPaper
  readonly bytes: Buffer
}

/** No entry, no look: what staff see of papers is kept in the transaction that reads it. */
@Injectable()
export class PapersReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly filings: FilingsApi,
    private readonly papers: PapersRepository,
    private readonly rules: PaperRules,
    private readonly audit: AuditApi,
    private readonly reads: ReadsApi,
  ) {}

  async list(actor: Reader, filingId: string): Promise<AnswerOf<'listPapers'>> {
    const shown = await this.transactions.write(null, async (tx) => {
      const { filing } = await this.related(tx, actor, filingId)
      const data = await this.rules.of(tx, filing)
      return placesShown(filing, actor, paperSlots(filing.content, filing.kind, data), await this.papers.listOf(tx, filingId), await this.papers.earlierOf(tx, filingId), data)
    })
    if (actor.role !== 'owner') await this.audit.noteShown({ actor, action: 'paper.list', objects: [`filing:${filingId}`] })
    return shown
  }

  /** Pictures show whole certificates and faces: staff look at one as at a masked value, for a purpose and under the same limits. */
  async read(actor: Reader, filingId: string, id: string, purpose: ReadPurpose): Promise<ShownPaper> {
    if (actor.role !== 'owner') await this.reads.count(actor)
    return this.transactions.write(null, async (tx) => {
      const { row, filing } = await this.related(tx, actor, filingId)
      const there = await this.papers.find(tx, filingId, id)
      const paper = there ?? (await this.papers.findEarlier(tx, filingId, id))
      if (!paper || !maySeePaper(filing, actor, paper)) throw noSuchPaper()
      if (actor.role !== 'owner') {
        const { purpose: shows, about, digest } = paper
        const looked = { filingId, ownerAccountId: filing.ownerAccountId, revision: row.revision, path: paperPath(paper) }
        const kept = await this.reads.keep(tx, actor, looked, purpose)
        await this.audit.noteRead(tx, { actor, action: 'paper.open', objects: [`filing:${filingId}`], detail: { paper: id, purpose: shows, about, digest, reason: purpose.reason, ...kept, ...(there ? {} : { earlier: true }) } })
      }
      return { paper, bytes: await this.papers.bytesOf(tx, id, there ? 'filing_papers' : 'earlier_papers') }
    })
  }

  private async related(tx: EntityManager, actor: Reader, filingId: string): Promise<FilingRecord> {
    const record = await this.filings.find(tx, filingId)
    if (!record || !isRelated(record.filing, actor)) throw notFound()
    return record
  }
}
