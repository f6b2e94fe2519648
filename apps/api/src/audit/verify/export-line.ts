import type { Entry } from '../chain.js'
import type { EventRow } from '../../filings/row-digests.api.js'
import type { ReadRow } from '../../personal-data/read-digests.api.js'
import type { SuiteName } from '../../platform/crypto-suite.js'
import type { SignedCheckpoint } from '../checkpoints/checkpoint.js'

/**
 * A line of an export: all that `verify` needs, without personal data. Lines come in the order in which they stand here; entries in the order of the log,
 * those that no checkpoint covers yet at their end, as they arrived.
 */
export type ExportLine =
  /** `steps`: sheets, passes and confirmations are among the lines; `history`: so are the lines of the history;
   *  `people`: so are acceptances and looks at personal data. An older export has none. */
  | { readonly line: 'header'; readonly format: 'icp-audit-export/1'; readonly at: string; readonly steps?: boolean; readonly history?: boolean; readonly people?: boolean }
  /** The database's own copy of a checkpoint. */
  | ({ readonly line: 'checkpoint' } & SignedCheckpoint)
  | EntryLine
  /** A place in the log whose entry is not there. */
  | { readonly line: 'gap'; readonly sequence: number; readonly chain: string; readonly position: number; readonly logged: string }
  | FilingLine
  | RevisionLine
  | CorrectionLine
  | SheetLine
  | PassLine
  | ConfirmationLine
  | DecisionLine
  | EventLine
  | PaperLine
  | SubjectLine
  | ServiceLine
  | { readonly line: 'counter'; readonly province: string; readonly year: number; readonly last: number }
  | CertificateLine
  | AcceptanceLine
  | ReadLine
  /** Says that nothing was cut off: how many lines came before. */
  | { readonly line: 'end'; readonly lines: number }

export interface EntryLine extends Entry {
  readonly line: 'entry'
  readonly hash: string
  /** Null until a checkpoint covers it. */
  readonly sequence: number | null
  /** Its hash as the log has it. */
  readonly logged: string | null
}

export interface FilingLine {
  readonly line: 'filing'
  readonly id: string
  readonly reference: string | null
  readonly status: string
  readonly version: number
  /** An older export has neither whose it is nor where, nor how often all providers have passed it, nor its kind. */
  readonly ownerAccountId?: string
  readonly round?: number
  readonly kind?: string
  readonly province?: string
  /** Only where the keys are: it may be a person's. */
  readonly subjectName?: string
  readonly result: { readonly subjectNumber: string; readonly serviceNumbers: readonly string[]; readonly certificateId: string | null } | null
}

export interface RevisionLine {
  readonly line: 'revision'
  readonly filingId: string
  readonly number: number
  readonly cause: 'finish' | 'correct'
  readonly at: string
  readonly digest: string
  /** As stored, personal fields sealed; only where the keys are. */
  readonly content?: unknown
}

export interface CorrectionLine {
  readonly line: 'correction'
  readonly filingId: string
  readonly revision: number
  readonly requestId: string
  readonly requestState: string
  /** Not in an older export, as the next three. */
  readonly providerId?: string
  readonly providerName?: string
  readonly byAccountId?: string
  readonly at?: string
  /** As stored, sealed, and who corrected; only where the keys are. */
  readonly content?: { readonly id: string; readonly byName: string; readonly reason: string; readonly changes: string }
}

export interface SheetLine {
  readonly line: 'sheet'
  readonly id: string
  readonly filingId: string
  readonly providerId: string
  readonly byAccountId: string
  readonly revision: number
  /** Not in an older export, as the time. */
  readonly providerName?: string
  readonly at?: string
  /** As stored, sealed; only where the keys are. */
  readonly content?: unknown
}

export interface PassLine {
  readonly line: 'pass'
  readonly filingId: string
  readonly providerId: string
  readonly state: string
  /** Not in an older export, as what follows. */
  readonly providerName?: string
  readonly byAccountId?: string | null
  readonly at?: string | null
  /** Whether there is a remark. */
  readonly noted?: boolean
  /** The remark as stored, sealed; only where the keys are. */
  readonly content?: unknown
}

