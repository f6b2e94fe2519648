import { startPostgres } from '@icp/postgres'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A PostgreSQL for programs that use `startTestApp` outside of Jest, whose own is started by postgres-setup.mjs. */
export async function startTestCluster(): Promise<{ stop: () => Promise<void> }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'icp-drill-'))
  const postgres = await startPostgres({
    dataDir: path.join(folder, 'postgres'), durable: false, log: (line) => fs.appendFileSync(path.join(folder, 'postgres.log'), `${line}\n`),
  })
  process.env.ICP_TEST_POSTGRES = postgres.url
  process.env.ICP_TEST_FOLDER = folder
  return {
    stop: async () => {
      await postgres.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
