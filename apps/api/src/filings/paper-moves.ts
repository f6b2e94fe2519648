import type { Actor, Filing } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../platform/clock.js'
import { actorNameOf } from './actor-name.js'
import { FilingHistory } from './filing-history.js'
import type { FilingRecord } from './filing-record.js'
import { FilingsRepository } from './filings.repository.js'
import type { RowDigests } from './row-digests.api.js'

type Party = Extract<Actor, { role: 'owner' | 'provider' }>

/** Who did what with a paper of the owner's. */
export interface PaperAct {
  readonly actor: Party
  readonly action: 'put-paper' | 'take-paper-away'
}

/** What a changed paper makes of a locked filing: another version, passes that are open again, and a line in its history. */
@Injectable()
export class PaperMoves {
  constructor(
    private readonly filings: FilingsRepository,
    private readonly history: FilingHistory,
    private readonly clock: Clock,
  ) {}

  /** Answers by what the entry of the act names the line of the history. */
  async move(tx: EntityManager, before: FilingRecord, next: Filing, { actor, action }: PaperAct): Promise<RowDigests> {
    await this.filings.move(tx, before, next, {})
    const names = new Map(before.row.summary.providers.map(({ id, name }) => [id, name]))
    return this.history.add(tx, { filingId: next.id, at: this.clock.now(), action, role: actor.role, name: actorNameOf(actor, names), status: next.status, note: null })
  }
}
