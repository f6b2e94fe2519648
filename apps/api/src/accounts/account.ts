import { type AccountRole, normaliseCertificateNumber, normaliseEmail, normalisePhone } from '@icp/domain'

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
  /** Since when the account may not be used. */
  readonly disabledAt: string | null
  /** Of the demo data. */
  readonly demo: boolean
}

/** What makes two values the same, whatever was typed: case, width, blanks and country code do not count. */
export const userNameKey = (userName: string): string => userName.normalize('NFKC').trim().toLowerCase()
export const mobileKey = normalisePhone
export const emailKey = (email: string): string => normaliseEmail(email).toLowerCase()
export const certificateKey = normaliseCertificateNumber
