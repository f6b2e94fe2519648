import { conflictRules, newConflictRules } from '../conflicts/conflict-rules.js'
import { cancellationKinds, FilingKind, kindsWithServices, registrationKinds } from '../filing/kind.js'
import { registerCancellationRules } from '../register/cancellation-findings.js'
import { registerMigrationRules } from '../register/migration-findings.js'
import { registerRegistrationRules } from '../register/registration-findings.js'
import { accessRules } from './access-rules.js'
import { cancellationRules } from './cancellation-rules.js'
import { contentRules, servicesRules } from './filing-rules.js'
import { formRule, serviceRules } from './findings-for.js'
import { legalPersonRules } from './legal-person-rules.js'
import { migrationRules } from './migration-rules.js'
import { personRules } from './person-rules.js'
import { provincialRules } from './provincial-rules.js'
import { registerRules } from './register-findings.js'
import { describe, type RuleDescription } from './rule.js'
import { serviceAccessRules } from './service-content-rules.js'
import { sourceText } from '../sources/source-text.js'
import { subjectAddressRules } from './subject-address-rules.js'
import { subjectRules } from './subject-rules.js'
import { sheetChecks } from '../verification/sheet-checks.js'

export interface CataloguedRule extends RuleDescription {
  /** Which kinds of filing it is asked of. */
  readonly kinds: readonly FilingKind[]
  /** Who can tell: everybody from the content, while it is typed; only the register, when it is saved; or only a person who looks outside the filing. */
  readonly toldBy: 'content' | 'register' | 'person'
}

const order = 'SPWAXCTV'
const migrations: readonly FilingKind[] = ['migrate-service']
const withSubject: readonly FilingKind[] = ['new-subject', 'change']

/** Of what only the register can tell, as the API asks it (filing-findings). */
const kindsOfRegisterRule: Readonly<Record<string, readonly FilingKind[]>> = {
  ...Object.fromEntries(Object.values(conflictRules).map(({ rule, kinds }) => [rule.id, kinds])),
  // A cancellation too is the only open filing of its subject, and finds no conflict else.
  'X-04': FilingKind.options,
  'X-05': registrationKinds, 'X-41': kindsWithServices,
}
const kindsOfCancellationRule: Readonly<Record<string, readonly FilingKind[]>> = {
  'C-12': ['cancel-service'], 'C-13': ['cancel-service'], 'C-14': ['cancel-access'], 'C-15': ['cancel-access'],
}

const listed = (rules: readonly RuleDescription[], toldBy: CataloguedRule['toldBy'], kinds: readonly FilingKind[] | ((rule: RuleDescription) => readonly FilingKind[])) =>
  rules.map((rule): CataloguedRule => ({ ...describe(rule), toldBy, kinds: typeof kinds === 'function' ? kinds(rule) : kinds }))

/** Every rule over a filing, by letter and number: the list that everybody is shown. */
export const ruleCatalogue: readonly CataloguedRule[] = [
  ...listed([...subjectRules, ...subjectAddressRules, ...provincialRules, ...legalPersonRules], 'content', withSubject),
  ...listed([...personRules, ...serviceRules], 'content', kindsWithServices),
  ...listed(serviceAccessRules, 'content', ['new-subject', 'new-service']),
  ...listed([...accessRules, ...servicesRules], 'content', registrationKinds),
  ...listed([...contentRules, formRule], 'content', FilingKind.options),
  ...listed(cancellationRules, 'content', cancellationKinds),
  ...listed(migrationRules, 'content', migrations),
  ...listed(registerMigrationRules, 'register', migrations),
  ...listed(registerRules, 'register', ({ id }) => kindsOfRegisterRule[id] ?? []),
  ...newConflictRules.flatMap(({ rule, kinds }) => listed([rule], 'register', kinds)),
  ...registerRegistrationRules.flatMap((rule) => listed([rule], 'register', rule.kinds)),
  ...listed(registerCancellationRules, 'register', ({ id }) => kindsOfCancellationRule[id] ?? cancellationKinds),
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
