import { type Actor, requireReadPurpose } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { AuditApi } from '../audit/audit.api.js'
import { FilingsApi } from '../filings/filings.api.js'
import type { Parsed } from '../http/serve.js'
import { Clock } from '../platform/clock.js'
import { type Limit, Limits } from '../platform/limits.js'
import { Transactions } from '../platform/transaction.service.js'
import { ReadsRepository } from './reads.repository.js'

type Asked = Parsed<'revealField'>['body']
type Staff = Extract<Actor, { readonly accountId: string }>

/** Far above what working through filings by hand needs, far below what copying the register would. */
export const revealLimits: readonly Limit[] = [
  { name: 'personal-data-reveal-hour', points: 200, seconds: 3600 },
  { name: 'personal-data-reveal-day', points: 1000, seconds: 86_400 },
]

/** One masked value in clear: counted, judged, written down, then told. No entry, no look. */
@Injectable()
export class RevealService {
  constructor(
    private readonly transactions: Transactions,
    private readonly filings: FilingsApi,
    private readonly reads: ReadsRepository,
    private readonly audit: AuditApi,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async reveal(actor: Actor, filingId: string, { path, revision, reason, note }: Asked): Promise<{ value: string }> {
    const reader = staffOf(actor)
    for (const limit of revealLimits) await this.limits.take(limit, reader.accountId)
    return this.transactions.write(null, async (tx) => {
      const field = await this.filings.readField(tx, reader, filingId, path, revision)
      requireReadPurpose(reader.role, { reason, note })
      const id = randomUUID()
      await this.reads.insert(tx, {
        id, at: this.clock.now(), readerAccountId: reader.accountId, readerRole: reader.role, providerId: 'providerId' in reader ? reader.providerId : null,
        province: 'province' in reader ? reader.province : null, ownerAccountId: field.ownerAccountId, filingId, revision: field.revision, path, reason, note,
      })
      await this.audit.noteRead(tx, { actor: reader, action: 'filing.reveal', objects: [`filing:${filingId}`], detail: { path, reason, revision: field.revision, read: id } })
      return { value: field.value }
    })
  }
}

const staffOf = (actor: Actor): Staff => {
  if (!('accountId' in actor)) throw new Error(`A ${actor.role} has no account to read with`)
  return actor
}
