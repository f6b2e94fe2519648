import { createRequire } from 'node:module'
import path from 'node:path'
import { top } from './settings.mjs'

const { Client } = createRequire(path.join(top, 'packages/postgres/package.json'))('pg')

/** Connects once to the database that DATABASE_URL names. Says whether it has tables already; throws one sentence, without the password, when it cannot be used. */
export async function inspectGivenDatabase(url) {
  const where = describe(url)
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const found = await client.query(`SELECT 1 FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema') LIMIT 1`)
    return { hasData: found.rowCount === 1 }
  } catch (error) {
    throw new Error(`DATABASE_URL names a database that does not answer (${where}): ${reason(error)}.`, { cause: error })
  } finally {
    await client.end().catch(() => {})
  }
}

function describe(url) {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new Error('DATABASE_URL is not of the form postgres://user:password@host:port/database.')
  }
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || 5432}${pathname}`
}

// A refused connection to a name with several addresses is an AggregateError without a message.
const reason = (error) => (error.message || error.errors?.[0]?.message || error.code || 'no reason given').replace(/\.$/, '')
