import type { ReadPurpose } from '@icp/domain'

/** An owner reads its own data and is asked nothing. */
export const ownPurpose: ReadPurpose = { reason: 'own-data', note: '' }

/** One purpose for each account and filing, kept until the page is loaded anew: the second field or picture costs one press. */
const remembered = new Map<string, ReadPurpose>()

const holder = (accountId: string, filingId: string): string => `${accountId} ${filingId}`

export const purposeOf = (accountId: string, filingId: string): ReadPurpose | undefined => remembered.get(holder(accountId, filingId))

export const rememberPurpose = (accountId: string, filingId: string, purpose: ReadPurpose): void => void remembered.set(holder(accountId, filingId), purpose)
