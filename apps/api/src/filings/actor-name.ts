import { type Actor, findProvince } from '@icp/domain'

/** How history names who acted: the provider's or administration's name; `owner`, `responsible-person` and `clock` are named by their role. */
export const actorNameOf = (actor: Actor, providerNames: ReadonlyMap<string, string>): string => {
  switch (actor.role) {
    case 'provider': return providerNames.get(actor.providerId) ?? ''
    case 'reviewer': return findProvince(actor.province)?.administration.zh ?? actor.province
    default: return actor.role
  }
}
