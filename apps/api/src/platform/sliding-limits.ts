import type { Bilingual } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock, later, secondsUntil } from './clock.js'
import { spanOf } from './limits.js'
import { Sealing } from './sealing.js'
import { statement } from './statement.js'

interface Window {
  /** How many are allowed within any `seconds`. */
  readonly points: number
  readonly seconds: number
}

export interface SlidingLimit {
  /** `capability-what`; each name counts for itself. */
  readonly name: string
  readonly windows: readonly Window[]
}

/** All windows of a limit, for the refusal that names it: `1 in 1 minute, 5 in 1 hour at most`. */
export const limitInWords = ({ windows }: SlidingLimit): Bilingual => ({
  zh: windows.map(({ points, seconds }) => `每 ${spanOf(seconds).zh}最多 ${points} 条`).join('、'),
  en: `${windows.map(({ points, seconds }) => `${points} in ${spanOf(seconds).en}`).join(', ')} at most`,
})

/** Seconds until one more fits into every window; 0 = now. `taken`: instants, oldest first. */
export const secondsToWait = ({ windows }: SlidingLimit, taken: readonly string[], now: string): number =>
  Math.max(0, ...windows.map(({ points, seconds }) => {
    const blocking = taken.filter((at) => at > later(now, -seconds)).at(-points)
    return blocking === undefined ? 0 : secondsUntil(now, later(blocking, seconds))
  }))

/**
 * Counts that hold over any stretch of time, not only between the borders of fixed windows, and that are part of the caller's transaction: rolled back,
 * nothing was counted. In PostgreSQL, so that restarts and further instances do not widen them. For small numbers: each use is kept while it counts.
 */
@Injectable()
export class SlidingLimits {
  constructor(
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  /** Counts one use by `who` and answers 0, or counts nothing and answers the seconds to wait. Others who count for the same `who` wait until `tx` ends. */
  async take(tx: EntityManager, limit: SlidingLimit, who: string): Promise<number> {
    const key = this.keyOf(limit, who)
    const { rows } = await statement<{ taken: string[] }>(
      tx, `INSERT INTO sliding_counts (key, taken, until) VALUES ($1, '[]', $2) ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING taken`,
      [key, this.clock.now()],
    )
    const now = this.clock.now()
    const longest = Math.max(...limit.windows.map(({ seconds }) => seconds))
    const taken = (rows[0]?.taken ?? []).filter((at) => at > later(now, -longest))
    const wait = secondsToWait(limit, taken, now)
    if (wait === 0) await this.save(tx, key, [...taken, now], later(now, longest))
    return wait
  }

  /** The last use turned out not to count. */
  async giveBack(tx: EntityManager, limit: SlidingLimit, who: string): Promise<void> {
    await statement(tx, 'UPDATE sliding_counts SET taken = taken - -1 WHERE key = $1', [this.keyOf(limit, who)])
  }

  async purge(tx: EntityManager): Promise<void> {
    await statement(tx, 'DELETE FROM sliding_counts WHERE until < $1', [this.clock.now()])
  }

  private async save(tx: EntityManager, key: string, taken: readonly string[], until: string): Promise<void> {
    await statement(tx, 'UPDATE sliding_counts SET taken = $2, until = $3 WHERE key = $1', [key, JSON.stringify(taken), until])
  }

  /** Addresses and accounts are personal data; the table holds keyed fingerprints of them. */
  private keyOf({ name }: SlidingLimit, who: string): string {
    return `${name}:${this.sealing.mark(name, who)}`
  }
}
