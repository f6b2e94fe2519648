import type { SuspensionReason } from '@icp/domain'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { InstantColumn } from '../platform/instant-column.js'

@Entity('providers')
export class ProviderEntity {
  @PrimaryColumn('uuid') id: string
  @Column('text') name: string
  @Column('text', { name: 'name_en' }) nameEn: string
  @Column('text') licence: string
  @Column('text') province: string
  @Column('text') city: string
  @Column('text') state: 'active' | 'suspended'
  /** Syllables without tones, a space between them. */
  @Column('text') pinyin: string
  @Column('text') initials: string
  /** `searchTexts` of the domain, one to a line: no keyword holds a line break, so none matches across two of them. */
  @Column('text', { name: 'search_text' }) searchText: string
  @Column('text', { array: true, default: [] }) keywords: string[]
  @Column('integer', { default: 1 }) version: number
  @Column('text', { name: 'suspended_for', nullable: true }) suspendedFor: SuspensionReason | null
  @InstantColumn('suspended_at') suspendedAt: string | null
  @InstantColumn('created_at') createdAt: string
}

@Entity('provider_ip_blocks')
export class ProviderIpBlockEntity {
  @PrimaryColumn('uuid', { name: 'provider_id' }) providerId: string
  /** CIDR, as `203.0.113.0/24`. */
  @PrimaryColumn('cidr') block: string
}
