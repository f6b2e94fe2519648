import { tables } from '../data/columns.js'

/** The columns of a table that hold fingerprints of the index key. */
export interface SearchedTable {
  readonly table: string
  readonly columns: readonly string[]
}

export const searchedTables: readonly SearchedTable[] = Object.entries(tables).flatMap(([table, row]) => {
  const columns = row.columns.filter(({ protection }) => protection.as === 'searched').map(({ column }) => column)
  return columns.length === 0 ? [] : [{ table, columns }]
})

/** Beside a column, for as long as a rotation runs: what it will hold under the coming key. */
export const comingOf = (name: string): string => `${name}_coming`

/** Rows of which a value under the coming key is not there yet, or not any more. */
export const isWaiting = (alias: string, { columns }: SearchedTable): string =>
  `(${columns.map((column) => `(${alias}."${column}" IS NOT NULL AND ${alias}."${comingOf(column)}" IS NULL)`).join(' OR ')})`
