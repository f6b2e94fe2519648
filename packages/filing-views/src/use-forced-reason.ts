import { shanghaiDay, standingCodes } from '@icp/domain'
import { useSay } from '@icp/ui'
import { useRuleData } from './rule-data.js'

/** What a reason of a cancellation by force is called today, also one that is not offered any more. */
export function useForcedReason(): (code: string) => string {
  const say = useSay()
  const rows = standingCodes(useRuleData(), 'forcedReasons', shanghaiDay(new Date().toISOString()))
  return (code) => {
    const known = rows.find(({ row }) => row.id === code)
    return known ? say(known.row) : code
  }
}
