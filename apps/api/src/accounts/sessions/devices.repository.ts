import { randomUUID } from 'node:crypto'
import type { Device } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { sha256 } from '../../platform/digest.js'
import { Queries } from '../../platform/queries.js'
import { statement } from '../../platform/statement.js'
import { userNameKey } from '../account.js'

/** A device as the account sees it that was used on it. */
export interface KnownDevice extends Device {
  readonly id: string
  readonly firstSeenAt: string
  /** The last log-on. */
  readonly lastSeenAt: string
  readonly current: boolean
}

@Injectable()
export class DevicesRepository {
  constructor(private readonly queries: Queries) {}

  /** A log-on from this device: by which id the account knows it, and whether it knew it before. */
  async note(tx: EntityManager, accountId: string, cookie: string, { browser, system }: Device, now: string): Promise<{ readonly id: string; readonly known: boolean }> {
    const made = randomUUID()
    const { rows } = await statement<{ id: string }>(
      tx,
      `INSERT INTO known_devices (account_id, token, id, browser, system, first_seen_at, last_seen_at) VALUES ($1, $2, $3, $4, $5, $6, $6)
       ON CONFLICT (account_id, token) DO UPDATE SET last_seen_at = excluded.last_seen_at, browser = excluded.browser, system = excluded.system RETURNING id`,
      [accountId, sha256(cookie), made, browser, system, now],
    )
    const id = rows[0]?.id ?? made
    return { id, known: id !== made }
  }

  /** The devices of an account: the one of the session `current`, then the last used first. */
  listOf(accountId: string, current: string): Promise<KnownDevice[]> {
    return this.queries.named<KnownDevice>(
      'devices.of-account',
      `SELECT d.id, d.browser, d.system, d.first_seen_at AS "firstSeenAt", d.last_seen_at AS "lastSeenAt", s.token IS NOT NULL AS current
       FROM known_devices d LEFT JOIN sessions s ON s.device_id = d.id AND s.account_id = d.account_id AND s.token = $2
       WHERE d.account_id = $1 ORDER BY current DESC, d.last_seen_at DESC, d.id`,
      [accountId, current],
    )
  }

  /** Whether the account of this user name was logged on to from the device; false for a name of nobody. */
  async isOf(tx: EntityManager, userName: string, cookie: string): Promise<boolean> {
    const { rows } = await statement(
      tx, 'SELECT 1 FROM known_devices d JOIN accounts a ON a.id = d.account_id WHERE a.user_name_key = $1 AND d.token = $2', [userNameKey(userName), sha256(cookie)],
    )
    return rows.length === 1
  }

  /** Whether the account knows a device of this id. */
  async has(tx: EntityManager, accountId: string, id: string): Promise<boolean> {
    return (await statement(tx, 'SELECT 1 FROM known_devices WHERE account_id = $1 AND id = $2', [accountId, id])).rows.length === 1
  }

  /** Forgets one device of the account, and ends its sessions. Answers how many; undefined when the account has none of this id. */
  async forget(tx: EntityManager, accountId: string, id: string): Promise<number | undefined> {
    if ((await statement(tx, 'DELETE FROM known_devices WHERE account_id = $1 AND id = $2', [accountId, id])).affected === 0) return undefined
    return (await statement(tx, 'DELETE FROM sessions WHERE account_id = $1 AND device_id = $2', [accountId, id])).affected
  }

  async purge(tx: EntityManager, before: string): Promise<void> {
    await statement(tx, 'DELETE FROM known_devices WHERE last_seen_at < $1', [before])
  }
}
