import { findCode, type ServiceType, serviceTypes } from '@icp/domain'
import { useSay } from '@icp/ui'
import { domainBothWays } from './domain-forms.js'

/** The domain of a website; of an app, mini program or quick app what it is, and its domain if it has one. */
export function useTypedDomain() {
  const say = useSay()
  return ({ type, domain }: { readonly type: ServiceType; readonly domain: string }): string => {
    const row = findCode(serviceTypes, type)
    return type === 'website' || !row ? domainBothWays(domain) : [say(row), domainBothWays(domain)].filter((text) => text !== '').join(' · ')
  }
}
