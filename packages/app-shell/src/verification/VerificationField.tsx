import { useEffect, useRef, useState } from 'react'
import { PictureVerification } from './PictureVerification.js'
import { ProofVerification } from './ProofVerification.js'
import type { VerificationFieldProps } from './verification-value.js'
import { rememberedWay, rememberWay, type Way } from './way.js'

/**
 * The verification code: typed from a picture, or, without any puzzle, worked out by the browser (WCAG 2.2, 3.3.8). An answer is good for one
 * request: after each, give the field another `key` to get a new picture or proof.
 */
export function VerificationField({ id, purpose, onChange, error, onProof }: VerificationFieldProps) {
  const [way, setWay] = useState<Way>(rememberedWay)
  const changed = useRef(false)
  useEffect(() => {
    // The button that was pressed is gone with the other way; the focus goes to what replaced it.
    if (changed.current) document.getElementById(id)?.focus()
  }, [way, id])
  const change = (to: Way) => {
    changed.current = true
    rememberWay(to)
    onChange(null)
    setWay(to)
  }
  return way === 'picture'
    ? <PictureVerification id={id} purpose={purpose} onChange={onChange} {...(error ? { error } : {})} onOtherWay={() => change('proof')} />
    : <ProofVerification id={id} purpose={purpose} onChange={onChange} {...(error ? { error } : {})} {...(onProof ? { onProof } : {})} onOtherWay={() => change('picture')} />
}
