import { cancellationKinds, FilingKind, kindsWithServices, registrationKinds } from '../filing/kind.js'
import { accessRules } from './access-rules.js'
import { cancellationRules, type CancellationScope } from './cancellation-rules.js'
import { contentRules, servicesRules } from './filing-rules.js'
import { legalPersonRules } from './legal-person-rules.js'
import { migrationRules, type MigrationScope } from './migration-rules.js'
import { personRules } from './person-rules.js'
import { platformRules } from './platform-rules.js'
import { provincialRules } from './provincial-rules.js'
import type { Rule } from './rule.js'
import type { AccessScope, PersonScope, RegistrationScope, ServiceScope, SubjectScope } from './scopes.js'
import { serviceAccessRules, serviceContentRules } from './service-content-rules.js'
import { serviceDomainRules } from './service-domain-rules.js'
import { serviceNameRules } from './service-name-rules.js'
import { serviceTypeRules } from './service-type-rules.js'
import { subjectAddressRules } from './subject-address-rules.js'
import { subjectRules } from './subject-rules.js'

/** Rules that look at one thing, and the kinds of filing in which they are asked of it. */
export interface RuleGroup<Scope> {
  readonly kinds: readonly FilingKind[]
  readonly rules: readonly Rule<Scope>[]
}

const group = <Scope>(kinds: readonly FilingKind[], ...rules: readonly (readonly Rule<Scope>[])[]): RuleGroup<Scope> => ({ kinds, rules: rules.flat() })

/** Data that a kind may not change is not judged: a new service takes its subject, a new access also its service, from the register. */
const withSubject: readonly FilingKind[] = ['new-subject', 'change']

/** What everybody can tell from the content, by what is looked at. */
export const ruleGroups = {
  subject: group<SubjectScope>(withSubject, subjectRules, subjectAddressRules, provincialRules),
  /** After its person in charge, as forms ask. */
  legalPerson: group<SubjectScope>(withSubject, legalPersonRules),
  /** The subject's own person is asked with the subject, that of a service with the service. */
  person: group<PersonScope>(kindsWithServices, personRules),
  service: group<ServiceScope>(kindsWithServices, serviceNameRules, serviceDomainRules, serviceContentRules, serviceTypeRules, platformRules),
  /** Where accesses are entered for the first time. */
  serviceAccess: group<ServiceScope>(['new-subject', 'new-service'], serviceAccessRules),
  access: group<AccessScope>(registrationKinds, accessRules),
  services: group<RegistrationScope>(registrationKinds, servicesRules),
  cancellation: group<CancellationScope>(cancellationKinds, cancellationRules),
  migration: group<MigrationScope>(['migrate-service'], migrationRules),
  content: group<object>(FilingKind.options, contentRules),
} as const
