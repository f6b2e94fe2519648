import type { VerificationAnswer } from '@icp/contract'

/** An answer to send with one request. */
export type VerificationValue = VerificationAnswer

export interface VerificationFieldProps {
  /** Id of the text box; a link of an error summary leads there. */
  readonly id: string
  /** Called with null while there is no answer to send. */
  readonly onChange: (value: VerificationValue | null) => void
  readonly error?: string
}
