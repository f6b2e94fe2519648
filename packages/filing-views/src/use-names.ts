import { codeNamesOn, type Names, shanghaiDay } from '@icp/domain'
import { useMemo } from 'react'
import { useRuleData } from './rule-data.js'
import { useDivisions } from './use-divisions.js'

/** How to name what a filing holds: places as soon as their table has come, codes by what stands today. For `displayValue`. */
export function useNames(): Names {
  const data = useRuleData()
  const divisions = useDivisions()
  return useMemo(() => ({ ...(divisions ? { divisionName: divisions.divisionName } : {}), codeName: codeNamesOn(data, shanghaiDay(new Date().toISOString())) }), [data, divisions])
}
