// Runs a command of the API on the database of this copy: `npm run keys -- status`, `npm run retention -- --dry-run`. With DATABASE_URL it takes yours; else the one
// from npm, where it runs, and otherwise starts it for the command alone.
import fs from 'node:fs'
import path from 'node:path'
import { startBuild } from './start/build.mjs'
import { nodeOfThisWorkspace, startChild } from './start/children.mjs'
import { embeddedName, startEmbeddedDatabase } from './start/database.mjs'
import { readSettings, top } from './start/settings.mjs'

const [command, ...args] = process.argv.slice(2)

/** Of a PostgreSQL that runs in the data folder; undefined when none does. */
function runningUrl(dataDir) {
  const folder = path.join(dataDir, 'postgres')
  try {
    const [pid, , , port] = fs.readFileSync(path.join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(pid), 0)
    return `postgres://icp:${fs.readFileSync(path.join(folder, 'password'), 'utf8').trim()}@127.0.0.1:${port}/${embeddedName}`
  } catch {
    return undefined
  }
}

const { dataDir, databaseUrl } = readSettings(process.env)
let stop = async () => {}
try {
  await startBuild(['@icp/api']).done
  const found = databaseUrl ?? runningUrl(dataDir)
  const started = found ? undefined : await startEmbeddedDatabase(dataDir, { log: () => {}, onGone: () => {} })
  if (started) ({ stop } = started)
  const env = { DATABASE_URL: found ?? started.url, DATA_DIR: dataDir, LOG_LEVEL: 'warn' }
  process.exitCode = await startChild(nodeOfThisWorkspace(), [path.join(top, 'apps/api/dist', command), ...args], { stdio: 'inherit', env }).ended
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
} finally {
  await stop()
}
