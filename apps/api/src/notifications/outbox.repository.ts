import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'

export interface OutboxMessage {
  readonly id: string
  readonly channel: 'sms' | 'mail'
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly at: string
}

export interface OutboxRow {
  readonly id: string
  readonly channel: 'sms' | 'mail'
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly at: string
  readonly deliveredAt: string | null
}

export const outboxColumns = 'id, channel, recipient, subject, body, at, delivered_at AS "deliveredAt"'

@Injectable()
export class OutboxRepository {
  constructor(private readonly sealing: Sealing) {}

  async insert(tx: EntityManager, message: OutboxMessage): Promise<void> {
    const seal = (column: string, text: string) => this.sealing.seal({ table: 'outbox_messages', column, row: message.id }, text)
    await statement(
      tx,
      'INSERT INTO outbox_messages (id, channel, recipient, recipient_index, subject, body, at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [
        message.id, message.channel, seal('recipient', message.to), this.indexOf(message.to), seal('subject', message.subject),
        seal('body', message.text), message.at,
      ],
    )
  }

  /** The message if it still waits for delivery, locked until the transaction ends; undefined while another worker holds it. */
  async lockWaiting(tx: EntityManager, id: string): Promise<OutboxMessage | undefined> {
    const { rows } = await statement<OutboxRow>(
      tx, `SELECT ${outboxColumns} FROM outbox_messages WHERE id = $1 AND delivered_at IS NULL FOR UPDATE SKIP LOCKED`, [id],
    )
    return rows[0] && this.opened(rows[0])
  }

  async markDelivered(tx: EntityManager, id: string, at: string): Promise<void> {
    await statement(tx, 'UPDATE outbox_messages SET delivered_at = $2 WHERE id = $1', [id, at])
  }

  opened(row: OutboxRow): OutboxMessage & { readonly deliveredAt: string | null } {
    const open = (column: string, sealed: string) => this.sealing.open({ table: 'outbox_messages', column, row: row.id }, sealed)
    return {
      id: row.id, channel: row.channel, at: row.at, deliveredAt: row.deliveredAt,
      to: open('recipient', row.recipient), subject: open('subject', row.subject), text: open('body', row.body),
    }
  }

  /** Exact search by recipient: blanks and case do not count. */
  indexOf(recipient: string): string {
    return this.sealing.index('recipient', recipient.replace(/\s/g, '').toLowerCase())
  }
}
