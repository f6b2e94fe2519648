import type { HistoryEvent } from '@icp/contract'
import type { FilingStatus, HistoryAction } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import { inEnglish } from './actor-name.js'
import { FilingEventEntity } from './filing.entity.js'
import { digestOfEvent, digestOfNote, type RowDigests } from './row-digests.api.js'

export interface NewEvent {
  readonly filingId: string
  readonly at: string
  readonly action: HistoryAction
  readonly role: FilingEventEntity['role']
  readonly name: string
  /** The status that the action led to. */
  readonly status: FilingStatus
  readonly note: string | null
}

/** What happened to a filing, in order; written with the change and never rewritten. */
@Injectable()
export class FilingHistory {
  constructor(private readonly sealing: Sealing) {}

  /** Answers by what the entry of the act names the line. */
  async add(tx: EntityManager, event: NewEvent): Promise<Pick<RowDigests, 'event' | 'note'>> {
    const { filingId, at, action, role, name, status, note } = event
    const sealed = note ? this.sealing.seal(place(filingId, at), note) : null
    await statement(
      tx, 'INSERT INTO filing_events (filing_id, at, action, role, name, status, note) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [filingId, at, action, role, name, status, sealed],
    )
    return { event: digestOfEvent(event), ...(note ? { note: digestOfNote(event, note) } : {}) }
  }

  async viewsOf(tx: EntityManager, filingId: string): Promise<HistoryEvent[]> {
    const rows = await tx.find(FilingEventEntity, { where: { filingId }, order: { id: 'ASC' } })
    return rows.map(({ at, action, role, name, status, note }) => ({
      at, status, action: action as HistoryAction, by: { role, name, ...(role === 'reviewer' ? inEnglish('nameEn', name) : {}) }, note: note === null ? null : this.sealing.open(place(filingId, at), note),
    }))
  }
}

/** The row's own id is given by the database, so the note is bound to the filing and the instant. */
const place = (filingId: string, at: string) => ({ table: 'filing_events', column: 'note', row: `${filingId}@${at}` })
