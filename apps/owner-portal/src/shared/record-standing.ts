import type { RegisterSubjectView } from '@icp/contract'
import type { RecordStanding } from '@icp/domain'

/** What the rules ask of a record before something about it begins. */
export const standingOf = ({ services, openFilings }: RegisterSubjectView): RecordStanding => ({
  services: services.filter(({ state }) => state === 'in-force').map(({ type, accesses }) => ({ type, accesses: accesses.length })), open: openFilings,
})
