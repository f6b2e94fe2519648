import type { FilingKind } from '../filing/kind.js'
import type { Finding } from '../finding.js'
import { type ConflictKind, conflictRules, isTold, type ToldFrom } from './conflict-rules.js'

/** What a filing collides with: `record` is in force (or on a list that is), `filing` is on its way. */
export interface Collision {
  readonly kind: ConflictKind
  readonly path: string
  readonly against: 'record' | 'filing'
  /** The other side is the same account's: it may be told of at any time. */
  readonly own?: boolean
}

/**
 * What the filing is told of its conflicts, each once for a field. Whoever is on the other side is never named: the owner learns that there is a conflict and
 * the way out, the administration sees both (icp-filing.md §9 no 8).
 */
export const conflictFindings = (kind: FilingKind, collisions: readonly Collision[], at: ToldFrom): Finding[] => {
  const told = collisions.filter(({ kind: what, against, own }) => conflictRules[what].kinds.includes(kind) && (own || isTold(conflictRules[what].told[against], at)))
  const findings = new Map(told.map(({ kind: what, path }) => [`${what} ${path}`, conflictRules[what].finding(path)]))
  return [...findings.values()]
}

