import type { AccountRole } from '../account/role.js'
import type { Bilingual } from '../bilingual.js'
import { statusesFor } from '../filing/actions.js'
import type { FilingStatus } from '../filing/status.js'
import { accountPermissions } from './account-permissions.js'
import { administrationPermissions } from './administration-permissions.js'
import { auditPermissions } from './audit-permissions.js'
import { conflictPermissions } from './conflict-permissions.js'
import { filingPermissions } from './filing-permissions.js'
import type { Permission } from './permission.js'
import { personalDataPermissions } from './personal-data-permissions.js'
import { registerPermissions } from './register-permissions.js'
import { accountWords, type Caller } from './relation.js'
import { staffPermissions } from './staff-permissions.js'

/**
 * Who may do what: one row for every operation of the interface. The contract's callers, OpenAPI's `x-roles`, the API's guard, menus, pages and buttons are
 * drawn from it; an operation without a row, or a row without an operation, does not compile.
 */
export const permissions = {
  ...administrationPermissions, ...accountPermissions, ...staffPermissions, ...registerPermissions, ...filingPermissions, ...conflictPermissions, ...personalDataPermissions, ...auditPermissions,
}

export type Permitted = keyof typeof permissions

export const permissionOf = (id: Permitted): Permission => permissions[id]

export const callersOf = (id: Permitted): Caller[] => Object.keys(permissionOf(id).callers) as Caller[]

/** Whether an account of this role may call the operation at all; on which objects, its relation says. */
export const mayCall = (role: AccountRole, id: Permitted): boolean => {
  const { callers } = permissionOf(id)
  return role in callers || 'public' in callers
}

/** The statuses of a filing in which the step may be taken by `role`; null where the operation is no step of the life cycle. */
export const statusesOf = (id: Permitted, role: AccountRole | 'responsible-person'): readonly FilingStatus[] | null => {
  const { action } = permissionOf(id)
  return action === undefined ? null : statusesFor(action, role)
}

/** Who may call, in words: for a page that says who can use it to somebody who cannot. */
export const whoMayCall = (id: Permitted): Bilingual => {
  const words = callersOf(id).flatMap((caller) => (caller === 'public' ? [] : [accountWords[caller]]))
  if (words.length === 0) return { zh: '任何人', en: 'anyone' }
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(' or ') }
}
