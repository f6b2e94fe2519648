import { changesRecord, emptyRecord, type FilingKind, isFinal, type ProposedChanges, proposedChanges } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm'
import { InstantColumn } from '../platform/instant-column.js'
import { Sealing } from '../platform/sealing.js'
import { RegisterApi } from '../register/register.api.js'
import type { FilingRecord } from './filing-record.js'

/** What a filing changed, or would have changed, in the register as it stood when the filing ended; never changed (the database refuses it). */
@Entity('filing_changes')
export class FilingChangesEntity {
  @PrimaryColumn('uuid', { name: 'filing_id' }) filingId: string
  /** Sealed JSON of `ProposedChanges`, values as they stand in the content. */
  @Column('text') changes: string
  @InstantColumn('at') at: string
}

export interface Compared extends ProposedChanges {
  /** With what: nothing, the register of now, the register as it stood at the filing's end, or with what nobody kept. */
  readonly with: 'nothing' | 'register' | 'register-at-end' | 'unknown'
}

const nothing: Compared = { with: 'nothing', fields: [], services: [] }
const place = (filingId: string) => ({ table: 'filing_changes', column: 'changes', row: filingId })

/** What filings about a subject in force change: while one runs, in the register as it stands; from its end on, in the register as it stood then. */
@Injectable()
export class FilingChanges {
  constructor(
    private readonly register: RegisterApi,
    private readonly sealing: Sealing,
  ) {}

  async of(tx: EntityManager, { filing: { id, kind, status, content } }: FilingRecord): Promise<Compared> {
    if (!isFinal(status)) {
      const found = await this.proposed(tx, kind, content, 'findToJudgeBy')
      return found ? { with: 'register', ...found } : nothing
    }
    if (!changesRecord(kind)) return nothing
    const row = await tx.findOneBy(FilingChangesEntity, { filingId: id })
    return row ? { with: 'register-at-end', ...(JSON.parse(this.sealing.open(place(id), row.changes)) as ProposedChanges) } : { ...nothing, with: 'unknown' }
  }

  /** As the register stands now; `lock` until the transaction ends, so that an approval changes just this. */
  async proposed(tx: EntityManager, kind: FilingKind, content: FilingRecord['filing']['content'], how: 'findToJudgeBy' | 'lock'): Promise<ProposedChanges | undefined> {
    if (!changesRecord(kind) || content.subjectNumber === undefined) return undefined
    const held = await this.register[how](tx, content.subjectNumber)
    return proposedChanges(kind, content, held?.record ?? emptyRecord)
  }

  /** Of a filing that this transaction ends. */
  async keep(tx: EntityManager, filingId: string, changes: ProposedChanges, at: string): Promise<void> {
    await tx.insert(FilingChangesEntity, { filingId, at, changes: this.sealing.seal(place(filingId), JSON.stringify(changes)) })
  }
}
