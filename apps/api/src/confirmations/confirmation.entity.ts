import { Column, Entity, PrimaryColumn } from 'typeorm'
import { InstantColumn } from '../platform/instant-column.js'

/** One responsible person's answer in one round. Nothing in it can be read without the keys; codes and tokens are compared by keyed index. */
@Entity('confirmations')
export class ConfirmationEntity {
  @PrimaryColumn('uuid') id: string
  @Column('uuid', { name: 'filing_id' }) filingId: string
  @Column('integer') round: number
  @Column('integer') position: number
  @Column('text', { array: true }) covers: string[]
  @Column('text') name: string
  @Column('text') mobile: string
  @Column('text') mail: string
  @Column('text', { name: 'mobile_key' }) mobileKey: string
  @Column('text', { name: 'last_six_key' }) lastSixKey: string
  @Column('text', { name: 'token_key' }) tokenKey: string
  @Column('text', { name: 'code_key' }) codeKey: string
  /** Sealed JSON `{ token, code }` until the round ends. */
  @Column('text', { nullable: true }) secret: string | null
  @Column('text') state: 'waiting' | 'confirmed'
  @Column('integer', { name: 'wrong_tries' }) wrongTries: number
  @Column('integer') resends: number
  @InstantColumn('created_at') createdAt: string
  @InstantColumn('expires_at') expiresAt: string
  @InstantColumn('confirmed_at') confirmedAt: string | null
  @InstantColumn('closed_at') closedAt: string | null
}
