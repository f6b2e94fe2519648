import { type CodeTableId, codeNamesOn, codeTableOf, findCode, type Names, shanghaiDay } from '@icp/domain'
import { useSay } from '@icp/ui'
import { useMemo } from 'react'
import { useRuleData } from './rule-data.js'
import { useDivisions } from './use-divisions.js'

function usePublishedNames() {
  const data = useRuleData()
  return useMemo(() => codeNamesOn(data, shanghaiDay(new Date().toISOString())), [data])
}

/** How to name what a filing holds: places as soon as their table has come, codes by what stands today. For `displayValue`. */
export function useNames(): Names {
  const codeName = usePublishedNames()
  const divisions = useDivisions()
  return useMemo(() => ({ ...(divisions ? { divisionName: divisions.divisionName } : {}), codeName }), [codeName, divisions])
}

/** What a code is called today, also one that is not offered any more; the code itself where nobody knows it. Asks for no table of places. */
export function useCodeName(): (table: CodeTableId, code: string) => string {
  const say = useSay()
  const codeName = usePublishedNames()
  return (table, code) => {
    const known = codeName(table, code) ?? findCode(codeTableOf(table).rows, code)
    return known ? say(known) : code
  }
}
