import { randomUUID } from 'node:crypto'
import type { Device } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { SessionInfo } from '../http/request.js'
import { later } from '../platform/clock.js'
import { randomToken, sha256 } from '../platform/digest.js'
import { Queries } from '../platform/queries.js'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import { PasswordPolicy } from './passwords/password-policy.js'
import { RecoveryRequestsRepository } from './recovery/recovery-requests.repository.js'

export const idleSeconds = 30 * 60
export const absoluteSeconds = 12 * 60 * 60

interface Row extends Omit<SessionInfo, 'endsAt' | 'passwordExpired'> {
  startedAt: string
  passwordChangedAt: string
  seenAt: string
}

/** A live session at the moment of a request: `endsAt` if the request counts as use of it, `endsUnused` if not. */
export interface FoundSession extends SessionInfo {
  readonly seenAt: string
  readonly endsUnused: string
}

/** From where a session is opened. */
export interface Origin extends Device {
  /** Without its last part; '' when unknown. */
  readonly address: string
}

/** A live session as its owner sees it. */
export interface OpenSession extends Origin {
  readonly id: string
  readonly startedAt: string
  readonly seenAt: string
  readonly current: boolean
}

const nowhere: Origin = { browser: '', system: '', address: '' }

@Injectable()
export class SessionsRepository {
  constructor(
    private readonly queries: Queries,
    private readonly sealing: Sealing,
    private readonly policy: PasswordPolicy,
    private readonly recoveries: RecoveryRequestsRepository,
  ) {}

  /** A new session on the account's known device `deviceId`; answers the cookie's value, of which only the SHA-256 is stored. */
  async open(tx: EntityManager, accountId: string, now: string, { browser, system, address }: Origin = nowhere, deviceId: string | null = null): Promise<string> {
    const token = randomToken()
    const id = randomUUID()
    await statement(
      tx, 'INSERT INTO sessions (token, id, account_id, started_at, seen_at, browser, system, address, device_id) VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8)',
      [sha256(token), id, accountId, now, browser, system, address && this.sealing.seal(placeOf(id), address), deviceId],
    )
    return token
  }

  /** The live session of a cookie: seen within 30 minutes, started within 12 hours, of an account that is not disabled. Reads only. */
  async find(token: string, now: string): Promise<FoundSession | undefined> {
    const [row] = await this.queries.named<Row>(
      'sessions.find',
      `SELECT s.token AS id, a.id AS "accountId", a.user_name AS "userName", a.name, a.role, a.provider_id AS "providerId", a.province,
              s.started_at AS "startedAt", s.seen_at AS "seenAt", coalesce(s.proven_at, s.started_at) AS "provenAt", coalesce(a.password_changed_at, a.registered_at) AS "passwordChangedAt"
       FROM sessions s JOIN accounts a ON a.id = s.account_id
       WHERE s.token = $1 AND s.seen_at > $2 AND s.started_at > $3 AND a.disabled_at IS NULL`,
      [sha256(token), later(now, -idleSeconds), later(now, -absoluteSeconds)],
    )
    if (!row) return undefined
    const { startedAt, passwordChangedAt, ...session } = row
    return { ...session, endsAt: endOf(startedAt, now), endsUnused: endOf(startedAt, session.seenAt), ...(this.policy.hasExpired(passwordChangedAt, startedAt) ? { passwordExpired: true } : {}) }
  }

  /** The live sessions of an account, the last seen first. `current` is the id of the session that asks. */
  async listOf(accountId: string, current: string, now: string): Promise<OpenSession[]> {
    const rows = await this.queries.named<Omit<OpenSession, 'address'> & { readonly address: string | null }>(
      'sessions.of-account',
      `SELECT id, browser, system, address, started_at AS "startedAt", seen_at AS "seenAt", token = $2 AS current FROM sessions
       WHERE account_id = $1 AND seen_at > $3 AND started_at > $4 ORDER BY token = $2 DESC, seen_at DESC, id`,
      [accountId, current, later(now, -idleSeconds), later(now, -absoluteSeconds)],
    )
    return rows.map((row) => ({ ...row, address: row.address ? this.sealing.open(placeOf(row.id), row.address) : '' }))
  }

  /** Its second step was proven anew. */
  async prove(tx: EntityManager, id: string, now: string): Promise<void> {
    await statement(tx, 'UPDATE sessions SET proven_at = $2 WHERE token = $1', [id, now])
  }

  async touch(tx: EntityManager, id: string, now: string): Promise<void> {
    await statement(tx, 'UPDATE sessions SET seen_at = $2 WHERE token = $1 AND seen_at < $2', [id, now])
  }

  /** The same session under a new cookie; the one before opens nothing any more. Undefined when the session has ended meanwhile. */
  async renew(tx: EntityManager, id: string): Promise<string | undefined> {
    const token = randomToken()
    const { affected } = await statement(tx, 'UPDATE sessions SET token = $2 WHERE token = $1', [id, sha256(token)])
    return affected === 1 ? token : undefined
  }

  async close(tx: EntityManager, id: string): Promise<void> {
    await statement(tx, 'DELETE FROM sessions WHERE token = $1', [id])
  }

  /** Whether the account has a session of the id that its owner sees. */
  async has(tx: EntityManager, accountId: string, id: string): Promise<boolean> {
    return (await statement(tx, 'SELECT 1 FROM sessions WHERE account_id = $1 AND id = $2', [accountId, id])).rows.length === 1
  }

  /** Ends one session of the account by the id that its owner sees. False when it has none of this id. */
  async closeOne(tx: EntityManager, accountId: string, id: string): Promise<boolean> {
    return (await statement(tx, 'DELETE FROM sessions WHERE account_id = $1 AND id = $2', [accountId, id])).affected === 1
  }

  /**
   * Ends every session of the account, every log-on that waits for its code and every recovery of the password with its link, and forgets every device, so that
   * whoever had one of them is told of as new; all but the session `spared` and its device. Answers how many sessions and devices.
   */
  async closeAll(tx: EntityManager, accountId: string, spared = ''): Promise<{ readonly ended: number; readonly forgotten: number }> {
    await statement(tx, 'DELETE FROM log_on_attempts WHERE account_id = $1', [accountId])
    await this.recoveries.removeOf(tx, accountId)
    const forgotten = await statement(
      tx, 'DELETE FROM known_devices WHERE account_id = $1 AND id IS DISTINCT FROM (SELECT device_id FROM sessions WHERE account_id = $1 AND token = $2)', [accountId, spared],
    )
    const ended = await statement(tx, 'DELETE FROM sessions WHERE account_id = $1 AND token <> $2', [accountId, spared])
    return { ended: ended.affected, forgotten: forgotten.affected }
  }
}

const placeOf = (id: string) => ({ table: 'sessions', column: 'address', row: id })

/** When a session that is used at `now` ends if nothing more is asked. */
export const endOf = (startedAt: string, now: string): string => {
  const idle = later(now, idleSeconds)
  const absolute = later(startedAt, absoluteSeconds)
  return idle < absolute ? idle : absolute
}
