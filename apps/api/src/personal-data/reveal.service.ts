import type { Actor } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { AuditApi } from '../audit/audit.api.js'
import { FilingsApi } from '../filings/filings.api.js'
import type { Parsed } from '../http/serve.js'
import { Transactions } from '../platform/transaction.service.js'
import { type Reader, ReadsApi } from './reads.api.js'

type Asked = Parsed<'revealField'>['body']

/** One masked value in clear: counted, judged, written down, then told. */
@Injectable()
export class RevealService {
  constructor(
    private readonly transactions: Transactions,
    private readonly filings: FilingsApi,
    private readonly reads: ReadsApi,
    private readonly audit: AuditApi,
  ) {}

  async reveal(actor: Actor, filingId: string, { path, revision, reason, note }: Asked): Promise<{ value: string }> {
    const reader = readerOf(actor)
    await this.reads.count(reader)
    return this.transactions.write(null, async (tx) => {
      const field = await this.filings.readField(tx, reader, filingId, path, revision)
      const kept = await this.reads.keep(tx, reader, { filingId, ownerAccountId: field.ownerAccountId, revision: field.revision, path }, { reason, note })
      await this.audit.noteRead(tx, { actor: reader, action: 'filing.reveal', objects: [`filing:${filingId}`], detail: { path, reason, revision: field.revision, ...kept } })
      return { value: field.value }
    })
  }
}

const readerOf = (actor: Actor): Reader => {
  if (!('accountId' in actor)) throw new Error(`A ${actor.role} has no account to read with`)
  return actor
}
