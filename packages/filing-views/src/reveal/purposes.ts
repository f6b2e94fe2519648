import type { ReadReason } from '@icp/domain'

/** What somebody needs the data of a filing for. */
export interface Purpose {
  readonly reason: ReadReason
  readonly note: string
}

/** An owner reads its own data and is asked nothing. */
export const ownPurpose: Purpose = { reason: 'own-data', note: '' }

/** One purpose for each account and filing, kept until the page is loaded anew: the second field or picture costs one press. */
const remembered = new Map<string, Purpose>()

const holder = (accountId: string, filingId: string): string => `${accountId} ${filingId}`

export const purposeOf = (accountId: string, filingId: string): Purpose | undefined => remembered.get(holder(accountId, filingId))

export const rememberPurpose = (accountId: string, filingId: string, purpose: Purpose): void => void remembered.set(holder(accountId, filingId), purpose)
