import { z } from 'zod'

/** The report categories of the log-on page; each has its own portal. */
export const Category = z.enum(['owner', 'provider', 'administration'])
export type Category = z.infer<typeof Category>

/** `responsible-person` acts through a confirmation link and `clock` when a deadline passes; neither has an account. */
export const Role = z.enum(['owner', 'provider', 'reviewer', 'operator', 'security-administrator', 'audit-administrator', 'responsible-person', 'clock'])
export type Role = z.infer<typeof Role>

export const AccountRole = Role.exclude(['responsible-person', 'clock'])
export type AccountRole = z.infer<typeof AccountRole>

/**
 * The three administrators of MLPS level 3 (GB/T 22239 8.1.5), whose duties exclude each other: `operator` is the system administrator (switches, code
 * tables, organisations), the security administrator keeps accounts, and the audit administrator reads what both did. An account has one role.
 */
export const AdministratorRole = AccountRole.extract(['operator', 'security-administrator', 'audit-administrator'])
export type AdministratorRole = z.infer<typeof AdministratorRole>

export const isAdministrator = (role: AccountRole): role is AdministratorRole => AdministratorRole.safeParse(role).success

export type Actor =
  | { readonly role: 'owner'; readonly accountId: string }
  | { readonly role: 'provider'; readonly accountId: string; readonly providerId: string }
  | { readonly role: 'reviewer'; readonly accountId: string; readonly province: string }
  | { readonly role: AdministratorRole; readonly accountId: string }
  | { readonly role: 'responsible-person'; readonly confirmationId: string }
  | { readonly role: 'clock' }

export const categoryOf = (role: AccountRole): Category => (role === 'owner' ? 'owner' : role === 'provider' ? 'provider' : 'administration')
