import { type TextValues, useSay, useText } from '@icp/app-shell'
import { type ServiceType, serviceWord, spaced } from '@icp/domain'
import { useCallback } from 'react'

const own = '{name}'

/** Texts in which `{{what}}` stands for a service by its type. `{{name}}` is put in last, so that nothing in somebody's own words is changed. */
export function useServiceText() {
  const t = useText()
  const say = useSay()
  return useCallback((key: string, type: ServiceType, { name = '', ...values }: TextValues = {}): string =>
    spaced(t(key, { ...values, what: say(serviceWord(type)), name: own })).replace(own, () => String(name)), [t, say])
}
