import type { DraftCheck, FilingKind, FilingStatus } from '@icp/domain'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { InstantColumn } from '../platform/instant-column.js'

/** What lists show of the content without opening it; holds no personal data. */
export interface FilingSummary {
  services: { name: string; domain: string }[]
  providers: { id: string; name: string }[]
}

export interface FilingResult {
  subjectNumber: string
  serviceNumbers: string[]
  certificateId: string | null
}

@Entity('filings')
export class FilingEntity {
  @PrimaryColumn('uuid') id: string
  @Column('text', { nullable: true }) reference: string | null
  @Column('text') kind: FilingKind
  @Column('text') status: FilingStatus
  @Column('integer') version: number
  @Column('uuid', { name: 'owner_account_id' }) ownerAccountId: string
  /** Of a finished migration: whose subject is asked to receive, and its key; null when its number leads to nobody. */
  @Column('uuid', { name: 'receiving_account_id', nullable: true }) receivingAccountId: string | null
  @Column('text', { name: 'receiving_key', nullable: true }) receivingKey: string | null
  /** The provider that applies to end its own access; null for what an owner files. */
  @Column('uuid', { name: 'applicant_provider_id', nullable: true }) applicantProviderId: string | null
  @Column('text') province: string
  @Column('text', { name: 'subject_key', nullable: true }) subjectKey: string | null
  @Column('text', { name: 'subject_name' }) subjectName: string
  @Column('jsonb') summary: FilingSummary
  /** A-labels in lower case of the services' domains. */
  @Column('text', { name: 'domain_keys', array: true }) domainKeys: string[]
  @Column('jsonb', { name: 'draft_content', nullable: true }) draftContent: unknown
  /** What the rules said of the draft when it was last saved; null before, and once it is finished. */
  @Column('jsonb', { name: 'draft_check', nullable: true }) draftCheck: DraftCheck | null
  @Column('integer') revision: number
  /** How often the providers have all passed it; confirmations and decisions belong to a round. */
  @Column('integer') round: number
  @InstantColumn('created_at') createdAt: string
  @InstantColumn('saved_at') savedAt: string
  @InstantColumn('finished_at') finishedAt: string | null
  @InstantColumn('status_since') statusSince: string
  @InstantColumn('review_since') reviewSince: string | null
  /** When whoever has the ball was urged; counts from `statusSince` on. */
  @InstantColumn('urged_at') urgedAt: string | null
  @Column('uuid', { name: 'from_filing_id', nullable: true }) fromFilingId: string | null
  @Column('jsonb', { nullable: true }) result: FilingResult | null
}

/** Content as of one finish or correction; never changed (the database refuses it). */
@Entity('filing_revisions')
export class FilingRevisionEntity {
  @PrimaryColumn('uuid', { name: 'filing_id' }) filingId: string
  @PrimaryColumn('integer') number: number
  @Column('jsonb') content: unknown
  /** SHA-256, hex, of the canonical content in clear. */
  @Column('text') digest: string
  @Column('text') cause: 'finish' | 'correct'
  @Column('uuid', { name: 'author_account_id' }) authorAccountId: string
  @InstantColumn('at') at: string
}

@Entity('filing_passes')
export class FilingPassEntity {
  @PrimaryColumn('uuid', { name: 'filing_id' }) filingId: string
  @PrimaryColumn('uuid', { name: 'provider_id' }) providerId: string
  @Column('text', { name: 'provider_name' }) providerName: string
  @Column('integer') position: number
  @Column('text') state: 'waiting' | 'passed'
  @InstantColumn('at') at: string | null
  @Column('uuid', { name: 'by_account_id', nullable: true }) byAccountId: string | null
  /** Sealed. */
  @Column('text', { nullable: true }) remark: string | null
}

@Entity('filing_events')
export class FilingEventEntity {
  @PrimaryColumn('bigint') id: number
  @Column('uuid', { name: 'filing_id' }) filingId: string
  @InstantColumn('at') at: string
  @Column('text') action: string
  @Column('text') role: 'owner' | 'provider' | 'reviewer' | 'responsible-person' | 'clock'
  @Column('text') name: string
  @Column('text') status: FilingStatus
  /** Sealed. */
  @Column('text', { nullable: true }) note: string | null
}
