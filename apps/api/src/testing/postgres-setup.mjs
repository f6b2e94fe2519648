import { startPostgres } from '@icp/postgres'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** One PostgreSQL for the whole Jest run; each test file gets a database of its own in it. Does not start where no test asks for a database. */
async function setUp() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'icp-api-test-'))
  const dataDir = path.join(folder, 'postgres')
  const postgres = await startPostgres({ dataDir, durable: false, log: (line) => fs.appendFileSync(path.join(folder, 'postgres.log'), `${line}\n`) })
  globalThis.icpTestPostgres = { postgres, folder }
  process.env.ICP_TEST_POSTGRES = postgres.url
  process.env.ICP_TEST_FOLDER = folder
}

// oxlint-disable-next-line import/no-default-export -- Jest calls the default export
export { setUp as default }