export interface ConfirmationLine {
  readonly line: 'confirmation'
  readonly id: string
  readonly filingId: string
  readonly state: string
  /** Of the newest round of its filing. */
  readonly newest: boolean
}

/** Of the review, or a provider's refusal. */
export interface DecisionLine {
  readonly line: 'decision'
  readonly id: string
  readonly filingId: string
  readonly decision: string
  /** None where the clock decided. */
  readonly byAccountId: string | null
  /** Not in an older export, as name and time. */
  readonly round?: number
  readonly byName?: string
  readonly at?: string
  /** As stored, sealed; only where the keys are. */
  readonly content?: { readonly opinion: string; readonly findings: string }
}

/** What people see of the way of a filing. */
export interface EventLine extends EventRow {
  readonly line: 'event'
  /** Whether something is said beside it. */
  readonly noted: boolean
  /** What is said, as stored, sealed; only where the keys are. */
  readonly content?: unknown
}

export interface PaperLine {
  readonly line: 'paper'
  readonly id: string
  readonly filingId: string
  readonly purpose: string
  readonly about: string
  readonly digest: string
  /** Replaced or taken away, and kept; an older export has none. */
  readonly earlier?: boolean
  /** As stored, sealed; only where the keys are. */
  readonly content?: unknown
}

export interface SubjectLine {
  readonly line: 'subject'
  readonly id: string
  readonly number: string
  readonly name: string
  readonly nature: string
  readonly province: string
  readonly state: string
  readonly approvedOn: string
  readonly cancelledOn: string | null
  /** Not in an older export, as the index. */
  readonly ownerAccountId?: string
  readonly lastServiceIndex?: number
  /** By which the certificate is found again; only where the keys are. */
  readonly certificateKey?: string
  /** With which key it was made: `FingerprintKeyRow` of the same moment; null before the first instance has started. */
  readonly madeWith?: { readonly keyId: string; readonly suite: SuiteName } | null
  readonly content?: unknown
}

export interface ServiceLine {
  readonly line: 'service'
  readonly id: string
  readonly subjectId: string
  readonly number: string
  readonly type: string
  readonly name: string
  readonly domain: string
  /** Under which it is looked up; not in an older export. */
  readonly domainKey?: string
  /** Of an app, under which it is looked up; not in an older export. */
  readonly packageNames?: readonly string[]
  readonly state: string
  readonly approvedOn: string
  readonly cancelledOn: string | null
  readonly movedTo?: string | null
  readonly accesses: readonly {
    readonly providerId: string; readonly modes: readonly string[]; readonly places: readonly string[]; readonly ipRanges: readonly { readonly from: string; readonly to: string }[]
  }[]
  readonly content?: unknown
}

export interface CertificateLine {
  readonly line: 'certificate'
  readonly id: string
  readonly subjectId: string
  readonly version: number
  readonly code: string
  readonly subjectNumber: string
  readonly subjectName: string
  /** Not in an older export, as the province. */
  readonly ownerAccountId?: string
  readonly province?: string
  /** How many services it lists; not in an older export. */
  readonly services?: number
  readonly issuedAt: string
  readonly state: 'current' | 'replaced' | 'cancelled'
  readonly endedAt: string | null
  readonly replacedBy: string | null
  readonly payload: unknown
  /** Base64. */
  readonly signature: string
  /** DER, base64. */
  readonly signer: string
  /** As the row says. */
  readonly sha256: string | null
  /** Of the bytes that are stored; null without a paper. */
  readonly paperSha256: string | null
}

export interface AcceptanceLine {
  readonly line: 'acceptance'
  readonly accountId: string
  readonly document: string
  readonly version: string
  readonly acceptedAt: string
}

/** Somebody's look at a field or a picture of somebody else. */
export interface ReadLine extends ReadRow {
  readonly line: 'read'
  /** Whether the reader has said something beside the reason. */
  readonly noted: boolean
  /** That, as stored, sealed; only where the keys are. */
  readonly content?: unknown
}
