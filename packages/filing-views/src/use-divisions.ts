import { useEffect, useState } from 'react'

type Divisions = typeof import('@icp/domain/divisions')

let loaded: Divisions | undefined

/** The table of cities and counties, fetched once when a page first needs it; undefined until then. */
export function useDivisions(): Divisions | undefined {
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
