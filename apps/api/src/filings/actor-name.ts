import { type Actor, findProvince, provinces } from '@icp/domain'

/** How history names who acted: the provider's or administration's name; `owner`, `responsible-person` and `clock` are named by their role. */
export const actorNameOf = (actor: Actor, providerNames: ReadonlyMap<string, string>): string => {
  switch (actor.role) {
    case 'provider': return providerNames.get(actor.providerId) ?? ''
    case 'reviewer': return findProvince(actor.province)?.administration.zh ?? actor.province
    default: return actor.role
  }
}

const english = new Map(provinces.map(({ administration }) => [administration.zh, administration.en]))

/** The English name of an administration that is written down in Chinese, under `key`; nothing for everyone else. */
export const inEnglish = <Key extends string>(key: Key, name: string): { readonly [K in Key]?: string } => {
  const said = english.get(name)
  return (said === undefined ? {} : { [key]: said }) as { readonly [K in Key]?: string }
}
