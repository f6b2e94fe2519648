import { createDatabase, hasDatabase } from '@icp/postgres'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrate } from '../platform/migrate.js'

const template = 'icp_template'

/** The connection string of the run's PostgreSQL, started by postgres-setup.mjs. */
function clusterUrl(): string {
  const url = process.env.ICP_TEST_POSTGRES
  if (!url) throw new Error('Run the tests with `pnpm test`: its set-up starts PostgreSQL')
  return url
}

/** A new, migrated, empty database; answers its connection string. The first call of a run migrates the template that the others copy. */
export async function createTestDatabase(): Promise<string> {
  const url = clusterUrl()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Test files run side by side: one makes the template, and copies are made one at a time, since a template must have no other user.
    await client.query('SELECT pg_advisory_lock(1)')
    if (!(await hasDatabase(url, template))) {
      const unfinished = `${template}_unfinished`
      await client.query(`DROP DATABASE IF EXISTS ${unfinished}`)
      await migrate(await createDatabase(url, unfinished))
      await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`)
    }
    return await createDatabase(url, `test_${randomBytes(6).toString('hex')}`, template)
  } finally {
    await client.end()
  }
}

/** Work on the app's database as its owner, whom neither grants nor policies bind: to look at what is stored. */
export async function ownerOf<T>(api: { readonly db: { readonly options: object } }, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: (api.db.options as { url: string }).url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
