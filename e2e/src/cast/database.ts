import pg from 'pg'
import type { Stand } from './stand.js'

/**
 * Runs one statement in the stand's database as its owner, past the product: only for what no person can bring about in a test, such as the
 * passing of time. Answers the rows; throws when `touched` is given and another number of rows was.
 */
export async function inDatabase<Row extends object>(stand: Stand, sql: string, values: readonly unknown[] = [], touched?: number): Promise<Row[]> {
  const client = new pg.Client({ connectionString: stand.database })
  await client.connect()
  try {
    const { rows, rowCount } = await client.query<Row>(sql, [...values])
    if (touched !== undefined && rowCount !== touched) throw new Error(`${rowCount} rows were touched instead of ${touched}`)
    return rows
  } finally {
    await client.end()
  }
}
