/** What a reviewer finds wrong with one field; sent with the return. */
export interface Remark {
  readonly path: string
  readonly reason: string
  readonly suggestion: string
}

export type RemarkStart = Omit<Remark, 'path'>

/** What the window of a remark begins with: what was remarked at the field before, with what it is opened for added. */
export const startingRemark = (path: string, before: Remark | undefined, start: RemarkStart | undefined): Remark | undefined => {
  if (!start || !before) return start ? { path, ...start } : before
  return before.reason.includes(start.reason) ? before : { ...before, reason: `${before.reason}\n${start.reason}`, suggestion: before.suggestion || start.suggestion }
}

/** One remark per field: a second one replaces the first, in its place. */
export const withRemark = (remarks: readonly Remark[], remark: Remark): Remark[] =>
  (remarks.some((one) => one.path === remark.path) ? remarks.map((one) => (one.path === remark.path ? remark : one)) : [...remarks, remark])

export const withoutRemark = (remarks: readonly Remark[], path: string): Remark[] => remarks.filter((one) => one.path !== path)
