import { type Actor, type ReadPurpose, requireReadPurpose } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { Clock } from '../platform/clock.js'
import { type Limit, Limits } from '../platform/limits.js'
import type { ReadDigests } from './read-digests.api.js'
import { ReadsRepository } from './reads.repository.js'

export type Reader = Extract<Actor, { readonly accountId: string }>

/** `path`: of a field, or `papers.{purpose}.{about}` of a picture. */
export interface Looked {
  readonly filingId: string
  readonly ownerAccountId: string
  readonly revision: number
  readonly path: string
}

/** `read`: id of the row. */
export interface KeptRead {
  readonly read: string
  readonly rows: ReadDigests
}

/** Far above what working through filings by hand needs, far below what copying the register would. Values and pictures count together. */
export const revealLimits: readonly Limit[] = [
  { name: 'personal-data-reveal-hour', points: 200, seconds: 3600 },
  { name: 'personal-data-reveal-day', points: 1000, seconds: 86_400 },
]

/** Looks at data of others, each counted, judged and written down for whoever it is about. No entry, no look. */
@Injectable()
export class ReadsApi {
  constructor(
    private readonly reads: ReadsRepository,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** Refuses (rate-limited) whoever looks at far too much. */
  async count(reader: Reader): Promise<void> {
    for (const limit of revealLimits) await this.limits.take(limit, reader.accountId)
  }

  /** Refuses (invalid) a purpose that is not one of the role's, and staff without a word. Answers what the audit entry of the look says of its row. */
  async keep(tx: EntityManager, reader: Reader, looked: Looked, { reason, note }: ReadPurpose): Promise<KeptRead> {
    requireReadPurpose(reader.role, { reason, note })
    const id = randomUUID()
    const rows = await this.reads.insert(tx, {
      id, at: this.clock.now(), readerAccountId: reader.accountId, readerRole: reader.role, providerId: 'providerId' in reader ? reader.providerId : null,
      province: 'province' in reader ? reader.province : null, ...looked, reason, note,
    })
    return { read: id, rows }
  }
}
