import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findFreePort, startPostgres } from '@icp/postgres'
import { servePortal } from '@icp/portal-server'

const top = fileURLToPath(new URL('../../', import.meta.url))
const portals = { owner: 'owner-portal', provider: 'provider-console', administration: 'regulator-console' }

const untilReady = async (url, child, output) => {
  for (let tries = 0; tries < 3000; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The API ended before it was ready:\n${output.join('')}`)
    const ready = await fetch(`${url}/api/health/ready`).then((answer) => answer.ok).catch(() => false)
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The API was not ready within 300 s:\n${output.join('')}`)
}

/**
 * The whole system on free ports, as `npm start` runs it: PostgreSQL from npm, the built API with demo data, the three built portals.
 * `env` overrides the API's environment. Returns plain data plus `stop`.
 */
export async function startStand({ env = {} } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'icp-stand-'))
  const keys = path.join(folder, 'keys')
  mkdirSync(keys, { recursive: true, mode: 0o700 })
  for (const name of ['field.key', 'index.key']) writeFileSync(path.join(keys, name), randomBytes(32).toString('base64'), { mode: 0o600 })

  const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), durable: false })
  const ports = { api: await findFreePort(), owner: await findFreePort(), provider: await findFreePort(), administration: await findFreePort() }
  const urls = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, `http://localhost:${port}`]))

  const output = []
  const api = spawn(process.execPath, [path.join(top, 'apps/api/dist/main.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      // Jest sets NODE_ENV to `test`, in which the API runs no jobs.
      ...process.env, NODE_ENV: 'development', PORT: String(ports.api), DATABASE_URL: postgres.url, DATA_DIR: folder, MIGRATE: '1', DEMO: '1', LOG_LEVEL: 'error',
      // A busy machine is no broken promise.
      DATABASE_PATIENCE: '10',
      PORTAL_OWNER_URL: urls.owner, PORTAL_PROVIDER_URL: urls.provider, PORTAL_ADMINISTRATION_URL: urls.administration, ...env,
    },
  })
  for (const stream of [api.stdout, api.stderr]) stream.on('data', (chunk) => output.push(String(chunk)))
  const apiUrl = `http://127.0.0.1:${ports.api}`
  await untilReady(apiUrl, api, output)

  const served = await Promise.all(Object.entries(portals).map(([portal, app]) =>
    servePortal({ root: path.join(top, 'apps', app, 'dist'), port: ports[portal], api: apiUrl, portal, behindProxy: true })))

  return {
    owner: urls.owner, provider: urls.provider, administration: urls.administration, api: apiUrl,
    database: postgres.url, folder, logOns: JSON.parse(readFileSync(path.join(folder, 'demo-log-ins.json'), 'utf8')),
    /** Everything that the API has written to its log so far. */
    log: () => output.join(''),
    async stop() {
      await Promise.all(served.map((portal) => portal.close()))
      const ended = new Promise((resolve) => api.once('exit', resolve))
      api.kill('SIGTERM')
      await ended
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
