import type { FilingContent } from './content.js'
import type { FilingKind } from './kind.js'
import type { FilingStatus } from './status.js'

/** Instants are ISO 8601 in UTC; days are `YYYY-MM-DD` in Asia/Shanghai. */
export interface ProviderPass {
  readonly providerId: string
  readonly state: 'waiting' | 'passed'
  readonly at: string | null
}

export interface CorrectionRequest {
  readonly id: string
  readonly openedBy: 'owner' | 'provider'
  /** The provider that opened it, or the one that the owner asks. */
  readonly providerId: string
  /** Field paths (see finding.ts); a path also covers everything below it. */
  readonly fields: readonly string[]
  readonly reason: string
  readonly state: 'open' | 'corrected' | 'declined' | 'closed'
}

export interface Confirmation {
  readonly id: string
  /** Whose consent this is: `subject` and/or service ids; one mobile answers once for all of them. */
  readonly covers: readonly string[]
  readonly state: 'waiting' | 'confirmed'
  readonly wrongTries: number
  readonly resends: number
  /** The code and the window end here; 24 h after it was sent. */
  readonly expiresAt: string
}

/** The value that `decide` judges. Storage, masking and names are not its business. */
export interface Filing {
  readonly id: string
  readonly kind: FilingKind
  readonly status: FilingStatus
  readonly version: number
  readonly ownerAccountId: string
  /** For a migration that was finished: the account of the receiving subject's owner; null when its number names no subject in force. */
  readonly receivingAccountId?: string | null
  /** The provider that gives up its own access; left out or null for what an owner files. */
  readonly applicantProviderId?: string | null
  /** The subject's province, six digits: its administration reviews. */
  readonly province: string
  readonly content: FilingContent
  /** Every provider that the filing names. */
  readonly passes: readonly ProviderPass[]
  readonly requests: readonly CorrectionRequest[]
  /** Those of the running round; empty outside `awaiting-confirmation`. */
  readonly confirmations: readonly Confirmation[]
  readonly finishedAt: string | null
  readonly statusSince: string
  readonly reviewSince: string | null
}
