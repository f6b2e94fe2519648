import type { Category, AccountRole } from '@icp/domain'

export interface LogIn {
  readonly portal: Category
  readonly category: Category
  readonly userName: string
  readonly password: string
  readonly who: { readonly zh: string; readonly en: string }
  readonly role: AccountRole
  readonly providerName?: string
  /** Six digits. */
  readonly province?: string
}

/** A running system: the addresses of its portals and its API, its database, the folder of its keys, and the demo log-ins. */
export interface Stand extends Readonly<Record<Category, string>> {
  readonly api: string
  readonly database: string
  readonly folder: string
  readonly logOns: readonly LogIn[]
}

/** The stand that all test files share. */
export const sharedStand = (): Stand => JSON.parse(process.env['ICP_STAND'] ?? '') as Stand

/** A demo log-in by a part of its provider's name, its province or its role. Throws when there is none. */
export function logInOf(stand: Stand, wanted: { readonly provider: string } | { readonly province: string } | { readonly role: AccountRole } | { readonly userName: string }): LogIn {
  const found = stand.logOns.find((logIn) =>
    'provider' in wanted ? logIn.providerName?.includes(wanted.provider)
      : 'province' in wanted ? logIn.province === wanted.province
        : 'role' in wanted ? logIn.role === wanted.role : logIn.userName === wanted.userName)
  if (!found) throw new Error(`No demo log-in for ${JSON.stringify(wanted)}`)
  return found
}
