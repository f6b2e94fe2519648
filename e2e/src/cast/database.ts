import pg from 'pg'
import type { Stand } from './stand.js'

/**
 * Runs one statement in the stand's database as its owner, past the product: only for what no person can bring about in a test, such as the
 * passing of time. Answers the rows; throws when `touched` is given and another number of rows was.
 */
export async function inDatabase<Row extends object>(stand: Stand, sql: string, values: readonly unknown[] = [], touched?: number): Promise<Row[]> {
  return connected(stand, async (client) => {
    const { rows, rowCount } = await client.query<Row>(sql, [...values])
    if (touched !== undefined && rowCount !== touched) throw new Error(`${rowCount} rows were touched instead of ${touched}`)
    return rows
  })
}

/** Changes one row as whoever owns the machine could: no trigger and no right stands in the way. */
export async function tamper(stand: Stand, sql: string, values: readonly unknown[]): Promise<void> {
  await connected(stand, async (client) => {
    await client.query('SET session_replication_role = replica')
    const { rowCount } = await client.query(sql, [...values])
    if (rowCount !== 1) throw new Error(`${rowCount} rows were touched instead of one`)
  })
}

async function connected<T>(stand: Stand, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: stand.database })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
