import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { later } from '../../platform/clock.js'
import { sha256 } from '../../platform/digest.js'
import { Sealing } from '../../platform/sealing.js'
import { statement } from '../../platform/statement.js'
import { userNameKey } from '../account.js'

/** The second step of a log-on, found by the SHA-256 of its cookie. */
export interface Attempt {
  readonly token: string
  readonly accountId: string
  /** Fingerprint of the newest code. */
  readonly code: string
  /** In clear; kept only when it may be shown. */
  readonly onScreen: string | null
  readonly expiresAt: string
  readonly resendAt: string
  readonly triesLeft: number
}

const columns = `token, account_id AS "accountId", code, on_screen AS "onScreen", expires_at AS "expiresAt", resend_at AS "resendAt", tries_left AS "triesLeft"`

/** How long the second step may take from the first. */
export const attemptSeconds = 30 * 60

const freeTries = 5
const firstWait = 30
const longestWait = 3600

@Injectable()
export class LogOnRepository {
  constructor(private readonly sealing: Sealing) {}

  /**
   * Counts a try before the password is looked at, for names that exist and names that do not. From the fifth on each must be followed by a wait: 30 s,
   * doubling to an hour. Answers until when to wait instead when a wait is running.
   */
  async takeTry(tx: EntityManager, userName: string, now: string): Promise<{ refusedUntil: string } | { waitUntil: string | null }> {
    const index = this.indexOf(userName)
    await statement(tx, 'INSERT INTO log_on_failures (user_name_index, failures, at) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING', [index, now])
    const { rows } = await statement<{ failures: number; waitUntil: string | null }>(
      tx, 'SELECT failures, wait_until AS "waitUntil" FROM log_on_failures WHERE user_name_index = $1 FOR UPDATE', [index],
    )
    const state = rows[0]
    if (state?.waitUntil && state.waitUntil > now) return { refusedUntil: state.waitUntil }
    const failures = (state?.failures ?? 0) + 1
    const waitUntil = failures < freeTries ? null : later(now, Math.min(longestWait, firstWait * 2 ** (failures - freeTries)))
    await statement(tx, 'UPDATE log_on_failures SET failures = $2, wait_until = $3, at = $4 WHERE user_name_index = $1', [index, failures, waitUntil, now])
    return { waitUntil }
  }

  /** The password was right: earlier tries do not count any more. */
  async forgetTries(tx: EntityManager, userName: string): Promise<void> {
    await statement(tx, 'DELETE FROM log_on_failures WHERE user_name_index = $1', [this.indexOf(userName)])
  }

  async insertAttempt(tx: EntityManager, attempt: Attempt, now: string): Promise<void> {
    await statement(
      tx,
      `INSERT INTO log_on_attempts (token, account_id, code, on_screen, expires_at, resend_at, tries_left, started_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [attempt.token, attempt.accountId, attempt.code, this.sealed(attempt), attempt.expiresAt, attempt.resendAt, attempt.triesLeft, now],
    )
  }

  async find(tx: EntityManager, cookie: string, now: string): Promise<Attempt | undefined> {
    const { rows } = await statement<Attempt>(tx, `SELECT ${columns} FROM log_on_attempts WHERE token = $1 AND started_at > $2`, [
      sha256(cookie), later(now, -attemptSeconds),
    ])
    return rows[0] && this.opened(rows[0])
  }

  async lock(tx: EntityManager, cookie: string, now: string): Promise<Attempt | undefined> {
    const { rows } = await statement<Attempt>(tx, `SELECT ${columns} FROM log_on_attempts WHERE token = $1 AND started_at > $2 FOR UPDATE`, [
      sha256(cookie), later(now, -attemptSeconds),
    ])
    return rows[0] && this.opened(rows[0])
  }

  async save(tx: EntityManager, attempt: Attempt): Promise<void> {
    await statement(tx, 'UPDATE log_on_attempts SET code = $2, on_screen = $3, expires_at = $4, resend_at = $5, tries_left = $6 WHERE token = $1', [
      attempt.token, attempt.code, this.sealed(attempt), attempt.expiresAt, attempt.resendAt, attempt.triesLeft,
    ])
  }

  async remove(tx: EntityManager, token: string): Promise<void> {
    await statement(tx, 'DELETE FROM log_on_attempts WHERE token = $1', [token])
  }

  async purge(tx: EntityManager, now: string): Promise<void> {
    await statement(tx, 'DELETE FROM log_on_attempts WHERE started_at < $1', [later(now, -attemptSeconds)])
    await statement(tx, 'DELETE FROM log_on_failures WHERE at < $1', [later(now, -24 * 3600)])
  }

  /** Names a user name, also of no account, without saying it. */
  readonly indexOf = (userName: string): string => this.sealing.index('user-name', userNameKey(userName))

  private readonly placeOf = (token: string) => ({ table: 'log_on_attempts', column: 'on_screen', row: token })
  private readonly sealed = ({ token, onScreen }: Attempt) => onScreen && this.sealing.seal(this.placeOf(token), onScreen)
  private readonly opened = (row: Attempt): Attempt => ({ ...row, onScreen: row.onScreen && this.sealing.open(this.placeOf(row.token), row.onScreen) })
}
