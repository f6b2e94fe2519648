/** What a reviewer finds wrong with one field; sent with the return. */
export interface Remark {
  readonly path: string
  readonly reason: string
  readonly suggestion: string
}

/** One remark per field: a second one replaces the first, in its place. */
export const withRemark = (remarks: readonly Remark[], remark: Remark): Remark[] =>
  (remarks.some((one) => one.path === remark.path) ? remarks.map((one) => (one.path === remark.path ? remark : one)) : [...remarks, remark])

export const withoutRemark = (remarks: readonly Remark[], path: string): Remark[] => remarks.filter((one) => one.path !== path)
