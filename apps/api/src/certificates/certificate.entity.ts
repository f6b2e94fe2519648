import { Column, Entity, PrimaryColumn } from 'typeorm'
import { InstantColumn } from '../platform/instant-column.js'
import type { CertificateContent } from './paper/certificate-content.js'

@Entity('certificates')
export class CertificateEntity {
  @PrimaryColumn('uuid') id: string
  @Column('uuid', { name: 'subject_id' }) subjectId: string
  @Column('integer') version: number
  @Column('text') code: string
  @Column('uuid', { name: 'owner_account_id' }) ownerAccountId: string
  /** Six digits. */
  @Column('text') province: string
  @Column('text', { name: 'subject_number' }) subjectNumber: string
  @Column('text', { name: 'subject_name' }) subjectName: string
  /** How many services it lists. */
  @Column('integer') services: number
  @Column('jsonb') payload: CertificateContent
  /** Over the canonical JSON of the payload; see payload-signature.ts. */
  @Column('bytea') signature: Buffer
  /** The signer's X.509 certificate, DER. */
  @Column('bytea') signer: Buffer
  @InstantColumn('issued_at') issuedAt: string
  @Column('text') state: 'current' | 'replaced' | 'cancelled'
  @InstantColumn('ended_at') endedAt: string | null
  @Column('uuid', { name: 'replaced_by', nullable: true }) replacedBy: string | null
  /** The signed paper; null until it is drawn, a moment after the approval. Never selected with the rest. */
  @Column('bytea', { nullable: true, select: false }) pdf: Buffer | null
  /** Of the paper, hex. */
  @Column('text', { nullable: true }) sha256: string | null
}
