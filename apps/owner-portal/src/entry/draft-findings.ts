import { blocking, findingsFor, findingsUnder, type Finding, registerRules, type RegistrationContent } from '@icp/domain'
import { browserRuleContext } from '@icp/filing-forms'

const registerRuleIds: ReadonlySet<string> = new Set(registerRules.map((rule) => rule.id))

/** Whether only the register could say this: the rules know nothing of it while it is typed. */
export const isOfRegister = (finding: Finding): boolean => registerRuleIds.has(finding.rule)

/** What the rules say now, and what only the register could say when the draft was last saved. */
export const draftFindings = (content: RegistrationContent, saved: readonly Finding[]): Finding[] => [
  ...findingsFor('new-subject', content, browserRuleContext()),
  ...saved.filter(isOfRegister),
]

export const subjectFindings = (findings: readonly Finding[]): Finding[] => findingsUnder(findings, 'subject')

/** Everything that the second step must have in order: the websites, their access, and the filing as a whole. */
export const websiteFindings = (findings: readonly Finding[]): Finding[] => findings.filter((finding) => !finding.path.startsWith('subject'))

export type EntryStep = 'subject' | 'websites' | 'summary'

/** Where an unfinished entry goes on: the first step that still has something to mend. */
export const stepToResume = (findings: readonly Finding[]): EntryStep =>
  blocking(subjectFindings(findings)).length > 0 ? 'subject' : blocking(websiteFindings(findings)).length > 0 ? 'websites' : 'summary'
