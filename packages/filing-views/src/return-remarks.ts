import type { FilingView } from '@icp/contract'

export interface ReturnRemark {
  readonly path: string
  readonly reason: string
  readonly suggestion: string
  /** Whether a correction has touched the field since the filing was returned. */
  readonly changedSince: boolean
}

type Decided = Pick<FilingView, 'decisions' | 'corrections'>

const lastReturn = (decisions: FilingView['decisions']) => decisions.findLast((decision) => decision.decision === 'return')

const touches = (path: string, changed: string): boolean => changed === path || changed.startsWith(`${path}.`) || path.startsWith(`${changed}.`)

/** What the administration said of each field when it last returned the filing, in its order; empty when it never did. */
export const returnRemarks = ({ decisions, corrections }: Decided): ReturnRemark[] => {
  const last = lastReturn(decisions)
  if (!last) return []
  const changed = corrections.filter((correction) => correction.at > last.at).flatMap((correction) => correction.changes.map((change) => change.path))
  return last.findings.map(({ path, reason, suggestion }) => ({ path, reason, suggestion, changedSince: changed.some((one) => touches(path, one)) }))
}

/** Every field that a correction has touched since finish. */
export const correctedPaths = ({ corrections }: Decided): ReadonlySet<string> =>
  new Set(corrections.flatMap((correction) => correction.changes.map((change) => change.path)))
