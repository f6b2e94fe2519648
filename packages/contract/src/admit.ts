import { type Caller, callersOf, type Permitted } from '@icp/domain'
import type { Described } from './operation.js'

type Rows = Readonly<Record<Permitted, Described>>
/** A row that the matrix of permissions does not have is an error at its name. */
type OnlyPermitted<Given> = { readonly [Id in Exclude<keyof Given, Permitted>]: 'has no row in packages/domain/src/permissions' }
type Admitted<Given> = { readonly [Id in keyof Given]: Given[Id] & { readonly roles: readonly Caller[] } }

/** Gives every operation its callers from the matrix of permissions, and 401 and 403 to those that need a session. */
export function admit<Given extends Rows>(given: Given & OnlyPermitted<Given>): Admitted<Given> {
  const rows = Object.entries(given as Rows).map(([id, row]) => {
    const roles = callersOf(id as Permitted)
    const refusals = new Set([...row.refusals, ...(roles.includes('public') ? [] : [401, 403])])
    return [id, { ...row, roles, refusals: [...refusals].sort((left, right) => left - right) }]
  })
  return Object.fromEntries(rows) as Admitted<Given>
}
