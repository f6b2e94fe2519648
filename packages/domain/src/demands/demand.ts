import type { Bilingual } from '../bilingual.js'

/**
 * How something is met that no rule judges, or that a rule judges only in part: a person looks at it when the provider verifies or the administration reviews; the
 * way in which filings go makes it so; it is about the exchange of files between systems and not about a filing; or this system leaves it out, and says why.
 */
export type MetBy = 'person' | 'process' | 'exchange' | 'left-out'

/** What the field asks for: a row of the rules that authorities check, a field of the forms, or a machine result code of the interface. */
export interface Demand {
  /** `§6 no 12`, `§2.1 Dwmc`, `1005`. */
  readonly id: string
  readonly of: 'row' | 'field' | 'code'
  readonly title: Bilingual
  /** Rules that are about it without naming it in their source. */
  readonly rules?: readonly string[]
  readonly otherwise?: { readonly by: MetBy; readonly how: Bilingual }
}

export const metByWords: Readonly<Record<MetBy, Bilingual>> = {
  person: { zh: '由人查看', en: 'A person looks' },
  process: { zh: '由流程保证', en: 'By the way filings go' },
  exchange: { zh: '属系统间报送', en: 'Exchange between systems' },
  'left-out': { zh: '本系统不含', en: 'Left out here' },
}

export const otherwise = (by: MetBy, zh: string, en: string) => ({ otherwise: { by, how: { zh, en } } })
