import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../../platform/sealing.js'
import { statement } from '../../platform/statement.js'

export interface Authenticator {
  readonly secret: string
  readonly lastStep: number
  readonly addedAt: string
}

/** Sealed secrets with the newest step that was used, and keyed fingerprints of recovery codes. */
@Injectable()
export class AuthenticatorsRepository {
  constructor(private readonly sealing: Sealing) {}

  async find(tx: EntityManager, accountId: string): Promise<Authenticator | undefined> {
    const { rows } = await statement<Authenticator>(
      tx, 'SELECT secret, last_step AS "lastStep", added_at AS "addedAt" FROM authenticators WHERE account_id = $1', [accountId],
    )
    const [row] = rows
    return row && { ...row, secret: this.sealing.open(placeOf(accountId), row.secret) }
  }

  /** The account's only one: an earlier one and its recovery codes go. */
  async replace(tx: EntityManager, accountId: string, { secret, lastStep, addedAt }: Authenticator, recoveryCodes: readonly string[]): Promise<void> {
    await this.remove(tx, accountId)
    await statement(tx, 'INSERT INTO authenticators (account_id, secret, last_step, added_at) VALUES ($1, $2, $3, $4)', [
      accountId, this.sealing.seal(placeOf(accountId), secret), lastStep, addedAt,
    ])
    await statement(tx, 'INSERT INTO recovery_codes (account_id, code) SELECT $1, unnest($2::text[])', [
      accountId, recoveryCodes.map((code) => this.fingerprint(accountId, code)),
    ])
  }

  async remove(tx: EntityManager, accountId: string): Promise<void> {
    await statement(tx, 'DELETE FROM recovery_codes WHERE account_id = $1', [accountId])
    await statement(tx, 'DELETE FROM authenticators WHERE account_id = $1', [accountId])
  }

  /** False when the step, or a later one, was used already. Of several at the same moment one is true. */
  async useStep(tx: EntityManager, accountId: string, step: number): Promise<boolean> {
    return (await statement(tx, 'UPDATE authenticators SET last_step = $2 WHERE account_id = $1 AND last_step < $2', [accountId, step])).affected === 1
  }

  async useRecoveryCode(tx: EntityManager, accountId: string, code: string, now: string): Promise<boolean> {
    const used = await statement(tx, 'UPDATE recovery_codes SET used_at = $3 WHERE account_id = $1 AND code = $2 AND used_at IS NULL', [
      accountId, this.fingerprint(accountId, code), now,
    ])
    return used.affected === 1
  }

  async countRecoveryCodes(tx: EntityManager, accountId: string): Promise<number> {
    const { rows } = await statement<{ n: string }>(tx, 'SELECT count(*) AS n FROM recovery_codes WHERE account_id = $1 AND used_at IS NULL', [accountId])
    return Number(rows[0]?.n ?? 0)
  }

  private readonly fingerprint = (accountId: string, code: string) => this.sealing.mark('recovery-code', `${accountId}|${code}`)
}

const placeOf = (accountId: string) => ({ table: 'authenticators', column: 'secret', row: accountId })
