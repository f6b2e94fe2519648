import type { Bilingual } from '../bilingual.js'
import type { Finding, Severity } from '../finding.js'
import type { RuleData } from '../rule-data/entry.js'
import type { RulesInForce } from '../rule-data/rules-in-force.js'

export interface RuleDescription {
  /** Stable: S subject, P person, W service, A access, X whole filing and register, C cancellation, T move to another subject, V verification by a person, R registration of an account. */
  readonly id: string
  readonly severity: Severity
  /** Where the rule comes from, e.g. `icp-filing §6 no 9 (NE, TC, HW)`. */
  readonly source: string
  readonly title: Bilingual
}

/** One breach: where, what is wrong, and what to do about it. */
export interface Fault {
  readonly path: string
  readonly text: Bilingual
  readonly fix: Bilingual
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

export const fault = (path: string, text: Bilingual, fix: Bilingual): Fault => ({ path, text, fix })

export const findingOf = (rule: RuleDescription, { path, text, fix }: Fault): Finding =>
  ({ rule: rule.id, path, severity: rule.severity, text, fix, source: rule.source })

/** Adds to `into` what the rules find, as strictly as `data` weigh each. */
export const applyRules = <Scope>(rules: readonly Rule<Scope>[], scope: Scope, into: Finding[], data?: Pick<RulesInForce, 'weigh'>): void => {
  for (const rule of rules) {
    const severity = data ? data.weigh(rule) : rule.severity
    const faults = severity === 'off' ? undefined : rule.check(scope)
    if (!faults || severity === 'off') continue
    for (const one of Array.isArray(faults) ? faults : [faults]) into.push(findingOf({ ...rule, severity }, one as Fault))
  }
}

export const describe = ({ id, severity, source, title }: RuleDescription): RuleDescription => ({ id, severity, source, title })
