import type { RuleChange } from '@icp/contract'
import { entryFindings, keyOfEntry, type RuleEntry, shanghaiDay } from '@icp/domain'
import { divisionEntryFindings } from '@icp/domain/divisions'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../http/request.js'
import { changedMeanwhile } from '../platform/changed-meanwhile.js'
import { Clock } from '../platform/clock.js'
import { canonicalJson, sha256 } from '../platform/digest.js'
import type { Once } from '../platform/once.js'
import { Transactions } from '../platform/transaction.service.js'
import { draftIsThere, entryInvalid, isPublished, noSuchChange } from './rule-change-refusals.js'
import { RuleChangesRepository } from './rule-changes.repository.js'
import { RuleDataApi } from './rule-data.api.js'

/** Who is named where nobody was signed in. */
const byHand = 'command-line'

/** The operator drafts, edits and publishes what rules decide by. What is published is never taken back, only replaced or withdrawn by a later entry. */
@Injectable()
export class RuleChangesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: RuleChangesRepository,
    private readonly ruleData: RuleDataApi,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  draft(session: SessionInfo, entry: RuleEntry, once: Once | null): Promise<RuleChange> {
    return this.transactions.write(once, async (tx) => {
      await this.mustBeSound(tx, entry)
      const id = randomUUID()
      if (!(await this.changes.insert(tx, id, entry, session.userName, this.clock.now()))) throw draftIsThere()
      return this.witnessed(tx, session, id, 'rule-data.draft')
    })
  }

  edit(session: SessionInfo, id: string, version: number, entry: RuleEntry, once: Once | null): Promise<RuleChange> {
    return this.transactions.write(once, async (tx) => {
      const before = await this.draftOf(tx, id)
      // A draft stays about the same thing: of another one there may be a draft already.
      if (keyOfEntry(entry) !== keyOfEntry(before.entry)) throw noSuchChange()
      await this.mustBeSound(tx, entry)
      if (!(await this.changes.change(tx, id, version, entry))) throw changedMeanwhile()
      return this.witnessed(tx, session, id, 'rule-data.edit')
    })
  }

  discard(session: SessionInfo, id: string, version: number, once: Once | null): Promise<undefined> {
    return this.transactions.write(once, async (tx) => {
      const before = await this.draftOf(tx, id)
      if (!(await this.changes.delete(tx, id, version))) throw changedMeanwhile()
      await this.append(tx, session, before, 'rule-data.discard')
      return undefined
    })
  }

  publish(session: SessionInfo, id: string, version: number, once: Once | null): Promise<RuleChange> {
    return this.transactions.write(once, async (tx) => {
      await this.changes.oneAtATime(tx)
      // A day may have passed since it was drafted, and another change been published.
      await this.mustBeSound(tx, (await this.draftOf(tx, id)).entry)
      if (!(await this.changes.publish(tx, id, version, session.userName, this.clock.now()))) throw changedMeanwhile()
      return this.witnessed(tx, session, id, 'rule-data.publish')
    })
  }

  /** For whoever runs the system by hand: drafted and published at once. Refuses (conflict) while the operator has a draft of the same. */
  publishByHand(entry: RuleEntry): Promise<RuleChange> {
    return this.transactions.write(null, async (tx) => {
      await this.changes.oneAtATime(tx)
      await this.mustBeSound(tx, entry)
      const id = randomUUID()
      if (!(await this.changes.insert(tx, id, entry, byHand, this.clock.now()))) throw draftIsThere()
      await this.changes.publish(tx, id, 1, byHand, this.clock.now())
      return this.witnessed(tx, null, id, 'rule-data.publish')
    })
  }

  private async mustBeSound(tx: EntityManager, entry: RuleEntry): Promise<void> {
    const form = entryFindings(entry, shanghaiDay(this.clock.now()))
    const findings = form.length === 0 && entry.of === 'division' ? divisionEntryFindings(entry, await this.ruleData.newest(tx)) : form
    if (findings.length > 0) throw entryInvalid(findings)
  }

  private async draftOf(tx: EntityManager, id: string): Promise<RuleChange> {
    const change = await this.changes.find(tx, id)
    if (!change) throw noSuchChange()
    if (change.state === 'published') throw isPublished()
    return change
  }

  private async witnessed(tx: EntityManager, session: SessionInfo | null, id: string, action: string): Promise<RuleChange> {
    const change = await this.changes.find(tx, id)
    if (!change) throw noSuchChange()
    await this.append(tx, session, change, action)
    return change
  }

  private append(tx: EntityManager, session: SessionInfo | null, { id, entry, published }: RuleChange, action: string): Promise<unknown> {
    const detail = { key: keyOfEntry(entry), from: entry.from, to: entry.to, ...(published ? { number: published.number } : {}) }
    return this.audit.append(tx, { actor: session ? actorOf(session) : { role: 'clock' }, action, objectType: 'rule-change', objectId: id, digest: sha256(canonicalJson(entry)), detail })
  }
}
