import type { ReadReason } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'

interface MessageRead {
  readonly id: string
  readonly at: string
  readonly readerAccountId: string
  readonly messageId: string
  readonly reason: ReadReason
  readonly note: string
}

/** Who read a message in full, and why. The words are sealed, since people write numbers into such fields. */
@Injectable()
export class MessageReadsRepository {
  constructor(private readonly sealing: Sealing) {}

  async insert(tx: EntityManager, { id, at, readerAccountId, messageId, reason, note }: MessageRead): Promise<void> {
    await statement(
      tx, 'INSERT INTO message_reads (id, at, reader_account_id, message_id, reason, note) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, at, readerAccountId, messageId, reason, this.sealing.seal({ table: 'message_reads', column: 'note', row: id }, note)],
    )
  }
}
