import type { Actor } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../platform/clock.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { noteEntry } from '../platform/witness.js'
import { beforeFirst, chainOf, type Entry, hashOf } from './chain.js'
import { quietMinutes, ShownLists } from './shown-lists.js'

export interface Event {
  readonly actor: Actor
  /** `capability.what`, e.g. `filing.finish`. */
  readonly action: string
  readonly filingId?: string
  readonly objectType: string
  readonly objectId: string
  /** SHA-256 (hex) of what the object is now. */
  readonly digest?: string
  /** Ids, statuses, field paths. Never personal data: entries are kept for good and shown to auditors. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Records that were shown to someone who is not their owner. */
export interface Reading {
  readonly actor: Actor
  /** `capability.what`, e.g. `filing.open`, `filing.reveal`. */
  readonly action: string
  /** Each record as `type:id`, e.g. `filing:6f0e…`. */
  readonly objects: readonly string[]
  /** Field paths, the reason's code. Never personal data, nor a text that somebody typed. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Object type of the chain in which an account's readings stand. */
export const readsOf = 'account-reads'

/** No entry, no act: append in the transaction of the act itself. */
@Injectable()
export class AuditApi {
  private readonly lists = new ShownLists()

  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Adds the entry to the end of its chain: one chain per filing, one per other object. Waits for another transaction that adds to the same chain.
   * The API's database role can only add and read.
   */
  async append(tx: EntityManager, event: Event): Promise<void> {
    const chain = chainOf(event)
    await statement(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [chain])
    const { rows } = await statement<{ position: number; hash: string }>(
      tx, 'SELECT position, hash FROM audit_entries WHERE chain = $1 ORDER BY position DESC LIMIT 1', [chain],
    )
    const last = rows[0]
    const entry: Entry = {
      chain,
      position: (last?.position ?? 0) + 1,
      at: this.clock.now(),
      actor: event.actor,
      action: event.action,
      filingId: event.filingId ?? null,
      objectType: event.objectType,
      objectId: event.objectId,
      digest: event.digest ?? null,
      detail: event.detail ?? {},
      previous: last?.hash ?? beforeFirst,
    }
    await statement(
      tx,
      `INSERT INTO audit_entries (chain, position, at, actor, action, filing_id, object_type, object_id, digest, detail, previous, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        entry.chain, entry.position, entry.at, JSON.stringify(entry.actor), entry.action, entry.filingId, entry.objectType, entry.objectId, entry.digest,
        JSON.stringify(entry.detail), entry.previous, hashOf(entry),
      ],
    )
    noteEntry(tx)
  }

  /** What is written down about one object, oldest first. */
  async actsOn(tx: EntityManager, objectType: string, objectId: string): Promise<Pick<Entry, 'at' | 'action' | 'actor'>[]> {
    const { rows } = await statement<Pick<Entry, 'at' | 'action' | 'actor'>>(
      tx, 'SELECT at, action, actor FROM audit_entries WHERE chain = $1 ORDER BY position', [chainOf({ objectType, objectId })],
    )
    return rows
  }

  /** Every entry of a rare action, or of an action on one object, oldest first. Works on a manager outside of a transaction too. */
  async entriesOf(tx: EntityManager, action: string, objectId?: string): Promise<Pick<Entry, 'at' | 'digest' | 'detail'>[]> {
    const { rows } = await statement<Pick<Entry, 'at' | 'digest' | 'detail'>>(
      tx, `SELECT at, digest, detail FROM audit_entries WHERE action = $1${objectId === undefined ? '' : ' AND object_id = $2'} ORDER BY at, chain, position`,
      objectId === undefined ? [action] : [action, objectId],
    )
    return rows
  }

  /**
   * A list of others' records that is about to be shown: answer it after this. One entry for each answer, and none for the same rows again within `quietMinutes`:
   * screens ask again by themselves. The entry says so, and `breach-scope` takes the rows as shown for that long.
   */
  async noteShown(reading: Reading): Promise<void> {
    if (reading.objects.length === 0 || !('accountId' in reading.actor)) return
    const now = Date.parse(this.clock.now())
    if (this.lists.wasNoted(reading.actor.accountId, reading, now)) return
    await this.transactions.write(null, (tx) => this.noteRead(tx, { ...reading, detail: { ...reading.detail, quietMinutes } }))
    this.lists.noted(reading.actor.accountId, reading, now)
  }

  /**
   * No entry, no read: append in the transaction that reads personal data unmasked, or opens a record that holds some. One chain per account, so that
   * readers wait for nobody else. What an account has read in a period is found by these entries (`breach-scope`).
   */
  async noteRead(tx: EntityManager, { actor, action, objects, detail }: Reading): Promise<void> {
    if (!('accountId' in actor)) throw new Error('only an account reads')
    await this.append(tx, { actor, action, objectType: readsOf, objectId: actor.accountId, detail: { ...detail, objects: [...objects] } })
  }
}
