import { describe, type RuleDescription } from './rule.js'
import { registerRules } from './register-findings.js'

/** Every rule over a filing, for the list that providers, reviewers and the documentation show. */
export const ruleCatalogue: readonly RuleDescription[] = [...registerRules].map(describe)
