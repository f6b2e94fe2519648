import { useSay } from '@icp/app-shell'
import { type Access, displayFieldValue } from '@icp/domain'
import { useNames } from '@icp/filing-views'

/** One field of an access of a website as people read it. */
export function useAccessText(serviceId: string) {
  const say = useSay()
  const names = useNames()
  return (access: Access, key: 'modes' | 'ipRanges'): string => {
    const path = `services.${serviceId}.accesses.${access.id}.${key}`
    return say({ zh: displayFieldValue(path, access[key], 'zh', names), en: displayFieldValue(path, access[key], 'en', names) })
  }
}
