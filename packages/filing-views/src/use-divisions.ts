import { shanghaiDay } from '@icp/domain'
import type { DivisionTable } from '@icp/domain/divisions'
import { useEffect, useState } from 'react'
import { useRuleData } from './rule-data.js'

type Divisions = typeof import('@icp/domain/divisions')

let loaded: Divisions | undefined

/** The module with the names of cities and counties, fetched once when a page first needs it; undefined until then. */
export function useDivisionModule(): Divisions | undefined {
  const [divisions, setDivisions] = useState(loaded)
  useEffect(() => {
    if (loaded) return
    void import('@icp/domain/divisions').then((table) => {
      loaded = table
      setDivisions(table)
    })
  }, [])
  return divisions
}

/** Cities and counties as they stand today, with what was published of them; undefined until the names have come. */
export function useDivisions(): DivisionTable | undefined {
  const divisions = useDivisionModule()
  const data = useRuleData()
  return divisions?.divisionsOn(data, shanghaiDay(new Date().toISOString()))
}
