import type { ReadReason } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { emailText, mobileText } from '../accounts/searched-texts.api.js'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'

interface MessageRead {
  readonly id: string
  readonly at: string
  readonly readerAccountId: string
  readonly messageId: string
  /** Null when the phone or mailbox is no account's. */
  readonly recipientAccountId: string | null
  readonly reason: ReadReason
  readonly note: string
}

/** Who read a message in full, and why. The words are sealed, since people write numbers into such fields. */
@Injectable()
export class MessageReadsRepository {
  constructor(private readonly sealing: Sealing) {}

  async insert(tx: EntityManager, { id, at, readerAccountId, messageId, recipientAccountId, reason, note }: MessageRead): Promise<void> {
    await statement(
      tx, 'INSERT INTO message_reads (id, at, reader_account_id, message_id, recipient_account_id, reason, note) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, at, readerAccountId, messageId, recipientAccountId, reason, this.sealing.seal({ table: 'message_reads', column: 'note', row: id }, note)],
    )
  }

  /** Whose phone or mailbox it is now, an owner's first: staff may share a mailbox. */
  async accountsAt(tx: EntityManager, channel: 'sms' | 'mail', to: string): Promise<string[]> {
    const [column, text] = channel === 'sms' ? ['mobile_index', mobileText(to)] as const : ['email_index', emailText(to)] as const
    const { rows } = await statement<{ id: string }>(
      tx, `SELECT id FROM accounts WHERE ${column} = $1 ORDER BY role <> 'owner', registered_at, id LIMIT 20`, [this.sealing.index(text)],
    )
    return rows.map(({ id }) => id)
  }
}
