import { Column, Entity, PrimaryColumn } from 'typeorm'
import { InstantColumn } from '../platform/instant-column.js'

/** What a provider answered before a pass; never changed (the database refuses it). */
@Entity('verification_sheets')
export class VerificationSheetEntity {
  @PrimaryColumn('uuid') id: string
  /** Given by the database: the order in which sheets were answered. */
  @Column({ type: 'bigint', insert: false, update: false }) number: string
  @Column('uuid', { name: 'filing_id' }) filingId: string
  @Column('uuid', { name: 'provider_id' }) providerId: string
  @Column('text', { name: 'provider_name' }) providerName: string
  /** The revision of the content that was verified. */
  @Column('integer') revision: number
  @Column('uuid', { name: 'by_account_id' }) byAccountId: string
  @Column('text', { name: 'by_name' }) byName: string
  @InstantColumn('at') at: string
  /** Sealed JSON of `AnsweredLine[]`: reasons may speak of people. */
  @Column('text') lines: string
}
