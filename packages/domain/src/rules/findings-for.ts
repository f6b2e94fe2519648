import type { FilingContent } from '../filing/content.js'
import { formOf, type FilingKind } from '../filing/kind.js'
import type { Finding } from '../finding.js'
import { provinceOfNumber } from '../numbers/filing-number.js'
import { type RulesInForce, rulesInForce } from '../rule-data/rules-in-force.js'
import type { Asked } from './applicability.js'
import { applyRule, applyRules, askedRules, fault, findingOf, type RuleContext, type RuleDescription } from './rule.js'
import { type RuleGroup, ruleGroups } from './rule-groups.js'
import { personScopes, type RegistrationScope, registrationScope, servicePersonScopes, subjectScope } from './scopes.js'

export const formRule: RuleDescription = {
  id: 'X-07', severity: 'block', source: 'icp-filing §3', title: { zh: '备案内容与类型相符', en: 'The content fits the kind of filing' },
}

const wrongForm = (): Finding => findingOf(formRule, fault('',
  { zh: '备案内容与备案类型不符。', en: 'The content does not fit the kind of filing.' },
  { zh: '请重新建立草稿。', en: 'Start a new draft.' }))

/** Whose rules hold: the subject's province, which a number of the register tells as well. */
const provinceOf = (content: FilingContent): string => (content.form === 'registration' ? content.subject.province : provinceOfNumber(content.subjectNumber))

/**
 * What the rules say about a filing, in the order in which its forms ask: subject, its person, each service with its own person and accesses,
 * then the filing as a whole. The portals show it while typing, the API decides by it; what only the register knows is added there.
 */
export const findingsFor = (kind: FilingKind, content: FilingContent, context: RuleContext): Finding[] => {
  if (content.form !== formOf(kind)) return [wrongForm()]
  const findings: Finding[] = []
  const data = rulesInForce(context.ruleData, provinceOf(content), context.today)
  const ask = <Scope>({ kinds, rules }: RuleGroup<Scope>, scope: Scope, asked: Asked) => {
    if (kinds.includes(kind)) applyRules(rules, scope, findings, asked)
  }
  const whole: Asked = { nature: '', data }
  if (content.form === 'cancellation') ask(ruleGroups.cancellation, { kind, content, data }, whole)
  else if (content.form === 'migration') ask(ruleGroups.migration, { content, data }, whole)
  else askRegistration(kind, registrationScope(content, context), data, ask, findings)
  ask(ruleGroups.content, content, whole)
  return findings
}

type Ask = <Scope>(group: RuleGroup<Scope>, scope: Scope, asked: Asked) => void

const askRegistration = (kind: FilingKind, scope: RegistrationScope, data: RulesInForce, ask: Ask, findings: Finding[]): void => {
  const ofSubject: Asked = { nature: scope.content.subject.nature, data }
  const persons = ruleGroups.subject.kinds.includes(kind) ? personScopes(scope) : servicePersonScopes(scope)
  const askPersonAt = (path: string) => {
    for (const person of persons) if (person.path === path) ask(ruleGroups.person, person, ofSubject)
  }
  ask(ruleGroups.subject, subjectScope(scope), ofSubject)
  askPersonAt('subject.person')
  ask(ruleGroups.legalPerson, subjectScope(scope), ofSubject)
  for (const service of scope.services) {
    const ofService: Asked = { ...ofSubject, type: service.service.type }
    ask(ruleGroups.service, service, ofService)
    ask(ruleGroups.serviceAccess, service, ofService)
    askPersonAt(`${service.path}.person`)
    for (const access of service.accesses) ask(ruleGroups.access, access, ofService)
  }
  if (!ruleGroups.services.kinds.includes(kind)) return
  for (const rule of askedRules(ruleGroups.services.rules, ofSubject)) {
    const { types } = rule
    applyRule(rule, types ? { ...scope, services: scope.services.filter(({ service }) => types.includes(service.type)) } : scope, findings, ofSubject)
  }
}

/** Findings at `pathPrefix` or below it; '' gives all. `services.a` does not cover `services.ab`. */
export const findingsUnder = (findings: readonly Finding[], pathPrefix: string): Finding[] =>
  pathPrefix === '' ? [...findings] : findings.filter(({ path }) => path === pathPrefix || path.startsWith(`${pathPrefix}.`))
