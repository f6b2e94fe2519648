import { Column, Entity, PrimaryColumn } from 'typeorm'

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
  @Column('text', { name: 'last_six_keys', array: true }) lastSixKeys: string[]
  @Column('text', { name: 'token_key' }) tokenKey: string
  @Column('text', { name: 'code_key' }) codeKey: string
  /** Sealed JSON `{ token, code }` until the round ends. */
  @Column('text', { nullable: true }) secret: string | null
  @Column('text') state: 'waiting' | 'confirmed'
  @Column('integer', { name: 'wrong_tries' }) wrongTries: number
  @Column('integer') resends: number
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt: Date | null
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null
}
