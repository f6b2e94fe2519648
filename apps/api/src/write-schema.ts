import { createDatabase, startPostgres } from '@icp/postgres'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { describeSchema } from './platform/describe-schema.js'
import { migrate } from './platform/migrate.js'

// `pnpm --filter @icp/api schema`: writes schema.sql, for review beside the migration that changed it.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'icp-schema-'))
const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), durable: false })
try {
  const url = await createDatabase(postgres.url, 'icp')
  await migrate(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  fs.writeFileSync(new URL('../schema.sql', import.meta.url), await describeSchema(client))
  await client.end()
} finally {
  await postgres.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
