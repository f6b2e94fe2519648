import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import type { FaultKind } from './delivery-fault.js'
import { recipientText } from './recipient-text.api.js'

export interface OutboxMessage {
  readonly id: string
  readonly channel: 'sms' | 'mail'
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Parts of subject and text that say who somebody is; null = not known, of a message from before they were written down. */
  readonly personal: readonly string[] | null
  readonly at: string
  /** After it the message is worth nothing, as that of an old code; null = never. */
  readonly expiresAt: string | null
  /** What it carries; kept as a keyed mark. Null = nothing ends it before its time. */
  readonly about: string | null
  readonly byStranger: boolean
}

export type MessageState = 'waiting' | 'delivered' | 'failed' | 'kept'

export interface MessageStanding {
  readonly state: MessageState
  readonly attempts: number
  /** Of the last attempt that failed. */
  readonly error: FaultKind | null
  readonly deliveredAt: string | null
  readonly nextTryAt: string | null
  /** How often the operator had it sent again. */
  readonly resends: number
}

export type ClaimedMessage = OutboxMessage & Pick<MessageStanding, 'attempts' | 'resends'>

export interface OutboxRow extends MessageStanding {
  readonly id: string
  readonly channel: 'sms' | 'mail'
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly personal: string | null
  readonly at: string
  readonly expiresAt: string | null
  readonly about: string | null
  readonly byStranger: boolean
}

export const outboxColumns = `id, channel, recipient, subject, body, personal_parts AS personal, at, expires_at AS "expiresAt", about, by_stranger AS "byStranger", state, attempts, last_error AS "error", delivered_at AS "deliveredAt",
  next_try_at AS "nextTryAt", resends`

@Injectable()
export class OutboxRepository {
  constructor(private readonly sealing: Sealing) {}

  async insert(tx: EntityManager, message: OutboxMessage): Promise<void> {
    const seal = (column: string, text: string) => this.sealing.seal({ table: 'outbox_messages', column, row: message.id }, text)
    await statement(
      tx,
      'INSERT INTO outbox_messages (id, channel, recipient, recipient_index, subject, body, personal_parts, at, expires_at, about, by_stranger) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
      [
        message.id, message.channel, seal('recipient', message.to), this.indexOf(message.to), seal('subject', message.subject),
        seal('body', message.text), message.personal && seal('personal_parts', JSON.stringify(message.personal)), message.at, message.expiresAt,
        message.about && this.markOf(message.about), message.byStranger,
      ],
    )
  }

  /** What was written about the same before is worth nothing from now on: neither a worker nor the operator sends it. */
  async supersede(tx: EntityManager, about: string, now: string): Promise<void> {
    await statement(tx, 'UPDATE outbox_messages SET expires_at = $2 WHERE about = $1 AND expires_at > $2', [this.markOf(about), now])
  }

  /** The message if it still waits, for who now has it in hand until `lease`; undefined for everybody else meanwhile. */
  async claim(tx: EntityManager, id: string, now: string, lease: string): Promise<ClaimedMessage | undefined> {
    const { rows } = await statement<OutboxRow>(
      tx,
      `UPDATE outbox_messages SET attempts = attempts + 1, claimed_until = $3
       WHERE id = $1 AND state = 'waiting' AND (claimed_until IS NULL OR claimed_until <= $2) RETURNING ${outboxColumns}`,
      [id, now, lease],
    )
    return rows[0] && this.opened(rows[0])
  }

  /** What was delivered stays so, whatever another worker finds later. */
  async settle(tx: EntityManager, { id }: ClaimedMessage, { state, error, at }: { state: Exclude<MessageState, 'waiting'>; error: FaultKind | null; at: string }): Promise<void> {
    await statement(
      tx,
      `UPDATE outbox_messages SET state = $2, last_error = $3, claimed_until = NULL, next_try_at = NULL, delivered_at = CASE WHEN $2 = 'delivered' THEN $4::timestamptz END
       WHERE id = $1 AND state <> 'delivered'`,
      [id, state, error, at],
    )
  }

  /** Back to waiting. A gateway that was not asked at all costs no attempt. */
  async postpone(tx: EntityManager, { id }: ClaimedMessage, { error, nextAt, tried }: { error: FaultKind | null; nextAt: string; tried: boolean }): Promise<void> {
    await statement(
      tx,
      `UPDATE outbox_messages SET last_error = coalesce($2, last_error), claimed_until = NULL, next_try_at = $3, attempts = attempts - $4
       WHERE id = $1 AND state = 'waiting'`,
      [id, error, nextAt, tried ? 0 : 1],
    )
  }

  /** Waiting messages whose time has come and gone without a worker. */
  async listForgotten(tx: EntityManager, before: string): Promise<string[]> {
    const { rows } = await statement<{ id: string }>(
      tx,
      `SELECT id FROM outbox_messages WHERE state = 'waiting' AND coalesce(claimed_until, next_try_at, at) < $1 ORDER BY at LIMIT 500 FOR UPDATE SKIP LOCKED`,
      [before],
    )
    return rows.map(({ id }) => id)
  }

  async find(tx: EntityManager, id: string): Promise<OutboxRow | undefined> {
    const { rows } = await statement<OutboxRow>(tx, `SELECT ${outboxColumns} FROM outbox_messages WHERE id = $1`, [id])
    return rows[0]
  }

  async lock(tx: EntityManager, id: string): Promise<OutboxRow | undefined> {
    const { rows } = await statement<OutboxRow>(tx, `SELECT ${outboxColumns} FROM outbox_messages WHERE id = $1 FOR UPDATE`, [id])
    return rows[0]
  }

  /** That messages went to these recipients, oldest first. */
  async listTo(tx: EntityManager, recipients: readonly string[]): Promise<{ at: string; channel: 'sms' | 'mail'; deliveredAt: string | null }[]> {
    const { rows } = await statement<{ at: string; channel: 'sms' | 'mail'; deliveredAt: string | null }>(
      tx, 'SELECT at, channel, delivered_at AS "deliveredAt" FROM outbox_messages WHERE recipient_index = ANY($1) ORDER BY at, id', [recipients.map((one) => this.indexOf(one))],
    )
    return rows
  }

  async removeOld(tx: EntityManager, before: string): Promise<void> {
    await statement(tx, `DELETE FROM outbox_messages WHERE at < $1 AND (state <> 'waiting' OR expires_at < $1)`, [before])
  }

  /** As if it had just been written, under a new name: the other side must not take it for a repeat. */
  async sendAgain(tx: EntityManager, id: string): Promise<void> {
    await statement(
      tx,
      `UPDATE outbox_messages SET state = 'waiting', attempts = 0, last_error = NULL, delivered_at = NULL, next_try_at = NULL, claimed_until = NULL, resends = resends + 1
       WHERE id = $1`,
      [id],
    )
  }

  opened(row: OutboxRow): OutboxMessage & MessageStanding {
    const open = (column: string, sealed: string) => this.sealing.open({ table: 'outbox_messages', column, row: row.id }, sealed)
    const { recipient, subject, body, personal, ...rest } = row
    return {
      ...rest, to: open('recipient', recipient), subject: open('subject', subject), text: open('body', body),
      personal: personal === null ? null : JSON.parse(open('personal_parts', personal)) as string[],
    }
  }

  private readonly markOf = (about: string): string => this.sealing.mark('message-about', about)

  /** Exact search by recipient: blanks and case do not count. */
  indexOf(recipient: string): string {
    return this.sealing.index(recipientText(recipient))
  }
}
