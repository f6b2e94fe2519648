import { Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { Clock } from './clock.js'
import { Config } from './config.js'
import { fingerprintKeyRows, FingerprintKeys, fingerprintLock } from './fingerprint-keys.js'
import type { Once } from './once.js'
import { Sealing } from './sealing.js'
import { findDatabaseFault, isBusy } from './sqlstate.js'
import { hasEntry, withoutEntry } from './witness.js'

const patience = (times: number) => `SET LOCAL lock_timeout = '${2 * times}s'; SET LOCAL statement_timeout = '${5 * times}s'`

const busy = (code: string, retryAfter: number) =>
  new Refusal('conflict', code, { zh: '系统正在处理同一事项，请稍后重试。', en: 'The same matter is being worked on right now. Try again in a moment.' }, { retryAfter })

/** The one place that opens a transaction. Services call it; repositories get the `tx`. */
@Injectable()
export class Transactions {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
    private readonly config: Config,
    private readonly prints: FingerprintKeys,
  ) {}

  /**
   * Runs `work` in one transaction (READ COMMITTED; locks wait 2 s, statements run 5 s at most, times DATABASE_PATIENCE) and answers what it answers, which must be plain JSON.
   * Whatever it throws rolls everything back. Lock and serialization failures become a Refusal (conflict) that says when to try again.
   *
   * With `once`, a repeat of the same request within 7 days does nothing and gets the first answer; the same key on another request is refused (invalid);
   * while the first still runs the repeat waits for it as long as for a lock and is then refused (conflict). No entry in the audit, no act: work under a key that
   * appends none is rolled back.
   */
  async write<T>(once: Once | null, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (once) once.taken = true
    try {
      return await this.database.transaction(async (tx) => {
        await this.begin(tx)
        if (!once) return work(tx)
        if (!(await this.claim(tx, once))) return this.replay<T>(tx, once)
        const answer = await work(tx)
        if (!hasEntry(tx) && !withoutEntry.has(once.operation)) throw new Error(`${once.operation} wrote no audit entry, so it may not happen`)
        await this.keep(tx, once, answer)
        return answer
      })
    } catch (error) {
      const fault = findDatabaseFault(error)
      throw fault && isBusy(fault.state) ? busy('busy', 1) : error
    }
  }

  /** Whether the key has been used: `write` then does nothing. For what is done before it, and not for a repeat. */
  async isRepeat(tx: EntityManager, once: Once): Promise<boolean> {
    return (await tx.query('SELECT 1 FROM idempotency_records WHERE actor = $1 AND operation = $2 AND key = $3', [once.actor, once.operation, once.key])).length > 0
  }

  /** Two statements, since the row must be read after the lock was given. */
  private async begin(tx: EntityManager): Promise<void> {
    await tx.query(`${patience(this.config.databasePatience)}; SELECT pg_advisory_xact_lock_shared(${fingerprintLock})`)
    this.prints.take(await tx.query(fingerprintKeyRows))
  }

  /** True for the first; false when the key's answer is already there. Waits for a running first one by its uncommitted row. */
  private async claim(tx: EntityManager, once: Once): Promise<boolean> {
    try {
      const claimed = await tx.query(
        `INSERT INTO idempotency_records (actor, operation, key, request, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1`,
        [once.actor, once.operation, once.key, once.request, this.clock.now()],
      )
      return claimed.length === 1
    } catch (error) {
      throw findDatabaseFault(error)?.state === '55P03' ? busy('still-running', 2) : error
    }
  }

  private async replay<T>(tx: EntityManager, once: Once): Promise<T> {
    const [row] = await tx.query('SELECT request, answer FROM idempotency_records WHERE actor = $1 AND operation = $2 AND key = $3', [
      once.actor, once.operation, once.key,
    ])
    if (row.request !== once.request) {
      throw new Refusal('invalid', 'idempotency-key-reused', {
        zh: '该幂等键已用于另一请求，请刷新页面后重试。', en: 'This idempotency key belongs to another request. Reload the page and try again.',
      })
    }
    once.replayed = true
    return JSON.parse(this.sealing.open(placeOf(once), row.answer)) as T
  }

  private async keep(tx: EntityManager, once: Once, answer: unknown): Promise<void> {
    const sealed = this.sealing.seal(placeOf(once), JSON.stringify(answer ?? null))
    await tx.query('UPDATE idempotency_records SET answer = $4 WHERE actor = $1 AND operation = $2 AND key = $3', [once.actor, once.operation, once.key, sealed])
  }
}

const placeOf = (once: Once) => ({ table: 'idempotency_records', column: 'answer', row: `${once.actor}|${once.operation}|${once.key}` })
