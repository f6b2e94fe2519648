import { useSay } from '@icp/app-shell'
import { type Access, displayFieldValue } from '@icp/domain'

/** One field of an access of a website as people read it. */
export function useAccessText(serviceId: string) {
  const say = useSay()
  return (access: Access, key: 'modes' | 'ipRanges'): string => {
    const path = `services.${serviceId}.accesses.${access.id}.${key}`
    return say({ zh: displayFieldValue(path, access[key], 'zh'), en: displayFieldValue(path, access[key], 'en') })
  }
}
