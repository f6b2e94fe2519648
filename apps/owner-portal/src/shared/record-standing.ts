import type { RegisterSubjectView } from '@icp/contract'
import { type RecordStanding, type RuleContext, rulesInForce } from '@icp/domain'

/** What the rules ask of a record before something about it begins. */
export const standingOf = ({ services, openFilings, province }: RegisterSubjectView, { ruleData, today }: RuleContext): RecordStanding => ({
  services: services.filter(({ state }) => state === 'in-force').map(({ type, accesses }) => ({ type, accesses: accesses.length })), open: openFilings,
  province, hollowAdds: rulesInForce(ruleData, province, today).value('hollow-subject-adds-services'),
})
