import type { ReactNode } from 'react'
import { type Reveal, type Revealable, useReveal } from './use-reveal.js'

interface RevealingProps {
  /** Left out where nothing may be asked for. */
  readonly of: Revealable | undefined
  readonly children: (reveal: Reveal | undefined) => ReactNode
}

/** What holds masked values, with the window that asks what one is needed for. */
export function Revealing({ of, children }: RevealingProps) {
  return of ? <Asking of={of}>{children}</Asking> : children(undefined)
}

function Asking({ of, children }: RevealingProps & { readonly of: Revealable }) {
  const reveal = useReveal(of)
  return <>{children(reveal)}{reveal?.window}</>
}
