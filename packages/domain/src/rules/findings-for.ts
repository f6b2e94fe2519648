import type { FilingContent } from '../filing/content.js'
import { entryScope } from '../filing/entry-scope.js'
import { formOf, type FilingKind } from '../filing/kind.js'
import type { Finding } from '../finding.js'
import { rulesInForce } from '../rule-data/rules-in-force.js'
import { accessRules } from './access-rules.js'
import { cancellationRules } from './cancellation-rules.js'
import { contentRules, servicesRules } from './filing-rules.js'
import { legalPersonRules } from './legal-person-rules.js'
import { migrationRules, provinceOfNumber } from './migration-rules.js'
import { personRules } from './person-rules.js'
import { platformRules } from './platform-rules.js'
import { provincialRules } from './provincial-rules.js'
import { applyRules, fault, findingOf, type RuleContext, type RuleDescription } from './rule.js'
import { personScopes, registrationScope, servicePersonScopes, subjectScope } from './scopes.js'
import { serviceAccessRules, serviceContentRules } from './service-content-rules.js'
import { serviceDomainRules } from './service-domain-rules.js'
import { serviceNameRules } from './service-name-rules.js'
import { serviceTypeRules } from './service-type-rules.js'
import { subjectAddressRules } from './subject-address-rules.js'
import { subjectRules } from './subject-rules.js'

export const serviceRules = [...serviceNameRules, ...serviceDomainRules, ...serviceContentRules, ...serviceTypeRules, ...platformRules]

export const formRule: RuleDescription = {
  id: 'X-07', severity: 'block', source: 'icp-filing §3', title: { zh: '备案内容与类型相符', en: 'The content fits the kind of filing' },
}

const wrongForm = (): Finding => findingOf(formRule, fault('',
  { zh: '备案内容与备案类型不符。', en: 'The content does not fit the kind of filing.' },
  { zh: '请重新建立草稿。', en: 'Start a new draft.' }))

/**
 * What the rules say about a filing, in the order in which its forms ask: subject, its person, each service with its own person and accesses,
 * then the filing as a whole. The portals show it while typing, the API decides by it; what only the register knows is added there.
 * Data that a kind may not change is not judged: a new service takes its subject, a new access also its service, from the register.
 */
export const findingsFor = (kind: FilingKind, content: FilingContent, context: RuleContext): Finding[] => {
  const findings: Finding[] = []
  const data = rulesInForce(context.ruleData, content.form === 'registration' ? content.subject.province : provinceOfNumber(content.subjectNumber), context.today)
  if (content.form !== formOf(kind)) return [wrongForm()]
  if (content.form === 'cancellation') {
    applyRules(cancellationRules, { kind, content, data }, findings, data)
    applyRules(contentRules, content, findings, data)
    return findings
  }
  if (content.form === 'migration') {
    applyRules(migrationRules, { content, data }, findings, data)
    applyRules(contentRules, content, findings, data)
    return findings
  }
  const scope = registrationScope(content, context)
  const judgesSubject = kind === 'new-subject' || kind === 'change'
  const judgesServices = kind !== 'new-access'
  if (judgesSubject) {
    applyRules(subjectRules, subjectScope(scope), findings, data)
    applyRules(subjectAddressRules, subjectScope(scope), findings, data)
    applyRules(provincialRules, subjectScope(scope), findings, data)
  }
  const persons = judgesSubject ? personScopes(scope) : judgesServices ? servicePersonScopes(scope) : []
  const judgePersonAt = (path: string) => {
    for (const person of persons) if (person.path === path) applyRules(personRules, person, findings, data)
  }
  judgePersonAt('subject.person')
  if (judgesSubject) applyRules(legalPersonRules, subjectScope(scope), findings, data)
  for (const service of scope.services) {
    if (judgesServices) applyRules(serviceRules, service, findings, data)
    if (entryScope(kind).newServices) applyRules(serviceAccessRules, service, findings, data)
    judgePersonAt(`${service.path}.person`)
    for (const access of service.accesses) applyRules(accessRules, access, findings, data)
  }
  applyRules(servicesRules, scope, findings, data)
  applyRules(contentRules, content, findings, data)
  return findings
}

/** Findings at `pathPrefix` or below it; '' gives all. `services.a` does not cover `services.ab`. */
export const findingsUnder = (findings: readonly Finding[], pathPrefix: string): Finding[] =>
  pathPrefix === '' ? [...findings] : findings.filter(({ path }) => path === pathPrefix || path.startsWith(`${pathPrefix}.`))
