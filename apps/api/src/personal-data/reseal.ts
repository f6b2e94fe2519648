import type { Client } from 'pg'
import { type Place, sealedForm, type Sealing } from '../platform/sealing.js'
import { filledPlace, placeColumns, type ColumnRow } from './classification.js'
import { tables } from './data/columns.js'

/** A column that holds ciphertext. */
export interface SealedColumn {
  readonly table: string
  readonly column: string
  readonly row: string
  /** undefined: one text; else JSON, and where in a filing's content it belongs. */
  readonly part: string | undefined
}

const sealedColumn = (table: string, { column, protection }: ColumnRow): SealedColumn[] => {
  if (protection.as === 'sealed') return [{ table, column, row: protection.row, part: undefined }]
  return protection.as === 'content' ? [{ table, column, row: protection.row, part: protection.part }] : []
}

export const sealedColumns: readonly SealedColumn[] = Object.entries(tables).flatMap(([table, row]) => row.columns.flatMap((column) => sealedColumn(table, column)))

type Turn = (place: Place, sealed: string) => string
type Row = Readonly<Record<string, unknown>>

/** Every ciphertext of a stored value with its place, replaced by what `turn` answers. */
export function turnSealed({ table, column, row, part }: SealedColumn, stored: Row, turn: Turn): unknown {
  const value = stored[column]
  const place: Place = { table, column, row: filledPlace(row, stored) }
  if (part === undefined) return typeof value === 'string' && value !== '' ? turn(place, value) : value
  return turnLeaves(value, filledPlace(part, stored), (path, sealed) => turn({ ...place, row: `${place.row}#${path}` }, sealed))
}

/** Paths as in a filing's content: items of a list by their id. */
function turnLeaves(value: unknown, path: string, turn: (path: string, sealed: string) => string): unknown {
  const below = (key: string) => (path === '' ? key : `${path}.${key}`)
  if (typeof value === 'string') return sealedForm.test(value) ? turn(path, value) : value
  if (Array.isArray(value)) return value.map((item: unknown) => (isIdentified(item) ? turnLeaves(item, below(item.id), turn) : item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, turnLeaves(item, below(key), turn)]))
}

const isIdentified = (value: unknown): value is { id: string } => typeof value === 'object' && value !== null && typeof (value as Row)['id'] === 'string'

/** Pictures are some hundred times as long as anything else. */
const batchOf = ({ column }: SealedColumn): number => (column === 'bytes' ? 20 : 500)

/**
 * Seals anew whatever was not sealed by the present key and suite, in small transactions, as the owner of the tables. Readers and writers go on: a row that
 * changes meanwhile is left to them or to the next pass. Answers how many rows were written.
 */
export async function resealColumn(client: Client, sealing: Sealing, column: SealedColumn): Promise<number> {
  const needed = [...new Set([column.column, ...placeColumns(column.row), ...placeColumns(column.part ?? '')])].map((name) => `"${name}"`).join(', ')
  let written = 0
  let last = '(0,0)'
  for (;;) {
    const { rows } = await client.query<Row & { tid: string }>(
      `SELECT ctid::text AS tid, ${needed} FROM "${column.table}" WHERE ctid > $1::tid AND "${column.column}" IS NOT NULL ORDER BY ctid LIMIT ${batchOf(column)}`, [last],
    )
    const end = rows.at(-1)?.tid
    if (end === undefined) return written
    written += await writeBatch(client, sealing, column, rows)
    last = end
  }
}

async function writeBatch(client: Client, sealing: Sealing, column: SealedColumn, rows: readonly (Row & { tid: string })[]): Promise<number> {
  const changed = rows.flatMap((row) => {
    let stale = false
    const next = turnSealed(column, row, (place, sealed) => {
      if (sealing.isCurrent(sealed)) return sealed
      stale = true
      return sealing.seal(place, sealing.open(place, sealed))
    })
    return stale ? [{ tid: row.tid, before: row[column.column], next }] : []
  })
  if (changed.length === 0) return 0
  const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  const type = column.part === undefined ? 'text' : 'jsonb'
  await client.query('BEGIN')
  try {
    await client.query(`SELECT set_config('icp.resealing', 'on', true)`)
    const { rowCount } = await client.query(
      `UPDATE "${column.table}" t SET "${column.column}" = v.next::${type}
         FROM unnest($1::text[], $2::text[], $3::text[]) AS v (tid, before, next) WHERE t.ctid = v.tid::tid AND t."${column.column}" = v.before::${type}`,
      [changed.map(({ tid }) => tid), changed.map(({ before }) => asText(before)), changed.map(({ next }) => asText(next))],
    )
    await client.query('COMMIT')
    return rowCount ?? 0
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/** How many values each key has sealed, by `{suite form}.{key id}`. */
export async function countByKey(client: Client): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { table, column } of sealedColumns) {
    const { rows } = await client.query<{ key: string; values: string }>(
      `SELECT m[1] AS key, count(*) AS values FROM "${table}", regexp_matches("${column}"::text, '(?:^|")([12]\\.[0-9a-f]{8})\\.', 'g') AS m GROUP BY 1`,
    )
    for (const { key, values } of rows) counts.set(key, (counts.get(key) ?? 0) + Number(values))
  }
  return counts
}

const passes = 10

/** Passes over every column until nothing is left to seal anew. */
export async function resealAll(client: Client, sealing: Sealing): Promise<number> {
  let total = 0
  for (let pass = 0; pass < passes; pass++) {
    let written = 0
    for (const column of sealedColumns) written += await resealColumn(client, sealing, column)
    total += written
    if (written === 0) return total
  }
  throw new Error('Values of an old key keep coming: is an instance running with another keys folder?')
}
