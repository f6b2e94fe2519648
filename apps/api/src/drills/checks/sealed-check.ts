import { Sealing } from '../../platform/sealing.js'
import type { Check } from '../checker.js'
import { everySealed } from '../sealed-values.js'

/** Whatever is sealed opens at its place. */
export const checkSealed: Check = async (database, api) => {
  const sealing = api.app.get(Sealing)
  return (await everySealed(database)).flatMap(({ place, sealed }) => {
    try {
      sealing.open(place, sealed)
      return []
    } catch {
      return [`${place.table}.${place.column} of ${place.row} cannot be opened`]
    }
  })
}
