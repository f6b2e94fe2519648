import type { FilingView } from '@icp/contract'
import { formOf } from '@icp/domain'

/** What came to nothing can be the beginning of a new draft. */
export const mayRedraft = ({ kind, status }: FilingView): boolean => formOf(kind) === 'registration' && (status === 'refused' || status === 'withdrawn')

/** Whether there is anything that the owner can do with a locked filing. */
export const hasOwnerActs = (filing: FilingView): boolean =>
  filing.actions.includes('open-correction-request') || filing.actions.includes('withdraw') || mayRedraft(filing)
