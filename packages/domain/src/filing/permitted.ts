import type { Actor } from '../account/role.js'
import { FilingAction } from './actions.js'
import type { Filing } from './filing.js'
import { gateRefusal } from './gate.js'

/**
 * What this actor may do with this filing at `now` (ISO instant): portals draw their buttons from it. Everything left out would be refused by
 * `decide`; what is listed may still be refused for what the command carries, such as blocking findings.
 */
export const permittedActions = (filing: Filing, actor: Actor, now: string): FilingAction[] =>
  FilingAction.options.filter((action) => gateRefusal(filing, action, actor, now) === null)
