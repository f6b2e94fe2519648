import { z } from 'zod'
import type { Finding } from '../finding.js'

/** What the rules said of a draft when it was last saved; rules and places only, nothing of what was typed. */
export const DraftCheck = z.object({
  /** Version of the rules (rules/rule-set.ts). */
  rules: z.string(),
  at: z.string(),
  /** What they said, as `W-12 services.s1.domain`; without what has still to be redone. */
  known: z.array(z.string()),
  /** Set while something is left that other rules, or the time that passed, have brought. */
  redo: z.object({ since: z.string(), rulesChanged: z.boolean() }).nullable(),
})
export type DraftCheck = z.infer<typeof DraftCheck>

/** What became wrong since the owner last saved. */
export interface Redo {
  /** When the draft was last judged without it. */
  readonly since: string
  /** True when the rules are others now; false when only time passed or somebody else filed meanwhile. */
  readonly rulesChanged: boolean
  readonly findings: readonly Finding[]
}

export interface RulesNow {
  readonly rules: string
  readonly at: string
}

const keyOf = ({ rule, path }: Finding): string => `${rule} ${path}`

/** What has to be redone in a draft that nobody has touched since `check`, of which the rules now say `findings`. */
export const redoOf = (check: DraftCheck | null, findings: readonly Finding[], now: RulesNow): Redo | null => {
  if (!check) return null
  const known = new Set(check.known)
  const found = findings.filter((finding) => !known.has(keyOf(finding)))
  if (found.length === 0) return null
  const since = check.redo?.since ?? check.at
  return { since, rulesChanged: (check.redo?.rulesChanged ?? false) || check.rules !== now.rules, findings: found }
}

/**
 * The check to keep with a save. `before`: what the rules say now of the content as it was; a finding among them that the draft did not have when it was
 * judged last was not typed, it came; it stays to be redone, save after save, until `after`, what they say of the new content, is without it.
 */
export const checkedAgain = (check: DraftCheck | null, before: readonly Finding[], after: readonly Finding[], now: RulesNow): DraftCheck => {
  const redo = redoOf(check, before, now)
  const came = new Set(redo?.findings.map(keyOf))
  const keys = [...new Set(after.map(keyOf))]
  const isLeft = keys.some((key) => came.has(key))
  return {
    rules: now.rules, at: now.at, known: keys.filter((key) => !came.has(key)),
    redo: redo && isLeft ? { since: redo.since, rulesChanged: redo.rulesChanged } : null,
  }
}
