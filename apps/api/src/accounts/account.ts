import type { AccountRole } from '@icp/domain'

/** An account with its sealed fields opened. Instants are ISO 8601 in UTC. */
export interface Account {
  readonly id: string
  readonly role: AccountRole
  readonly userName: string
  readonly name: string
  readonly certificateType: string
  readonly certificateNumber: string
  readonly mobile: string
  readonly email: string
  readonly providerId: string | null
  readonly province: string | null
  readonly registeredAt: string
  readonly lastLogOnAt: string | null
}

/** User names are compared without regard to case and width. */
export const userNameKey = (userName: string): string => userName.normalize('NFKC').trim().toLowerCase()
export const mobileKey = (mobile: string): string => mobile.normalize('NFKC').replace(/[\s-]/g, '').replace(/^(\+|00)86/, '')
export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase()
export const certificateKey = (number: string): string => number.normalize('NFKC').replace(/\s/g, '').toUpperCase()
