import { conflictRules, newConflictRules } from '../conflicts/conflict-rules.js'
import { correctionRules } from '../filing/correction-rules.js'
import { FilingKind, kindsWithServices, registrationKinds } from '../filing/kind.js'
import { registerCancellationRules } from '../register/cancellation-findings.js'
import { registerMigrationRules } from '../register/migration-findings.js'
import { registerRegistrationRules } from '../register/registration-findings.js'
import { sourceText } from '../sources/source-text.js'
import { formRule } from './findings-for.js'
import { registerRules } from './register-findings.js'
import { describe, type RuleDescription } from './rule.js'
import { type RuleGroup, ruleGroups } from './rule-groups.js'
import { sheetChecks } from '../verification/sheet-checks.js'

export interface CataloguedRule extends RuleDescription {
  /** Which kinds of filing it is asked of. */
  readonly kinds: readonly FilingKind[]
  /** Who can tell: everybody from the content, while it is typed; only the register, when it is saved; the act of correcting a locked filing; or only a person who looks outside the filing. */
  readonly toldBy: 'content' | 'register' | 'correction' | 'person'
}

const order = 'SPWAXCTKV'
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
  ...registerRegistrationRules.flatMap((rule) => listed([rule], 'register', rule.kinds)),
  ...registerCancellationRules.flatMap((rule) => listed([rule], 'register', rule.kinds)),
  ...listed(Object.values(correctionRules), 'correction', registrationKinds),
  ...sheetChecks.flatMap((check) => listed([check], 'person', check.kinds)),
].sort((one, other) => order.indexOf(one.id[0] ?? '') - order.indexOf(other.id[0] ?? '') || one.id.localeCompare(other.id))

/** The rules that a text is about: an id as such, else every word in id, title or source, in either language. */
export const findRules = (query: string): readonly CataloguedRule[] => {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/u).filter((word) => word !== '')
  const exact = ruleCatalogue.filter(({ id }) => words.length === 1 && id.toLowerCase() === words[0])
  if (exact.length > 0) return exact
  return ruleCatalogue.filter(({ id, title, source }) => {
    const { zh, en } = sourceText(source)
    const text = `${id} ${title.zh} ${title.en} ${source} ${zh} ${en}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
