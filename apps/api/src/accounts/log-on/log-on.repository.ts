import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { later } from '../../platform/clock.js'
import { sha256 } from '../../platform/digest.js'
import { Sealing } from '../../platform/sealing.js'
import { statement } from '../../platform/statement.js'
import { userNameKey } from '../account.js'

/** The second step of a log-on, found by the SHA-256 of its cookie. A code that was sent lies with the one-time codes. */
export interface Attempt {
  readonly token: string
  readonly accountId: string
  /** How it is proven: by a code that was sent, or by the account's authenticator. */
  readonly way: 'message' | 'authenticator'
  /** Of the authenticator's codes. */
  readonly triesLeft: number
  readonly startedAt: string
}

/** In a row, of a name or of what its holder fails with. */
interface Failures {
  readonly index: string
  readonly failures: number
  readonly waitUntil: string | null
}

const columns = 'token, account_id AS "accountId", way, tries_left AS "triesLeft", started_at AS "startedAt"'

/** How long the second step may take from the first. */
export const attemptSeconds = 30 * 60

const freeTries = 5
const firstWait = 30
const longestWait = 3600
/** So many failures in a row stop a name until its holder recovers it or the security administrator clears it (NIST SP 800-63B-4 §3.2.2). */
const mostFailures = 100

@Injectable()
export class LogOnRepository {
  constructor(private readonly sealing: Sealing) {}

  /**
   * Counts a try before the password is looked at, for names that exist and names that do not. From the fifth on each must be followed by a wait: 30 s,
   * doubling to an hour; after a hundred there are no more. Answers instead until when to wait while a wait is running, or that the name is stopped.
   * `own`: a session or known device of the account, which waits for its own failures only, so that a stranger who keeps failing does not keep its holder out;
   * to the hundred its failures count like any other.
   */
  async takeTry(tx: EntityManager, userName: string, now: string, own?: string): Promise<{ refusedUntil: string } | { stopped: true } | { waitUntil: string | null }> {
    const [ofAll, ofOwn] = [await this.lockFailures(tx, this.indexOf(userName), now), own && (await this.lockFailures(tx, this.indexOfOwn(userName, own), now))]
    if (ofAll.failures >= mostFailures) return { stopped: true }
    const judged = ofOwn || ofAll
    if (judged.waitUntil && judged.waitUntil > now) return { refusedUntil: judged.waitUntil }
    const waitUntil = await this.countFailure(tx, ofAll, now)
    return { waitUntil: ofOwn ? await this.countFailure(tx, ofOwn, now) : waitUntil }
  }

  private async lockFailures(tx: EntityManager, index: string, now: string): Promise<Failures> {
    await statement(tx, 'INSERT INTO log_on_failures (user_name_index, failures, at) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING', [index, now])
    const { rows } = await statement<Omit<Failures, 'index'>>(
      tx, 'SELECT failures, wait_until AS "waitUntil" FROM log_on_failures WHERE user_name_index = $1 FOR UPDATE', [index],
    )
    return { index, failures: rows[0]?.failures ?? 0, waitUntil: rows[0]?.waitUntil ?? null }
  }

  /** Answers until when the next one has to wait. */
  private async countFailure(tx: EntityManager, before: Failures, now: string): Promise<string | null> {
    const failures = before.failures + 1
    const waitUntil = failures < freeTries ? null : later(now, Math.min(longestWait, firstWait * 2 ** (failures - freeTries)))
    await statement(tx, 'UPDATE log_on_failures SET failures = $2, wait_until = $3, at = $4 WHERE user_name_index = $1', [before.index, failures, waitUntil, now])
    return waitUntil
  }

  /** The password was right: earlier tries do not count any more. */
  async forgetTries(tx: EntityManager, userName: string, own?: string): Promise<void> {
    // In the order in which they are counted.
    for (const index of [this.indexOf(userName), ...(own ? [this.indexOfOwn(userName, own)] : [])]) await statement(tx, 'DELETE FROM log_on_failures WHERE user_name_index = $1', [index])
  }

  /** Until when this name has to wait, if a wait was ever set, and whether it is stopped altogether. */
  async waitOf(tx: EntityManager, userName: string): Promise<{ readonly waitUntil: string | null; readonly stopped: boolean }> {
    const { rows } = await statement<{ waitUntil: string | null; stopped: boolean }>(
      tx, 'SELECT wait_until AS "waitUntil", failures >= $2 AS stopped FROM log_on_failures WHERE user_name_index = $1', [this.indexOf(userName), mostFailures],
    )
    return rows[0] ?? { waitUntil: null, stopped: false }
  }

  async insertAttempt(tx: EntityManager, { token, accountId, way, triesLeft, startedAt }: Attempt): Promise<void> {
    await statement(tx, 'INSERT INTO log_on_attempts (token, account_id, way, tries_left, started_at) VALUES ($1, $2, $3, $4, $5)', [
      token, accountId, way, triesLeft, startedAt,
    ])
  }

  async saveTries(tx: EntityManager, token: string, triesLeft: number): Promise<void> {
    await statement(tx, 'UPDATE log_on_attempts SET tries_left = $2 WHERE token = $1', [token, triesLeft])
  }

  async find(tx: EntityManager, cookie: string, now: string): Promise<Attempt | undefined> {
    const { rows } = await statement<Attempt>(tx, `SELECT ${columns} FROM log_on_attempts WHERE token = $1 AND started_at > $2`, [
      sha256(cookie), later(now, -attemptSeconds),
    ])
    return rows[0]
  }

  async lock(tx: EntityManager, cookie: string, now: string): Promise<Attempt | undefined> {
    const { rows } = await statement<Attempt>(tx, `SELECT ${columns} FROM log_on_attempts WHERE token = $1 AND started_at > $2 FOR UPDATE`, [
      sha256(cookie), later(now, -attemptSeconds),
    ])
    return rows[0]
  }

  async remove(tx: EntityManager, token: string): Promise<void> {
    await statement(tx, 'DELETE FROM log_on_attempts WHERE token = $1', [token])
  }

  /** Failures in a row are remembered long after the last one (`failures`, `stopped`: until when they are old): a guesser who rests does not start anew. */
  async purge(tx: EntityManager, now: string, before: { readonly failures: string; readonly stopped: string }): Promise<void> {
    await statement(tx, 'DELETE FROM log_on_attempts WHERE started_at < $1', [later(now, -attemptSeconds)])
    await statement(tx, 'DELETE FROM log_on_failures WHERE at < CASE WHEN failures < $2 THEN $1::timestamptz ELSE $3::timestamptz END', [before.failures, mostFailures, before.stopped])
  }

  /** Names a user name, also of no account, without saying it. */
  readonly indexOf = (userName: string): string => this.sealing.mark('user-name', userNameKey(userName))

  private readonly indexOfOwn = (userName: string, own: string): string => this.sealing.mark('user-name', `${userNameKey(userName)}|${own}`)
}
