import { Client, escapeIdentifier } from 'pg'

/** Creates a database, empty or as a copy of `template` (which nobody may be connected to), and returns its connection string. */
export async function createDatabase(url: string, name: string, template?: string): Promise<string> {
  const copied = template === undefined ? '' : ` TEMPLATE ${escapeIdentifier(template)}`
  await withConnection(url, (client) => client.query(`CREATE DATABASE ${escapeIdentifier(name)}${copied}`))
  const created = new URL(url)
  created.pathname = `/${encodeURIComponent(name)}`
  return created.href
}

/** Drops the database if it is there; sessions in it are cut. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await withConnection(url, (client) => client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`))
}

export async function hasDatabase(url: string, name: string): Promise<boolean> {
  const { rowCount } = await withConnection(url, (client) => client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]))
  return rowCount === 1
}

async function withConnection<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
