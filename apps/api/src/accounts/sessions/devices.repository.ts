import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { sha256 } from '../../platform/digest.js'
import { statement } from '../../platform/statement.js'

@Injectable()
export class DevicesRepository {
  /** Has the account been used on this device; and has it been used on any? */
  async look(tx: EntityManager, accountId: string, cookie: string): Promise<{ readonly known: boolean; readonly any: boolean }> {
    const { rows } = await statement<{ known: boolean | null; any: boolean }>(
      tx, 'SELECT bool_or(token = $2) AS known, count(*) > 0 AS any FROM known_devices WHERE account_id = $1', [accountId, sha256(cookie)],
    )
    return { known: rows[0]?.known ?? false, any: rows[0]?.any ?? false }
  }

  async note(tx: EntityManager, accountId: string, cookie: string, now: string): Promise<void> {
    await statement(
      tx,
      `INSERT INTO known_devices (account_id, token, first_seen_at, last_seen_at) VALUES ($1, $2, $3, $3)
       ON CONFLICT (account_id, token) DO UPDATE SET last_seen_at = excluded.last_seen_at`,
      [accountId, sha256(cookie), now],
    )
  }

  async purge(tx: EntityManager, before: string): Promise<void> {
    await statement(tx, 'DELETE FROM known_devices WHERE last_seen_at < $1', [before])
  }
}
