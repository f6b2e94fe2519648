import { registerCancellationRules } from '../register/cancellation-findings.js'
import { registerRegistrationRules } from '../register/registration-findings.js'
import { accessRules } from './access-rules.js'
import { cancellationRules } from './cancellation-rules.js'
import { contentRules, servicesRules } from './filing-rules.js'
import { formRule, serviceRules } from './findings-for.js'
import { legalPersonRules } from './legal-person-rules.js'
import { personRules } from './person-rules.js'
import { registerRules } from './register-findings.js'
import { describe, type RuleDescription } from './rule.js'
import { subjectAddressRules } from './subject-address-rules.js'
import { subjectRules } from './subject-rules.js'

const order = 'SPWAXC'

/** Every rule over a filing, by letter and number: the list that providers, reviewers and the documentation show. */
export const ruleCatalogue: readonly RuleDescription[] = [
  ...subjectRules, ...subjectAddressRules, ...legalPersonRules, ...personRules, ...serviceRules, ...accessRules, ...servicesRules, ...contentRules,
  formRule, ...registerRules, ...registerRegistrationRules, ...cancellationRules, ...registerCancellationRules,
].map(describe).sort((one, other) => order.indexOf(one.id[0] ?? '') - order.indexOf(other.id[0] ?? '') || one.id.localeCompare(other.id))
