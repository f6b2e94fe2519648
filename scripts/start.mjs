// Starts everything: `npm start`. Boots on Node 20; what it starts runs on the Node 24 that npm brings.
import fs from 'node:fs'
import path from 'node:path'
import { announcement } from './start/announcement.mjs'
import { startBuild } from './start/build.mjs'
import { endChild, nodeOfThisWorkspace, startChild } from './start/children.mjs'
import { hasEmbeddedData, startEmbeddedDatabase } from './start/database.mjs'
import { inspectGivenDatabase } from './start/given-database.mjs'
import { ensureKeys } from './start/keys.mjs'
import { watchParents } from './start/parents.mjs'
import { ensurePortsAreFree } from './start/ports.mjs'
import { waitUntilReady } from './start/readiness.mjs'
import { readSettings, top } from './start/settings.mjs'

/** What was started, in order; ended from the last to the first. */
const endings = []
let ending

function end(code) {
  ending ??= (async () => {
    for (const undo of endings.reverse()) await undo().catch(() => {})
    process.exit(code)
  })()
  return ending
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0))

watchParents(() => end(0))

const say = (text) => void process.stdout.write(`${text}\n`)

function fail(error) {
  if (ending) return ending
  process.stderr.write(`${error.message}\n`)
  return end(1)
}

/** A program of ours that runs until the end. Its log goes to a file: the terminal stays readable. */
function startProgram(name, file, { dataDir, env }) {
  const logFile = path.join(dataDir, 'logs', `${name.replaceAll(' ', '-')}.log`)
  const log = fs.openSync(logFile, 'w', 0o600)
  const child = startChild(nodeOfThisWorkspace(), [path.join(top, file)], { env, stdio: ['ignore', log, log] })
  fs.closeSync(log)
  endings.push(() => endChild(child))
  return { name, child, logFile }
}

const failWhenItEnds = ({ name, child, logFile }) =>
  void child.ended.then(() => fail(new Error(`The ${name} has ended by itself; see ${logFile}.`)))

async function build() {
  say('Building (a minute the first time, a second later) …')
  const { child, done } = startBuild()
  endings.push(() => endChild(child))
  await done
}

async function database({ dataDir, databaseUrl }) {
  if (databaseUrl) return databaseUrl
  const log = fs.createWriteStream(path.join(dataDir, 'logs/postgres.log'), { flags: 'w', mode: 0o600 })
  const { url, stop } = await startEmbeddedDatabase(dataDir, { log: (line) => void log.write(`${line}\n`), onGone: fail })
  endings.push(stop)
  return url
}

const portalAddresses = (ports) =>
  Object.fromEntries(ports.filter(({ portal }) => portal).map(({ portal, port }) => [`PORTAL_${portal.toUpperCase()}_URL`, `http://localhost:${port}`]))

async function start() {
  const settings = readSettings(process.env)
  const { base, host, dataDir, databaseUrl, ports } = settings
  await ensurePortsAreFree(settings)
  ensureKeys(dataDir, databaseUrl ? (await inspectGivenDatabase(databaseUrl)).hasData : hasEmbeddedData(dataDir))
  fs.mkdirSync(path.join(dataDir, 'logs'), { recursive: true, mode: 0o700 })
  await build()
  say('Starting …')
  const api = startProgram('API', 'apps/api/dist/main.js', {
    dataDir,
    env: {
      PORT: String(base),
      HOST: host,
      DATABASE_URL: await database(settings),
      DATA_DIR: dataDir,
      ...portalAddresses(ports),
      MIGRATE: '1',
      DEMO: '1',
    },
  })
  await waitUntilReady([`http://127.0.0.1:${base}/api/health/ready`], api)
  failWhenItEnds(api)
  const portals = startProgram('portals', 'packages/portal-server/dist/serve-portals.js', { dataDir, env: { PORT_BASE: String(base), HOST: host } })
  await waitUntilReady(ports.filter(({ portal }) => portal).map(({ port }) => `http://127.0.0.1:${port}/`), portals)
  failWhenItEnds(portals)
  if (!ending) say(announcement(settings))
}

start().catch(fail)
