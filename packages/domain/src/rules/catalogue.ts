import { conflictRules, newConflictRules } from '../conflicts/conflict-rules.js'
import { correctionRules } from '../filing/correction-rules.js'
import { FilingKind, kindsWithServices, registrationKinds } from '../filing/kind.js'
import { paperRules } from '../papers/paper-rules.js'
import { kindsWithPapers } from '../papers/paper-slots.js'
import { registerCancellationRules } from '../register/cancellation-findings.js'
import { exclusionRules } from '../register/conflicting-filings.js'
import { registerMigrationRules } from '../register/migration-findings.js'
import { registerProvincialRules } from '../register/provincial-findings.js'
import { registerRegistrationRules } from '../register/registration-findings.js'
import { placesInWords, standingInWords } from '../rule-data/decided-in-words.js'
import { type RuleData, shippedRuleData } from '../rule-data/entry.js'
import { sourceText } from '../sources/source-text.js'
import { applicabilityInWords } from './applicability-words.js'
import { formRule } from './findings-for.js'
import { howToMend } from './mending/how-to-mend.js'
import { registerRules } from './register-findings.js'
import { describe, type RuleDescription } from './rule.js'
import { type RuleGroup, ruleGroups } from './rule-groups.js'
import { valuesInForce } from './rule-values.js'
import { sheetChecks } from '../verification/sheet-checks.js'

export interface CataloguedRule extends RuleDescription {
  /** Which kinds of filing it is asked of. */
  readonly kinds: readonly FilingKind[]
  /** Who can tell: everybody from the content, while it is typed; only the register, when it is saved; the act of correcting a locked filing; what is handed in as a paper; or only a person who looks outside the filing. */
  readonly toldBy: 'content' | 'register' | 'correction' | 'paper' | 'person'
}

const order = 'SPWAXCTKFV'
const migrations: readonly FilingKind[] = ['migrate-service']

/** Of what only the register can tell, as the API asks it (filing-findings). */
const kindsOfRegisterRule: Readonly<Record<string, readonly FilingKind[]>> = {
  ...Object.fromEntries(Object.values(conflictRules).map(({ rule, kinds }) => [rule.id, kinds])),
  // A cancellation too is the only open filing of its subject, and finds no conflict else.
  'X-04': FilingKind.options,
  'X-05': registrationKinds, 'X-41': kindsWithServices,
}

const listed = (rules: readonly RuleDescription[], toldBy: CataloguedRule['toldBy'], kinds: readonly FilingKind[] | ((rule: RuleDescription) => readonly FilingKind[])) =>
  rules.map((rule): CataloguedRule => ({ ...describe(rule), toldBy, kinds: typeof kinds === 'function' ? kinds(rule) : kinds }))

/** Every rule over a filing, by letter and number: the list that everybody is shown. */
export const ruleCatalogue: readonly CataloguedRule[] = [
  ...(Object.values(ruleGroups) as readonly RuleGroup<never>[]).flatMap(({ kinds, rules }) => listed(rules, 'content', kinds)),
  ...listed([formRule], 'content', FilingKind.options),
  ...listed(registerMigrationRules, 'register', migrations),
  ...listed(registerRules, 'register', ({ id }) => kindsOfRegisterRule[id] ?? []),
  ...newConflictRules.flatMap(({ rule, kinds }) => listed([rule], 'register', kinds)),
  ...[...registerRegistrationRules, ...registerProvincialRules, ...exclusionRules, ...registerCancellationRules].flatMap((rule) => listed([rule], 'register', rule.kinds)),
  ...listed(Object.values(correctionRules), 'correction', registrationKinds),
  ...listed(Object.values(paperRules), 'paper', kindsWithPapers),
  ...sheetChecks.flatMap((check) => listed([check], 'person', check.kinds)),
].sort((one, other) => order.indexOf(one.id[0] ?? '') - order.indexOf(other.id[0] ?? '') || one.id.localeCompare(other.id))

const wordsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().split(/\s+/u).filter((word) => word !== '')

/** All that is read of a rule, in both languages, with the values that it decides by on a day. */
const textOf = (rule: CataloguedRule, ruleData: RuleData, day: string): string => {
  const values = valuesInForce(rule.id, ruleData, day).flatMap(({ title, values: standing }) => [title, ...standing.flatMap((value) => [placesInWords(value.provinces), standingInWords(value)])])
  const disputed = (rule.disputed ?? []).flatMap(({ says, source }) => [says, sourceText(source)])
  const said = [rule.title, sourceText(rule.source), howToMend(rule.id), applicabilityInWords(rule), ...disputed, ...values].flatMap((words) => (words ? [words.zh, words.en] : []))
  return `${rule.id} ${rule.source} ${said.join(' ')}`.toLowerCase()
}

const texts = new WeakMap<RuleData, { readonly day: string; readonly of: ReadonlyMap<string, string> }>()
const textsOn = (ruleData: RuleData, day: string): ReadonlyMap<string, string> => {
  const known = texts.get(ruleData)
  if (known?.day === day) return known.of
  const of = new Map(ruleCatalogue.map((rule) => [rule.id, textOf(rule, ruleData, day)]))
  texts.set(ruleData, { day, of })
  return of
}

/**
 * The rules that a text is about: an id as such, else every word in what is read of the rule, in either language: title, source, how to mend it, whom it is
 * asked of, and what it decides by in which province on `day`.
 */
export const findRules = (query: string, day = '', ruleData: RuleData = shippedRuleData): readonly CataloguedRule[] => {
  const words = wordsOf(query)
  const exact = ruleCatalogue.filter(({ id }) => words.length === 1 && id.toLowerCase() === words[0])
  if (exact.length > 0 || words.length === 0) return exact.length > 0 ? exact : ruleCatalogue
  const read = textsOn(ruleData, day)
  return ruleCatalogue.filter(({ id }) => words.every((word) => read.get(id)?.includes(word)))
}
