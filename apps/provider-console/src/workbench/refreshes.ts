import type { OperationId } from '@icp/contract'

/** What every act on a filing makes stale. */
export const refreshes: readonly OperationId[] = ['getFiling', 'getVerificationSheet', 'listPapers', 'listFilings', 'getFigures', 'listNotices']
