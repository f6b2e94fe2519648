import type { ReadReason } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import { digestOfRead, digestOfReadNote, type ReadDigests, type ReadRow } from './read-digests.api.js'

export interface NewRead extends ReadRow {
  readonly reason: ReadReason
  readonly note: string
}

@Injectable()
export class ReadsRepository {
  constructor(private readonly sealing: Sealing) {}

  /** Answers by what the entry of the look names the row. */
  async insert(tx: EntityManager, read: NewRead): Promise<ReadDigests> {
    const note = read.note === '' ? null : this.sealing.seal({ table: 'personal_reads', column: 'note', row: read.id }, read.note)
    await statement(
      tx,
      `INSERT INTO personal_reads (id, at, reader_account_id, reader_role, provider_id, province, owner_account_id, filing_id, revision, path, reason, note)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        read.id, read.at, read.readerAccountId, read.readerRole, read.providerId, read.province, read.ownerAccountId, read.filingId, read.revision, read.path,
        read.reason, note,
      ],
    )
    return { read: digestOfRead(read), ...(read.note === '' ? {} : { note: digestOfReadNote(read.id, read.note) }) }
  }
}
