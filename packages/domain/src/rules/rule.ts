import type { Bilingual } from '../bilingual.js'
import type { Finding, Severity } from '../finding.js'
import type { DecidedBy } from '../rule-data/decided-by.js'
import type { RuleData } from '../rule-data/entry.js'
import type { RulesInForce } from '../rule-data/rules-in-force.js'
import { type Applicability, applicabilityOf, type Asked, isAskedOf, knownNature } from './applicability.js'

export interface RuleDescription extends Applicability {
  /** Stable: S subject, P person, W service, A access, X whole filing and register, C cancellation, T move to another subject, K correction, F paper (附件), V verification by a person, R registration of an account. */
  readonly id: string
  readonly severity: Severity
  /** Where the rule comes from, e.g. `icp-filing §6 no 9 (NE, TC, HW)`. */
  readonly source: string
  readonly title: Bilingual
  /** Where sources disagree about what is no value of the rule data: what each says, the one that the rule follows first. */
  readonly disputed?: readonly Saying[]
}

/** What one source says. */
export interface Saying {
  readonly says: Bilingual
  readonly source: string
  readonly confirmed: boolean
}

/** One breach: where, what is wrong, and what to do about it. */
export interface Fault {
  readonly path: string
  readonly text: Bilingual
  readonly fix: Bilingual
  /** What of the rule data decided, beside the conditions under which the rule is asked. */
  readonly decidedBy?: DecidedBy[]
}

/** One numbered rule over one kind of scope. `check` gives nothing for a field that is still empty unless the rule is about emptiness. */
export interface Rule<Scope> extends RuleDescription {
  check(scope: Scope): Fault | readonly Fault[] | undefined
}

/** What rules may ask of the world around them. */
export interface RuleContext {
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string
  /** The A-label form of a host name by the platform's UTS 46; '' = not a host name. */
  domainToAscii(host: string): string
  /** What has been published of numbers, answers and lists that rules decide by; left out, what is shipped applies. */
  readonly ruleData?: RuleData
}

export const fault = (path: string, text: Bilingual, fix: Bilingual, ...decidedBy: (DecidedBy | undefined)[]): Fault => {
  const decided = decidedBy.filter((one) => one !== undefined)
  return decided.length === 0 ? { path, text, fix } : { path, text, fix, decidedBy: decided }
}

export const findingOf = (rule: RuleDescription, { path, text, fix, decidedBy = [] }: Fault): Finding =>
  ({ rule: rule.id, path, severity: rule.severity, text, fix, source: rule.source, ...(decidedBy.length > 0 && { decidedBy }) })

/** The values that made the rule be asked, and as strictly as it is. */
const decidedBefore = (rule: RuleDescription, { data }: Asked): (DecidedBy | undefined)[] =>
  [...(rule.where ?? []).map(({ parameter }) => data.decided(parameter)), data.decidedWeight(rule.id)]

/** Once, in the order in which they are met. */
const each = (values: readonly (DecidedBy | undefined)[]): DecidedBy[] => [...new Map(values.flatMap((one) => (one ? [[one.key, one] as const] : []))).values()]

/** A rule that is asked, as strictly as the data weigh it. */
type WeighedRule<Scope> = Rule<Scope>

const weighed = <Scope>(rules: readonly Rule<Scope>[], asked: Asked): WeighedRule<Scope>[] => rules.flatMap((rule) => {
  const severity = asked.data.weigh(rule)
  return severity === 'off' || !isAskedOf(rule, asked) ? [] : [severity === rule.severity ? rule : { ...rule, severity }]
})

/** The same is asked of every service and person of a filing, so it is worked out once for each data in force. */
const held = new WeakMap<RulesInForce, Map<readonly unknown[], Map<string, readonly WeighedRule<never>[]>>>()

/** Those of the rules that are asked of `asked`. */
export const askedRules = <Scope>(rules: readonly Rule<Scope>[], asked: Asked): readonly WeighedRule<Scope>[] => {
  const ofData = held.get(asked.data) ?? new Map<readonly unknown[], Map<string, readonly WeighedRule<never>[]>>()
  held.set(asked.data, ofData)
  const ofRules = ofData.get(rules) ?? new Map<string, readonly WeighedRule<never>[]>()
  ofData.set(rules, ofRules)
  const key = `${knownNature(asked.nature)}/${asked.type ?? ''}`
  const known = ofRules.get(key) ?? weighed(rules, asked)
  ofRules.set(key, known)
  return known as readonly WeighedRule<Scope>[]
}

/** Adds to `into` what a rule finds; `asked`: what decided that it is asked. */
export const applyRule = <Scope>(rule: WeighedRule<Scope>, scope: Scope, into: Finding[], asked?: Asked): void => {
  const faults = rule.check(scope)
  if (!faults) return
  for (const one of Array.isArray(faults) ? faults as readonly Fault[] : [faults as Fault]) {
    into.push(findingOf(rule, asked ? { ...one, decidedBy: each([...(one.decidedBy ?? []), ...decidedBefore(rule, asked)]) } : one))
  }
}

/** Adds to `into` what those of the rules find that are asked of `asked`, as strictly as its data weigh each; without it every rule is asked as it stands. */
export const applyRules = <Scope>(rules: readonly Rule<Scope>[], scope: Scope, into: Finding[], asked?: Asked): void => {
  for (const rule of asked ? askedRules(rules, asked) : rules) applyRule(rule, scope, into, asked)
}

export const describe = ({ id, severity, source, title, disputed, ...rule }: RuleDescription): RuleDescription =>
  ({ id, severity, source, title, ...(disputed && { disputed }), ...applicabilityOf(rule) })
