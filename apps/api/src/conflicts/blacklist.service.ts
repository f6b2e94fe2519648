import type { BlacklistEntry } from '@icp/contract'
import type { BlacklistForm } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { actorOf, type SessionInfo } from '../http/request.js'
import { changedMeanwhile } from '../platform/changed-meanwhile.js'
import { Clock } from '../platform/clock.js'
import type { Once } from '../platform/once.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { BlacklistEntries } from './blacklist-entries.js'
import { alreadyLifted, entryInvalid, listedFinding } from './blacklist-entry.js'
import { BlacklistReader } from './blacklist.reader.js'

/** The operator keeps the blacklist. An entry is never removed or rewritten, only lifted: what kept a filing back stays explainable. */
@Injectable()
export class BlacklistService {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: BlacklistReader,
    private readonly entries: BlacklistEntries,
    private readonly clock: Clock,
  ) {}

  add(session: SessionInfo, given: BlacklistForm, once: Once | null): Promise<BlacklistEntry> {
    return this.transactions.write(once, async (tx) => {
      const id = await this.entries.enter(tx, actorOf(session), given, 'any day')
      if (id === undefined) throw entryInvalid([listedFinding(given.kind === 'domain' ? 'domain' : 'certificateNumber')])
      return this.reader.get(tx, id)
    })
  }

  /** Refuses: conflict when it is lifted already or was changed meanwhile. */
  lift(session: SessionInfo, id: string, version: number, once: Once | null): Promise<BlacklistEntry> {
    return this.transactions.write(once, async (tx) => {
      if ((await this.reader.get(tx, id)).standing === 'lifted') throw alreadyLifted()
      const { affected } = await statement(
        tx, 'UPDATE blacklist_entries SET lifted_at = $3, lifted_by = $4, version = version + 1 WHERE id = $1 AND version = $2 AND lifted_at IS NULL', [id, version, this.clock.now(), session.accountId],
      )
      if (affected !== 1) throw changedMeanwhile()
      await this.entries.note(tx, actorOf(session), id, 'blacklist.lift')
      return this.reader.get(tx, id)
    })
  }
}
