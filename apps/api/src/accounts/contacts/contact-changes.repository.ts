import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../../platform/sealing.js'
import { statement } from '../../platform/statement.js'

export type Channel = 'mobile' | 'email'

export interface ContactChange {
  readonly channel: Channel
  readonly value: string
}

const placeOf = (accountId: string) => ({ table: 'contact_changes', column: 'value', row: accountId })

/** The change of a contact that waits for its codes: one per account, in the session that asked. */
@Injectable()
export class ContactChangesRepository {
  constructor(private readonly sealing: Sealing) {}

  async save(tx: EntityManager, accountId: string, session: string, { channel, value }: ContactChange, now: string): Promise<void> {
    await statement(
      tx,
      `INSERT INTO contact_changes (account_id, channel, value, session, started_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (account_id) DO UPDATE SET channel = excluded.channel, value = excluded.value, session = excluded.session, started_at = excluded.started_at`,
      [accountId, channel, this.sealing.seal(placeOf(accountId), value), session, now],
    )
  }

  async lock(tx: EntityManager, accountId: string, session: string, since: string): Promise<ContactChange | undefined> {
    const { rows } = await statement<ContactChange>(
      tx, 'SELECT channel, value FROM contact_changes WHERE account_id = $1 AND session = $2 AND started_at > $3 FOR UPDATE', [accountId, session, since],
    )
    return rows[0] && { channel: rows[0].channel, value: this.sealing.open(placeOf(accountId), rows[0].value) }
  }

  async remove(tx: EntityManager, accountId: string): Promise<void> {
    await statement(tx, 'DELETE FROM contact_changes WHERE account_id = $1', [accountId])
  }

  async purge(tx: EntityManager, before: string): Promise<void> {
    await statement(tx, 'DELETE FROM contact_changes WHERE started_at < $1', [before])
  }
}
