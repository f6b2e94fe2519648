import { useAnswer } from '@icp/client'
import { type RuleData, shippedRuleData, withPublished } from '@icp/domain'
import { useEffect, useSyncExternalStore } from 'react'

/** How long a form may be judged by data that were replaced meanwhile. The API judges by the newest in any case. */
const askedEvery = 4_000

let held: RuleData = shippedRuleData
const listeners = new Set<() => void>()

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The newest data that this page has read; what is shipped with the system until the first answer. */
export const newestRuleData = (): RuleData => held

/** The same for a component, drawn anew when there is something newer. */
export const useRuleData = (): RuleData => useSyncExternalStore(listen, newestRuleData)

interface Asking {
  readonly refetchInterval?: number
  readonly refetchOnWindowFocus?: 'always'
  readonly staleTime: number
}

function useAsked(asking: Asking): void {
  const { version } = useRuleData()
  const { data } = useAnswer('getRuleData', { query: { since: version } }, { ...asking, retry: false })
  useEffect(() => {
    const next = data ? withPublished(held, data.published) : held
    if (next === held) return
    held = next
    for (const listener of listeners) listener()
  }, [data])
}

/** Asks once in a while: for a page that only shows what filings hold. */
export const useKnownRuleData = (): void => useAsked({ staleTime: 60_000 })

/**
 * Asks again and again for what was published since, while the page is looked at, and at once when it is looked at again: for the frame around a form, so that
 * the next key press is judged by it. A request that fails changes nothing.
 */
export const useFreshRuleData = (): void => useAsked({ refetchInterval: askedEvery, refetchOnWindowFocus: 'always', staleTime: 0 })
