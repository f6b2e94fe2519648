import type { VerificationAnswer, VerificationPurpose } from '@icp/contract'

/** An answer to send with one request. */
export type VerificationValue = VerificationAnswer

/** How far the browser is with the work that stands for a code. */
export type ProofState = 'working' | 'done' | 'failed'

export interface VerificationFieldProps {
  /** Id of the text box; a link of an error summary leads there. */
  readonly id: string
  /** What the form is for; the answer is good for nothing else. */
  readonly purpose: VerificationPurpose
  /** Called with null while there is no answer to send. */
  readonly onChange: (value: VerificationValue | null) => void
  readonly error?: string
  /** Follows the way without a picture; null while the picture is chosen. */
  readonly onProof?: (state: ProofState | null) => void
}
