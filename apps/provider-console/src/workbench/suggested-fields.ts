import type { FilingView } from '@icp/contract'
import { blocking } from '@icp/domain'
import { returnRemarks } from '@icp/filing-views'

/** Fields that call for a correction: named by the last return and not changed since, or stopped by a rule. */
export const suggestedFields = (filing: FilingView): string[] => {
  const named = [...returnRemarks(filing).filter((remark) => !remark.changedSince), ...blocking(filing.findings)].map(({ path }) => path)
  return filing.correctable.filter((path) => named.includes(path))
}
