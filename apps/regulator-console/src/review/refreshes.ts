import type { OperationId } from '@icp/contract'

/** What every decision makes stale. */
export const refreshes: readonly OperationId[] = ['getFiling', 'listPapers', 'listFilings', 'getFigures', 'listCertificates', 'listNotices']
