import type { Finding } from '../finding.js'
import type { NoticeEvent } from '../notification/notice-event.js'
import type { RegisterRecord } from '../register/register.js'
import type { FieldChange } from './changes.js'
import type { FilingContent } from './content.js'
import type { Filing } from './filing.js'
import type { ConfirmationDraft } from './parties.js'
import type { VerificationSheet } from '../verification/answers.js'

/** A reviewer's remark on one field; '' as path speaks of the whole filing. */
export interface ReturnFinding {
  readonly path: string
  readonly reason: string
  readonly suggestion: string
}

/** A confirmation with the id that storage gave it. */
export type PlannedConfirmation = ConfirmationDraft & { readonly id: string }

/**
 * What someone wants done; `type` is a FilingAction. Whatever needs a clock, a random id, the register or the rules' verdict is worked out
 * before and handed in, so that `decide` stays a function of its arguments.
 */
export type Command =
  /**
   * `findings`: all that the rules say about `content`. `record`: for cancellations and migrations, what the register holds of the subject.
   * `receivingAccountId`: for migrations, whom the receiving number leads to.
   */
  | {
    readonly type: 'finish'; readonly content: FilingContent; readonly findings: readonly Finding[]; readonly record?: RegisterRecord
    readonly receivingAccountId?: string | null
  }
  /** `findings`, `record`: as for `finish`. */
  | { readonly type: 'end-access'; readonly content: FilingContent; readonly findings: readonly Finding[]; readonly record: RegisterRecord }
  | { readonly type: 'discard' }
  | { readonly type: 'withdraw' }
  /** `findings`: what stands against it on the receiving side as well. */
  | { readonly type: 'agree'; readonly findings: readonly Finding[] }
  | { readonly type: 'decline'; readonly reason: string }
  /** `providerId`: whom the owner asks; may be left out when only one provider can make the change. */
  | {
    readonly type: 'open-correction-request'; readonly requestId: string; readonly fields: readonly string[]; readonly reason: string
    readonly providerId?: string
  }
  | { readonly type: 'decline-correction-request'; readonly requestId: string; readonly answer: string }
  /** `content`: the whole corrected content; only its differences count. */
  | { readonly type: 'correct'; readonly requestId: string; readonly content: FilingContent; readonly reason: string }
  /** `sheet`: what this provider has to verify, and its answers. `confirmations`: planned in case this is the last pass. */
  | {
    readonly type: 'pass'; readonly remark?: string; readonly findings: readonly Finding[]; readonly sheet: VerificationSheet
    readonly confirmations: readonly PlannedConfirmation[]
  }
  | { readonly type: 'refuse'; readonly reason: string }
  /** `answer`: whether code, mobile and last six characters all matched; the comparison is the caller's. */
  | { readonly type: 'confirm'; readonly confirmationId: string; readonly answer: 'right' | 'wrong' }
  | { readonly type: 'resend-code'; readonly confirmationId: string }
  | { readonly type: 'expire' }
  | { readonly type: 'approve'; readonly findings: readonly Finding[]; readonly opinion?: string }
  | { readonly type: 'return'; readonly opinion: string; readonly findings: readonly ReturnFinding[] }
  /** `numbers`: what was cancelled by force; `ground`: the document that orders it. */
  | { readonly type: 'end-with-record'; readonly numbers: readonly string[]; readonly ground: string }

export type CommandOf<Type extends Command['type']> = Extract<Command, { readonly type: Type }>

/** What the witnesses of a decision must do in the same transaction. */
export type Effect =
  /** Keep the content as a new immutable revision. */
  | { readonly type: 'revision'; readonly cause: 'finish' | 'correct' }
  /** Delete the draft; the next filing value is of no further use. */
  | { readonly type: 'delete' }
  | { readonly type: 'correction-request'; readonly requestId: string }
  | { readonly type: 'correction-request-answered'; readonly requestId: string; readonly answer: string | null }
  | {
    readonly type: 'correction'; readonly requestId: string; readonly providerId: string; readonly reason: string
    readonly changes: readonly FieldChange[]
  }
  | { readonly type: 'send-confirmations'; readonly confirmations: readonly PlannedConfirmation[]; readonly expiresAt: string }
  /** Make and send a new code; the former one stops working. */
  | { readonly type: 'resend-confirmation'; readonly confirmationId: string }
  /** The round is over: no code or link of it works any longer. */
  | { readonly type: 'end-confirmations'; readonly confirmationIds: readonly string[] }
  | {
    readonly type: 'review-decision'; readonly decision: 'approve' | 'return' | 'refuse' | 'expire'; readonly opinion: string
    readonly findings: readonly ReturnFinding[]
  }
  /** Apply the filing to the register (register/apply-approval.ts), allocate numbers, issue or end the certificate. */
  | { readonly type: 'register-changes' }
  | { readonly type: 'notice'; readonly event: NoticeEvent }

export interface Decision {
  /** The next value; its version is one higher. */
  readonly filing: Filing
  readonly effects: readonly Effect[]
}
