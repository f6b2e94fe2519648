import type { OperationId } from '@icp/contract'

/** What every decision makes stale. */
export const refreshes: readonly OperationId[] = ['getFiling', 'listFilings', 'getFigures', 'listCertificates', 'listNotices']
