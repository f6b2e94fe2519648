import { z } from 'zod'

/** The report categories of the log-on page; each has its own portal. */
export const Category = z.enum(['owner', 'provider', 'administration'])
export type Category = z.infer<typeof Category>

/** `responsible-person` acts through a confirmation link and `clock` when a deadline passes; neither has an account. */
export const Role = z.enum(['owner', 'provider', 'reviewer', 'operator', 'responsible-person', 'clock'])
export type Role = z.infer<typeof Role>

export const AccountRole = Role.extract(['owner', 'provider', 'reviewer', 'operator'])
export type AccountRole = z.infer<typeof AccountRole>

export type Actor =
  | { readonly role: 'owner'; readonly accountId: string }
  | { readonly role: 'provider'; readonly accountId: string; readonly providerId: string }
  | { readonly role: 'reviewer'; readonly accountId: string; readonly province: string }
  | { readonly role: 'operator'; readonly accountId: string }
  | { readonly role: 'responsible-person'; readonly confirmationId: string }
  | { readonly role: 'clock' }

export const categoryOf = (role: AccountRole): Category => (role === 'owner' ? 'owner' : role === 'provider' ? 'provider' : 'administration')
