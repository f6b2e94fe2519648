import type { FilingContent } from '../filing/content.js'
import type { FilingKind } from '../filing/kind.js'
import type { Finding } from '../finding.js'
import type { RuleContext } from './rule.js'

export const findingsFor = (_kind: FilingKind, _content: FilingContent, _context: RuleContext): Finding[] => []

/** Findings at `pathPrefix` or below it; '' gives all. `services.a` does not cover `services.ab`. */
export const findingsUnder = (findings: readonly Finding[], pathPrefix: string): Finding[] =>
  pathPrefix === '' ? [...findings] : findings.filter(({ path }) => path === pathPrefix || path.startsWith(`${pathPrefix}.`))
