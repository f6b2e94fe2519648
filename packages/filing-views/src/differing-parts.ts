import type { FieldRow, SummaryGroup } from '@icp/domain'

/** The parts that hold such rows, and nothing else of them. */
export const partsWhere = (groups: readonly SummaryGroup[], keep: (row: FieldRow) => boolean): SummaryGroup[] =>
  groups.map((group) => ({ ...group, rows: group.rows.filter(keep), groups: partsWhere(group.groups, keep) }))
    .filter((group) => group.rows.length > 0 || group.groups.length > 0)

export const rowsWithin = (groups: readonly SummaryGroup[]): number =>
  groups.reduce((count, group) => count + group.rows.length + rowsWithin(group.groups), 0)

/** The difference that a field is part of: its own, or that of the whole website or access that came. The id of a provider is shown as its name. */
export const differenceAt = <Change extends { readonly path: string }>(differences: readonly Change[], path: string): Change | undefined =>
  differences.find((one) => path === one.path || path.startsWith(`${one.path}.`))
  ?? (path.endsWith('.providerName') ? differences.find((one) => one.path === path.replace(/providerName$/, 'providerId')) : undefined)
