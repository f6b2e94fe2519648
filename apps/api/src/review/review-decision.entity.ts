import { Column, Entity, PrimaryColumn } from 'typeorm'
import { InstantColumn } from '../platform/instant-column.js'

@Entity('review_decisions')
export class ReviewDecisionEntity {
  @PrimaryColumn('uuid') id: string
  /** Given by the database, in the order of insertion. */
  @Column({ type: 'bigint', insert: false, update: false }) position: number
  @Column('uuid', { name: 'filing_id' }) filingId: string
  @Column('integer') round: number
  @Column('text') decision: 'approve' | 'return' | 'refuse' | 'expire'
  /** Null when the clock decided. */
  @Column('uuid', { name: 'by_account_id', nullable: true }) byAccountId: string | null
  @Column('text', { name: 'by_name' }) byName: string
  @InstantColumn('at') at: string
  /** Sealed. */
  @Column('text') opinion: string
  /** Sealed JSON of `{ path, reason, suggestion }[]`. */
  @Column('text') findings: string
}
