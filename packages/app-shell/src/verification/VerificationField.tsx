import type { VerificationAnswer } from '@icp/contract'
import { useState } from 'react'
import { PictureVerification } from './PictureVerification.js'
import { ProofVerification } from './ProofVerification.js'
import { rememberedWay, rememberWay, type Way } from './way.js'

export type VerificationValue = VerificationAnswer

export interface VerificationFieldProps {
  /** Id of the text box; a link of an error summary leads there. */
  readonly id: string
  /** Called with null while there is no answer to send. */
  readonly onChange: (value: VerificationValue | null) => void
  readonly error?: string
}

/**
 * The verification code: typed from a picture, or, without any puzzle, worked out by the browser (WCAG 2.2, 3.3.8). An answer is good for one
 * request: after each, give the field another `key` to get a new picture or proof.
 */
export function VerificationField({ id, onChange, error }: VerificationFieldProps) {
  const [way, setWay] = useState<Way>(rememberedWay)
  const change = (to: Way) => {
    rememberWay(to)
    onChange(null)
    setWay(to)
  }
  return way === 'picture'
    ? <PictureVerification id={id} onChange={onChange} {...(error ? { error } : {})} onOtherWay={() => change('proof')} />
    : <ProofVerification id={id} onChange={onChange} {...(error ? { error } : {})} onOtherWay={() => change('picture')} />
}
