import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { SessionInfo } from '../http/request.js'
import { later } from '../platform/clock.js'
import { randomToken, sha256 } from '../platform/digest.js'
import { Queries } from '../platform/queries.js'
import { statement } from '../platform/statement.js'

export const idleSeconds = 30 * 60
export const absoluteSeconds = 12 * 60 * 60

interface Row extends Omit<SessionInfo, 'endsAt'> {
  startedAt: string
  seenAt: string
}

@Injectable()
export class SessionsRepository {
  constructor(private readonly queries: Queries) {}

  /** A new session; answers the cookie's value, of which only the SHA-256 is stored. */
  async open(tx: EntityManager, accountId: string, now: string): Promise<string> {
    const token = randomToken()
    await statement(tx, 'INSERT INTO sessions (token, account_id, started_at, seen_at) VALUES ($1, $2, $3, $3)', [sha256(token), accountId, now])
    return token
  }

  /** The live session of a cookie: seen within 30 minutes, started within 12 hours, of an account that is not disabled. Reads only. */
  async find(token: string, now: string): Promise<(SessionInfo & { readonly seenAt: string }) | undefined> {
    const [row] = await this.queries.named<Row>(
      'sessions.find',
      `SELECT s.token AS id, a.id AS "accountId", a.user_name AS "userName", a.name, a.role, a.provider_id AS "providerId", a.province,
              s.started_at AS "startedAt", s.seen_at AS "seenAt"
       FROM sessions s JOIN accounts a ON a.id = s.account_id
       WHERE s.token = $1 AND s.seen_at > $2 AND s.started_at > $3 AND a.disabled_at IS NULL`,
      [sha256(token), later(now, -idleSeconds), later(now, -absoluteSeconds)],
    )
    if (!row) return undefined
    const { startedAt, ...session } = row
    return { ...session, endsAt: endOf(startedAt, now) }
  }

  async touch(tx: EntityManager, id: string, now: string): Promise<void> {
    await statement(tx, 'UPDATE sessions SET seen_at = $2 WHERE token = $1 AND seen_at < $2', [id, now])
  }

  async close(tx: EntityManager, id: string): Promise<void> {
    await statement(tx, 'DELETE FROM sessions WHERE token = $1', [id])
  }
}

/** When a session that is used at `now` ends if nothing more is asked. */
export const endOf = (startedAt: string, now: string): string => {
  const idle = later(now, idleSeconds)
  const absolute = later(startedAt, absoluteSeconds)
  return idle < absolute ? idle : absolute
}
