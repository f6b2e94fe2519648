import type { HollowRow } from '@icp/contract'
import { serviceWord, spaced, typeOfNumber } from '@icp/domain'
import { useSay } from '@icp/ui'
import { useConsoleText } from '../text.js'

/** What is hollow: a subject, or a website, an app and so on, as the number of the service says. */
export const useHollowKind = () => {
  const t = useConsoleText()
  const say = useSay()
  return ({ kind, serviceNumber }: HollowRow): string => {
    const type = typeOfNumber(serviceNumber ?? '')
    return type ? spaced(t('hollow.hollowOne', { what: say(serviceWord(type)) })) : t(`hollow.kinds.${kind}`)
  }
}
