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

export interface RunningRegistration {
  readonly token: string
  readonly accepted: readonly Accepted[]
  /** Where the newest codes went; null = none were sent. */
  readonly addresses: { readonly mobile: string; readonly email: string } | null
  /** Set once the account is made. */
  readonly userName: string | null
}

interface Row {
  token: string
  accepted: Accepted[]
  mobile: string | null
  email: string | null
  userName: string | null
}

const columns = 'token, accepted, mobile, email, user_name AS "userName"'

/** Registrations are found by the SHA-256 of their cookie. */
@Injectable()
export class RegistrationsRepository {
  constructor(private readonly sealing: Sealing) {}

  async insert(tx: EntityManager, cookie: string, now: string): Promise<void> {
    await statement(tx, `INSERT INTO registrations (token, started_at, accepted) VALUES ($1, $2, '[]')`, [sha256(cookie), now])
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

  async saveAddresses(tx: EntityManager, token: string, { mobile, email }: { readonly mobile: string; readonly email: string }): Promise<void> {
    const seal = (column: string, text: string) => this.sealing.seal({ table: 'registrations', column, row: token }, text)
    await statement(tx, 'UPDATE registrations SET mobile = $2, email = $3 WHERE token = $1', [token, seal('mobile', mobile), seal('email', email)])
  }

  /** The account is made: the addresses are not needed any more. */
  async finish(tx: EntityManager, token: string, userName: string): Promise<void> {
    await statement(tx, 'UPDATE registrations SET user_name = $2, mobile = NULL, email = NULL WHERE token = $1', [token, userName])
  }

  async purge(tx: EntityManager, before: string): Promise<void> {
    await statement(tx, 'DELETE FROM registrations WHERE started_at < $1', [before])
  }

  private opened(row: Row): RunningRegistration {
    const open = (column: string, sealed: string) => this.sealing.open({ table: 'registrations', column, row: row.token }, sealed)
    const { token, accepted, mobile, email, userName } = row
    return { token, accepted, userName, addresses: mobile && email ? { mobile: open('mobile', mobile), email: open('email', email) } : null }
  }
}
