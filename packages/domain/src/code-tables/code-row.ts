/**
 * One row of a regulator's code table. Ids are strings and are compared as wholes: the console's power-of-two masks (运算标识) pass 32 bits
 * and are never used (icp-filing.md §2.7). `confirmed: false` marks a value that was not read in a primary source.
 * `from` and `to` are days (`YYYY-MM-DD`, both inclusive); a row past its `to` stays so that old filings can still be shown.
 */
export interface CodeRow {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly confirmed: boolean
  readonly from?: string
  readonly to?: string
}

export const findCode = <Row extends CodeRow>(table: readonly Row[], id: string): Row | undefined => table.find((row) => row.id === id)

/** What a form may offer on `today` (`YYYY-MM-DD`). */
export const codesInUse = <Row extends CodeRow>(table: readonly Row[], today: string): Row[] =>
  table.filter((row) => (row.from ?? '') <= today && today <= (row.to ?? '9999-12-31'))
