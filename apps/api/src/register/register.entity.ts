import { Column, Entity, PrimaryColumn } from 'typeorm'
import { InstantColumn } from '../platform/instant-column.js'

@Entity('register_subjects')
export class RegisterSubjectEntity {
  @PrimaryColumn('uuid') id: string
  @Column('text') number: string
  @Column('text', { name: 'certificate_key' }) certificateKey: string
  @Column('text') name: string
  @Column('text') nature: string
  @Column('text') province: string
  @Column('uuid', { name: 'owner_account_id' }) ownerAccountId: string
  /** The subject's fields, personal ones sealed. */
  @Column('jsonb') content: unknown
  @Column('text') state: 'in-force' | 'cancelled'
  @Column('integer', { name: 'last_service_index' }) lastServiceIndex: number
  @InstantColumn('approved_at') approvedAt: string
  @InstantColumn('cancelled_at') cancelledAt: string | null
}

@Entity('register_services')
export class RegisterServiceEntity {
  @PrimaryColumn('uuid') id: string
  @Column('uuid', { name: 'subject_id' }) subjectId: string
  @Column('text') number: string
  @Column('integer', { name: 'service_index' }) serviceIndex: number
  @Column('text') type: 'website' | 'app' | 'mini-program' | 'quick-app'
  @Column('text') name: string
  @Column('text') domain: string
  /** The registrable A-label in lower case; '' when the service has no domain. */
  @Column('text', { name: 'domain_key' }) domainKey: string
  /** Package names, Bundle IDs and AppIDs in lower case; none for websites. */
  @Column('text', { name: 'package_names', array: true }) packageNames: string[]
  /** The service's fields without its accesses, personal ones sealed. */
  @Column('jsonb') content: unknown
  @Column('text') state: 'in-force' | 'cancelled'
  @InstantColumn('approved_at') approvedAt: string
  @InstantColumn('cancelled_at') cancelledAt: string | null
  /** The number under which it goes on with another subject. */
  @Column('text', { name: 'moved_to', nullable: true }) movedTo: string | null
}

@Entity('register_accesses')
export class RegisterAccessEntity {
  @PrimaryColumn('uuid') id: string
  @Column('uuid', { name: 'service_id' }) serviceId: string
  @Column('integer') position: number
  @Column('uuid', { name: 'provider_id' }) providerId: string
  @Column('text', { name: 'provider_name' }) providerName: string
  @Column('text', { array: true }) modes: string[]
  @Column('text', { array: true }) places: string[]
  @Column('jsonb', { name: 'ip_ranges' }) ipRanges: { from: string; to: string }[]
}
