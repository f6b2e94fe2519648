import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { statement } from '../platform/statement.js'

export interface StepUpCode {
  readonly code: string
  readonly onScreen: string | null
  readonly expiresAt: string
  readonly resendAt: string
  readonly triesLeft: number
}

@Injectable()
export class StepUpRepository {
  async lock(tx: EntityManager, accountId: string, purpose: string): Promise<StepUpCode | undefined> {
    const { rows } = await statement<StepUpCode>(
      tx,
      `SELECT code, on_screen AS "onScreen", expires_at AS "expiresAt", resend_at AS "resendAt", tries_left AS "triesLeft"
       FROM step_up_codes WHERE account_id = $1 AND purpose = $2 FOR UPDATE`,
      [accountId, purpose],
    )
    return rows[0]
  }

  async save(tx: EntityManager, accountId: string, purpose: string, code: StepUpCode): Promise<void> {
    await statement(
      tx,
      `INSERT INTO step_up_codes (account_id, purpose, code, on_screen, expires_at, resend_at, tries_left) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (account_id, purpose) DO UPDATE SET code = excluded.code, on_screen = excluded.on_screen, expires_at = excluded.expires_at,
         resend_at = excluded.resend_at, tries_left = excluded.tries_left`,
      [accountId, purpose, code.code, code.onScreen, code.expiresAt, code.resendAt, code.triesLeft],
    )
  }

  /** Takes one try before anything is compared, so that no number of simultaneous guesses gets more than there are. */
  async takeTry(tx: EntityManager, accountId: string, purpose: string, now: string): Promise<{ code: string; triesLeft: number } | undefined> {
    const { rows } = await statement<{ code: string; triesLeft: number }>(
      tx,
      `UPDATE step_up_codes SET tries_left = tries_left - 1 WHERE account_id = $1 AND purpose = $2 AND tries_left > 0 AND expires_at > $3
       RETURNING code, tries_left AS "triesLeft"`,
      [accountId, purpose, now],
    )
    return rows[0]
  }

  /** True for the one who uses the code up. */
  async useUp(tx: EntityManager, accountId: string, purpose: string, code: string): Promise<boolean> {
    const { affected } = await statement(tx, 'DELETE FROM step_up_codes WHERE account_id = $1 AND purpose = $2 AND code = $3', [accountId, purpose, code])
    return affected === 1
  }
}
