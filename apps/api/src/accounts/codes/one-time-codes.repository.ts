import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../../platform/sealing.js'
import { statement } from '../../platform/statement.js'

export interface StoredCode {
  readonly purpose: string
  /** What the code opens: an attempt, a registration, a session. */
  readonly holder: string
  /** Fingerprint of the code together with purpose, holder and target. */
  readonly code: string
  /** Fingerprint of where it went. */
  readonly target: string
  /** In clear; kept only when it may be shown. */
  readonly onScreen: string | null
  readonly expiresAt: string
  readonly resendAt: string
  readonly triesLeft: number
}

const columns = 'purpose, holder, code, target, on_screen AS "onScreen", expires_at AS "expiresAt", resend_at AS "resendAt", tries_left AS "triesLeft"'

@Injectable()
export class OneTimeCodesRepository {
  constructor(private readonly sealing: Sealing) {}

  async find(tx: EntityManager, purpose: string, holder: string): Promise<StoredCode | undefined> {
    const { rows } = await statement<StoredCode>(tx, `SELECT ${columns} FROM one_time_codes WHERE purpose = $1 AND holder = $2`, [purpose, holder])
    return rows[0] && this.opened(rows[0])
  }

  async lock(tx: EntityManager, purpose: string, holder: string): Promise<StoredCode | undefined> {
    const { rows } = await statement<StoredCode>(tx, `SELECT ${columns} FROM one_time_codes WHERE purpose = $1 AND holder = $2 FOR UPDATE`, [purpose, holder])
    return rows[0] && this.opened(rows[0])
  }

  /** In place of the one before: only the newest works. */
  async save(tx: EntityManager, row: StoredCode): Promise<void> {
    await statement(
      tx,
      `INSERT INTO one_time_codes (purpose, holder, code, target, on_screen, expires_at, resend_at, tries_left) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (purpose, holder) DO UPDATE SET code = excluded.code, target = excluded.target, on_screen = excluded.on_screen,
         expires_at = excluded.expires_at, resend_at = excluded.resend_at, tries_left = excluded.tries_left`,
      [
        row.purpose, row.holder, row.code, row.target, row.onScreen && this.sealing.seal(placeOf(row), row.onScreen), row.expiresAt, row.resendAt, row.triesLeft,
      ],
    )
  }

  /** Takes one try before anything is compared, so that no number of simultaneous guesses gets more than there are. */
  async takeTry(tx: EntityManager, purpose: string, holder: string, now: string): Promise<{ code: string; target: string; triesLeft: number } | undefined> {
    const { rows } = await statement<{ code: string; target: string; triesLeft: number }>(
      tx,
      `UPDATE one_time_codes SET tries_left = tries_left - 1 WHERE purpose = $1 AND holder = $2 AND tries_left > 0 AND expires_at > $3
       RETURNING code, target, tries_left AS "triesLeft"`,
      [purpose, holder, now],
    )
    return rows[0]
  }

  /** True for the one who uses the code up. */
  async useUp(tx: EntityManager, purpose: string, holder: string, code: string, now: string): Promise<boolean> {
    const { affected } = await statement(tx, 'DELETE FROM one_time_codes WHERE purpose = $1 AND holder = $2 AND code = $3 AND expires_at > $4', [
      purpose, holder, code, now,
    ])
    return affected === 1
  }

  async remove(tx: EntityManager, holder: string): Promise<void> {
    await statement(tx, 'DELETE FROM one_time_codes WHERE holder = $1', [holder])
  }

  async purge(tx: EntityManager, before: string): Promise<void> {
    await statement(tx, 'DELETE FROM one_time_codes WHERE expires_at < $1', [before])
  }

  private opened(row: StoredCode): StoredCode {
    return { ...row, onScreen: row.onScreen && this.sealing.open(placeOf(row), row.onScreen) }
  }
}

const placeOf = ({ purpose, holder }: StoredCode) => ({ table: 'one_time_codes', column: 'on_screen', row: `${purpose}|${holder}` })
