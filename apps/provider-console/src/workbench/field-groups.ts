import type { FilingView } from '@icp/contract'
import { blocking, type SummaryGroup, summaryOf } from '@icp/domain'
import { returnRemarks } from '@icp/filing-views'

type Correctable = Pick<FilingView, 'content' | 'correctable'>

const flat = (groups: readonly SummaryGroup[]): SummaryGroup[] => groups.flatMap((group) => [group, ...flat(group.groups)])

/** The parts of the filing in which this provider may correct something, each with those rows only. */
export const correctableGroups = ({ content, correctable }: Correctable): SummaryGroup[] =>
  flat(summaryOf(content))
    .map((group) => ({ ...group, rows: group.rows.filter((row) => correctable.includes(row.path)) }))
    .filter((group) => group.rows.length > 0)

/** Fields that call for a correction: named by the last return and not changed since, or stopped by a rule. */
export const suggestedFields = (filing: FilingView): string[] => {
  const named = [...returnRemarks(filing).filter((remark) => !remark.changedSince), ...blocking(filing.findings)].map(({ path }) => path)
  return filing.correctable.filter((path) => named.includes(path))
}
