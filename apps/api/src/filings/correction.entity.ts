import { Column, Entity, PrimaryColumn } from 'typeorm'
import { InstantColumn } from '../platform/instant-column.js'

@Entity('correction_requests')
export class CorrectionRequestEntity {
  @PrimaryColumn('uuid') id: string
  /** Given by the database, in the order of insertion. */
  @Column({ type: 'bigint', insert: false, update: false }) position: number
  @Column('uuid', { name: 'filing_id' }) filingId: string
  @Column('text', { name: 'opened_by' }) openedBy: 'owner' | 'provider'
  @Column('uuid', { name: 'opened_by_account_id' }) openedByAccountId: string
  @Column('uuid', { name: 'provider_id' }) providerId: string
  @Column('text', { array: true }) fields: string[]
  /** Sealed, as is `answer`: people quote what is wrong, personal data included. */
  @Column('text') reason: string
  @Column('text') state: 'open' | 'corrected' | 'declined' | 'closed'
  @InstantColumn('opened_at') openedAt: string
  @Column('text', { nullable: true }) answer: string | null
  @InstantColumn('answered_at') answeredAt: string | null
}

@Entity('corrections')
export class CorrectionEntity {
  @PrimaryColumn('uuid') id: string
  @Column('uuid', { name: 'filing_id' }) filingId: string
  @Column('uuid', { name: 'request_id' }) requestId: string
  @Column('integer') revision: number
  @Column('uuid', { name: 'provider_id' }) providerId: string
  @Column('text', { name: 'provider_name' }) providerName: string
  @Column('uuid', { name: 'by_account_id' }) byAccountId: string
  @Column('text', { name: 'by_name' }) byName: string
  @InstantColumn('at') at: string
  /** Sealed. */
  @Column('text') reason: string
  /** Sealed JSON of `{ path, before, after }[]`, values as they stand in the content. */
  @Column('text') changes: string
}
