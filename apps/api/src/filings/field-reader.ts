import { type Actor, fieldAt, isLocked, isMaskedField, isRelated, notFound } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { maySeeValueAt } from './content-for-reader.js'
import { FilingRevisionEntity } from './filing.entity.js'
import { FilingsRepository } from './filings.repository.js'

export interface ReadField {
  readonly value: string
  readonly ownerAccountId: string
  readonly revision: number
}

/** One value of a finished filing that is masked on every screen. */
@Injectable()
export class FieldReader {
  constructor(private readonly filings: FilingsRepository) {}

  /** Refuses (not-found) a filing or value that is not this reader's to see, one that is not masked, and an empty one alike. */
  async read(tx: EntityManager, actor: Actor, id: string, path: string, revision: number | undefined): Promise<ReadField> {
    const record = await this.filings.find(tx, id)
    if (!record || !isRelated(record.filing, actor) || !isLocked(record.row.status)) throw notFound()
    const number = revision ?? record.row.revision
    const stored = await tx.findOneBy(FilingRevisionEntity, { filingId: id, number })
    if (!stored || !isMaskedField(path)) throw notFound()
    const content = this.filings.openRevision(stored)
    const value = fieldAt(content, path)
    if (typeof value !== 'string' || value === '' || !maySeeValueAt(content, path, actor)) throw notFound()
    return { value, ownerAccountId: record.row.ownerAccountId, revision: number }
  }
}
