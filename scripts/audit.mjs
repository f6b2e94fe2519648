// Runs a command of the audit against the database of this copy: `npm run verify`, `npm run breach-scope -- --account … --from … --to …`, `npm run audit-export`.
// Takes DATABASE_URL if given; else the PostgreSQL that `npm start` runs, which is started for the command when it does not run.
import fs from 'node:fs'
import path from 'node:path'
import { startBuild } from './start/build.mjs'
import { endChild, nodeOfThisWorkspace, startChild } from './start/children.mjs'
import { startEmbeddedDatabase } from './start/database.mjs'
import { readSettings, top } from './start/settings.mjs'

const programs = { verify: 'verify.js', 'breach-scope': 'breach-scope.js', 'audit-export': 'audit-export.js' }
const [command, ...args] = process.argv.slice(2)
const endings = []

/** The address of the PostgreSQL that is running for this data folder, from its own lock file; undefined when none does. */
function findRunning(dataDir) {
  const folder = path.join(dataDir, 'postgres')
  const lock = path.join(folder, 'cluster/postmaster.pid')
  if (!fs.existsSync(lock)) return undefined
  const [pid, , , port] = fs.readFileSync(lock, 'utf8').split('\n')
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    if (error.code !== 'EPERM') return undefined
  }
  const url = new URL(`postgres://icp@127.0.0.1:${port}/icp`)
  url.password = fs.readFileSync(path.join(folder, 'password'), 'utf8').trim()
  return url.href
}

async function databaseOf({ dataDir, databaseUrl }) {
  const known = databaseUrl ?? findRunning(dataDir)
  if (known) return known
  const { url, stop } = await startEmbeddedDatabase(dataDir, { log: () => {}, onGone: () => {} })
  endings.push(stop)
  return url
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end().then(() => process.exit(130)))

async function end() {
  for (const undo of endings.splice(0).reverse()) await undo().catch(() => {})
}

try {
  const program = programs[command]
  if (!program) throw new Error(`There is no command ${command}; there are ${Object.keys(programs).join(', ')}.`)
  const build = startBuild(['@icp/api'])
  endings.push(() => endChild(build.child))
  await build.done
  const settings = readSettings(process.env)
  // A verification of files alone touches no database.
  const env = args.includes('--export') || args.includes('--certificate') ? {} : { DATABASE_URL: await databaseOf(settings), DATA_DIR: settings.dataDir }
  const running = startChild(nodeOfThisWorkspace(), [path.join(top, 'apps/api/dist', program), ...args], { env, cwd: process.cwd(), stdio: ['ignore', 'inherit', 'inherit'] })
  endings.push(() => endChild(running))
  process.exitCode = await running.ended
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
await end()
