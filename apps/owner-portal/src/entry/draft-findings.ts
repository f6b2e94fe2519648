import type { FilingView } from '@icp/contract'
import {
  blocking, entryScope, type FilingKind, findingsFor, findingsUnder, type Finding, type RegistrationContent, ruleCatalogue, type RuleContext,
} from '@icp/domain'
import type { EntryStep } from '../shared/draft-path.js'

const registerRuleIds: ReadonlySet<string> = new Set(ruleCatalogue.filter(({ toldBy }) => toldBy === 'register').map(({ id }) => id))

/** Whether only the register could say this: the rules know nothing of it while it is typed. */
export const isOfRegister = (finding: Finding): boolean => registerRuleIds.has(finding.rule)

/** What the rules say now, and what only the register could say when the draft was last saved. */
export const draftFindings = (kind: FilingKind, content: RegistrationContent, saved: readonly Finding[], context: RuleContext): Finding[] => [
  ...findingsFor(kind, content, context),
  ...saved.filter(isOfRegister),
]

/** Of what came since the draft was last saved, that which the rules still say of what is typed now. */
export const leftToRedo = (redo: FilingView['redo'], findings: readonly Finding[]): FilingView['redo'] => {
  if (!redo) return undefined
  const came = new Set(redo.findings.map(({ rule, path }) => `${rule} ${path}`))
  const left = findings.filter(({ rule, path }) => came.has(`${rule} ${path}`))
  return left.length > 0 ? { ...redo, findings: left } : undefined
}

export const subjectFindings = (findings: readonly Finding[]): Finding[] => findingsUnder(findings, 'subject')

/** Everything that the second step must have in order: the websites, their access, and the filing as a whole. */
export const websiteFindings = (findings: readonly Finding[]): Finding[] => findings.filter((finding) => !finding.path.startsWith('subject'))

/** Where an unfinished entry goes on: the first step that still has something to mend. */
export const stepToResume = (findings: readonly Finding[]): EntryStep =>
  blocking(subjectFindings(findings)).length > 0 ? 'subject' : blocking(websiteFindings(findings)).length > 0 ? 'websites' : 'summary'

/** The steps that a kind of filing asks for: a subject that is filed is not entered again. */
export const stepsOf = (kind: FilingKind): readonly EntryStep[] => (entryScope(kind).subject ? ['subject', 'websites', 'summary'] : ['websites', 'summary'])
