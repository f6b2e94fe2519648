import type { DocumentName } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import type { z } from 'zod'
import type { EntityManager } from 'typeorm'
import { sha256 } from '../../platform/digest.js'
import { Sealing } from '../../platform/sealing.js'
import { statement } from '../../platform/statement.js'

export interface Accepted {
  readonly document: z.infer<typeof DocumentName>
  readonly version: string
  readonly acceptedAt: string
}

/** The codes of a running registration. `mobileCode` and `emailCode` are fingerprints. */
export interface SentCodes {
  readonly mobile: string
  readonly email: string
  readonly mobileCode: string
  readonly emailCode: string
  /** In clear; kept only when they may be shown. */
  readonly onScreen: { readonly mobileCode: string; readonly emailCode: string } | null
  readonly expiresAt: string
  readonly resendAt: string
  readonly triesLeft: number
}

export interface RunningRegistration {
  readonly token: string
  readonly accepted: readonly Accepted[]
  readonly codes: SentCodes | null
  /** Set once the account is made. */
  readonly userName: string | null
}

interface Row {
  token: string
  accepted: Accepted[]
  mobile: string | null
  email: string | null
  mobileCode: string | null
  emailCode: string | null
  onScreen: string | null
  expiresAt: string | null
  resendAt: string | null
  triesLeft: number
  userName: string | null
}

const columns = `token, accepted, mobile, email, mobile_code AS "mobileCode", email_code AS "emailCode", on_screen AS "onScreen", expires_at AS "expiresAt",
  resend_at AS "resendAt", tries_left AS "triesLeft", user_name AS "userName"`

/** Registrations are found by the SHA-256 of their cookie. */
@Injectable()
export class RegistrationsRepository {
  constructor(private readonly sealing: Sealing) {}

  async insert(tx: EntityManager, cookie: string, now: string): Promise<void> {
    await statement(tx, `INSERT INTO registrations (token, started_at, accepted, tries_left) VALUES ($1, $2, '[]', 0)`, [sha256(cookie), now])
  }

  /** Of those started after `since`. */
  async find(tx: EntityManager, cookie: string, since: string): Promise<RunningRegistration | undefined> {
    const { rows } = await statement<Row>(tx, `SELECT ${columns} FROM registrations WHERE token = $1 AND started_at > $2`, [sha256(cookie), since])
    return rows[0] && this.opened(rows[0])
  }

  async lock(tx: EntityManager, cookie: string, since: string): Promise<RunningRegistration | undefined> {
    const { rows } = await statement<Row>(tx, `SELECT ${columns} FROM registrations WHERE token = $1 AND started_at > $2 FOR UPDATE`, [sha256(cookie), since])
    return rows[0] && this.opened(rows[0])
  }

  async saveAccepted(tx: EntityManager, token: string, accepted: readonly Accepted[]): Promise<void> {
    await statement(tx, 'UPDATE registrations SET accepted = $2 WHERE token = $1', [token, JSON.stringify(accepted)])
  }

  async saveCodes(tx: EntityManager, token: string, codes: SentCodes): Promise<void> {
    const seal = (column: string, text: string) => this.sealing.seal({ table: 'registrations', column, row: token }, text)
    await statement(
      tx,
      `UPDATE registrations SET mobile = $2, email = $3, mobile_code = $4, email_code = $5, on_screen = $6, expires_at = $7, resend_at = $8, tries_left = $9
       WHERE token = $1`,
      [
        token, seal('mobile', codes.mobile), seal('email', codes.email), codes.mobileCode, codes.emailCode,
        codes.onScreen && seal('on_screen', JSON.stringify(codes.onScreen)), codes.expiresAt, codes.resendAt, codes.triesLeft,
      ],
    )
  }

  /** Takes one try before anything is compared. Undefined when there is none left, or the codes are too old. */
  async takeTry(tx: EntityManager, token: string, now: string): Promise<{ mobileCode: string; emailCode: string; triesLeft: number } | undefined> {
    const { rows } = await statement<{ mobileCode: string; emailCode: string; triesLeft: number }>(
      tx,
      `UPDATE registrations SET tries_left = tries_left - 1 WHERE token = $1 AND tries_left > 0 AND expires_at > $2
       RETURNING mobile_code AS "mobileCode", email_code AS "emailCode", tries_left AS "triesLeft"`,
      [token, now],
    )
    return rows[0]
  }

  /** The account is made: the codes and addresses are not needed any more. */
  async finish(tx: EntityManager, token: string, userName: string): Promise<void> {
    await statement(
      tx,
      `UPDATE registrations SET user_name = $2, mobile = NULL, email = NULL, mobile_code = NULL, email_code = NULL, on_screen = NULL, expires_at = NULL,
         resend_at = NULL, tries_left = 0 WHERE token = $1`,
      [token, userName],
    )
  }

  async purge(tx: EntityManager, before: string): Promise<void> {
    await statement(tx, 'DELETE FROM registrations WHERE started_at < $1', [before])
  }

  private opened(row: Row): RunningRegistration {
    const open = (column: string, sealed: string) => this.sealing.open({ table: 'registrations', column, row: row.token }, sealed)
    const { token, accepted, mobile, email, mobileCode, emailCode, onScreen, expiresAt, resendAt, triesLeft, userName } = row
    const codes = mobile && email && mobileCode && emailCode && expiresAt && resendAt
      ? {
          mobile: open('mobile', mobile), email: open('email', email), mobileCode, emailCode, expiresAt, resendAt, triesLeft,
          onScreen: onScreen ? (JSON.parse(open('on_screen', onScreen)) as SentCodes['onScreen']) : null,
        }
      : null
    return { token, accepted, codes, userName }
  }
}
