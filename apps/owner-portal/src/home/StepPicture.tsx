import type { ReactNode } from 'react'

const shapes: Readonly<Record<string, ReactNode>> = {
  fill: <><rect x="12" y="6" width="32" height="44" rx="3" /><path d="M18 16h20M18 24h20M18 32h12" /><path d="M40 44l12-14 6 5-12 14-7 2z" stroke="#B23A1E" /></>,
  verify: <><rect x="8" y="12" width="40" height="12" rx="2" /><rect x="8" y="28" width="40" height="12" rx="2" /><path d="M15 18h2M15 34h2M26 18h14M26 34h8" /><path d="M42 44l6 6 10-14" stroke="#B23A1E" /></>,
  confirm: <><rect x="18" y="4" width="28" height="48" rx="5" /><path d="M28 46h8" /><path d="M24 20h16M24 27h16" /><path d="M24 36h4M30 36h4M36 36h4" stroke="#B23A1E" /></>,
  review: <><path d="M8 24L32 8l24 16z" /><path d="M14 26v18M26 26v18M38 26v18M50 26v18M8 48h48" /><circle cx="32" cy="19" r="2.5" stroke="#B23A1E" /></>,
  number: <><rect x="8" y="8" width="48" height="36" rx="3" /><path d="M16 18h22M16 26h14" /><circle cx="44" cy="36" r="9" stroke="#B23A1E" /><path d="M40 36l3 3 5-6" stroke="#B23A1E" /></>,
}

/** A line drawing that stands beside its words and says nothing that they do not. */
export const StepPicture = ({ step }: { readonly step: string }) => (
  <svg viewBox="0 0 64 56" width="64" height="56" aria-hidden="true" fill="none" stroke="#1C3557" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
    {shapes[step]}
  </svg>
)
