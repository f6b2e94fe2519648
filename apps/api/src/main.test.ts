import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import path from 'node:path'
import { createDatabase, dropDatabase, findFreePort } from '@icp/postgres'
import pg from 'pg'
import { testedSuite } from './testing/tested-suite.js'

const cluster = process.env.ICP_TEST_POSTGRES as string
const folder = path.join(process.env.ICP_TEST_FOLDER as string, `main-${randomUUID()}`)
const dist = path.join(folder, 'dist')
let dataDir: string

beforeAll(() => {
  // Compiled beside the sources' node_modules, so that imports resolve as in production.
  dataDir = path.join(folder, 'data')
  fs.mkdirSync(path.join(dataDir, 'keys'), { recursive: true })
  for (const name of ['field.key', 'index.key']) fs.writeFileSync(path.join(dataDir, 'keys', name), randomBytes(32).toString('base64'))
  execFileSync('node_modules/.bin/swc', ['src', '-d', dist, '--strip-leading-paths', '--copy-files', '--ignore', '**/*.test.ts'], { stdio: 'pipe' })
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
  fs.symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

interface Run {
  readonly port: number
  readonly child: ChildProcess
  readonly ended: Promise<{ code: number | null; errors: string }>
  /** What it has written to the terminal so far. */
  said(): string
}

async function run(env: Record<string, string>, options: readonly string[] = []): Promise<Run> {
  const port = Number(env.PORT ?? (await findFreePort()))
  const child = spawn(process.execPath, [...options, path.join(dist, 'main.js')], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', DATA_DIR: dataDir, PORT: String(port), CRYPTO_SUITE: testedSuite, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk))
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk))
  return { port, child, said: () => said, ended: new Promise((resolve) => child.once('exit', (code) => resolve({ code, errors }))) }
}

async function untilReady({ port, child }: Run): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => undefined)
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it ended before it was ready')
}

/** Loaded before anything else, it lets every `Date` of the process, of ours and of libraries, say another time. */
const machineOffBy = (seconds: number) => ['--import', `data:text/javascript,${encodeURIComponent(`
  const Real = Date
  const now = () => Real.now() + ${seconds * 1000}
  globalThis.Date = class extends Real {
    constructor(...given) { super(...(given.length === 0 ? [now()] : given)) }
    static now() { return now() }
  }`)}`]

/** What it writes arrives a moment later than what it answers. */
async function untilItSays({ child, said }: Run, what: RegExp): Promise<void> {
  while (!what.test(said())) {
    if (child.exitCode !== null) throw new Error(`it ended without saying ${what.source}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const itsClockIsOff = /the clock of this machine is off; the time of the database holds/

test('on an empty database it migrates, serves by the time of the database although its machine is two hours slow, and ends cleanly when asked to', async () => {
  const name = `main_${randomBytes(4).toString('hex')}`
  const url = await createDatabase(cluster, name)
  const api = await run({ DATABASE_URL: url, MIGRATE: '1' }, machineOffBy(-2 * 3600))
  await untilReady(api)
  const site = (await (await fetch(`http://127.0.0.1:${api.port}/api/site`)).json()) as { portals: { owner: string } }
  expect(site.portals.owner).toBe(`http://localhost:${api.port + 1}`)
  await untilItSays(api, new RegExp(`Set up the first security administrator within 24 hours, once: http://localhost:${api.port + 3}/invitation#[\\w-]{43}\n`))
  await untilItSays(api, itsClockIsOff)
  // The link was made when it was offered, a moment ago: a machine's own two hours would show.
  const [left] = await asSuperuser(`SELECT extract(epoch FROM expires_at - clock_timestamp())::int AS seconds FROM invitations`, url)
  expect(left?.['seconds']).toBeGreaterThan(23 * 3600)
  expect(left?.['seconds']).toBeLessThanOrEqual(24 * 3600)
  api.child.kill('SIGTERM')
  expect(await api.ended).toEqual({ code: 0, errors: '' })
  await dropDatabase(cluster, name)
})

test('a second start without MIGRATE finds everything in place, also as a user who may do no more than icp_app, and on a machine that is two hours fast', async () => {
  const name = `main_${randomBytes(4).toString('hex')}`
  const url = await createDatabase(cluster, name)
  const first = await run({ DATABASE_URL: url, MIGRATE: '1' })
  await untilReady(first)
  first.child.kill('SIGINT')
  expect((await first.ended).code).toBe(0)
  await asSuperuser(`CREATE ROLE "${name}" LOGIN PASSWORD 'plain' IN ROLE icp_app`)
  const confined = new URL(url)
  confined.username = name
  confined.password = 'plain'
  const second = await run({ DATABASE_URL: confined.href }, machineOffBy(2 * 3600))
  await untilReady(second)
  await untilItSays(second, itsClockIsOff)
  second.child.kill('SIGTERM')
  expect(await second.ended).toEqual({ code: 0, errors: '' })
  await dropDatabase(cluster, name)
  await asSuperuser(`DROP ROLE "${name}"`)
})

async function asSuperuser(text: string, connectionString = cluster): Promise<Record<string, number>[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows } = await client.query<Record<string, number>>(text)
  await client.end()
  return rows
}

test.each([
  ['no database is named', {}, /^DATABASE_URL must name a PostgreSQL.*\.\n$/],
  ['nothing answers there', { DATABASE_URL: 'postgres://icp:secret@127.0.0.1:1/icp', MIGRATE: '1' }, /^The database that DATABASE_URL names cannot be used: nothing answers there\.\n$/],
  ['the password is wrong', { DATABASE_URL: cluster.replace(/:[^:@]+@/, ':wrong@') }, /^The database that DATABASE_URL names cannot be used: user or password is wrong\.\n$/],
  ['the tables are missing', { DATABASE_URL: cluster }, /^The database that DATABASE_URL names has no tables of this system; start once with MIGRATE=1\.\n$/],
  ['a key is missing', { DATABASE_URL: cluster, DATA_DIR: '/nowhere' }, /^The key \/nowhere\/keys\/field\.key is missing .*\.\n$/],
])('when %s it says so in one sentence and ends with 1', async (_name, env, sentence) => {
  const { code, errors } = await (await run(env)).ended
  expect(errors).toMatch(sentence)
  expect(code).toBe(1)
})

test('a port in use is said in one sentence', async () => {
  const taken: Server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as AddressInfo
  const name = `main_${randomBytes(4).toString('hex')}`
  const url = await createDatabase(cluster, name)
  const { code, errors } = await (await run({ DATABASE_URL: url, PORT: String(port), MIGRATE: '1' })).ended
  expect(errors).toBe(`Port ${port} is in use; free it or choose another with PORT.\n`)
  expect(code).toBe(1)
  taken.close()
  await dropDatabase(cluster, name)
})

const production = {
  NODE_ENV: 'production', SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'ICP <no-reply@example.cn>', SMS_WEBHOOK_URL: 'http://127.0.0.1:9/', SMS_WEBHOOK_SECRET: 'x'.repeat(32), FILE_SCANNER_URL: 'none',
}

test('production starts neither without ways out for codes and pictures nor with codes on the screen, and says how to switch that off', async () => {
  const name = `main_${randomBytes(4).toString('hex')}`
  const url = await createDatabase(cluster, name)
  const mute = await (await run({ DATABASE_URL: url, NODE_ENV: 'production' })).ended
  expect([mute.code, mute.errors]).toEqual([1, expect.stringMatching(/^(\w+ is missing: in production .*\.\n){5}$/)])
  const env = { ...production, DATABASE_URL: url, MIGRATE: '1' }
  const shown = await (await run(env)).ended
  expect([shown.code, shown.errors]).toEqual([1, expect.stringMatching(/^The SMS platform is switched off, so codes would be shown on screen.*SMS_PLATFORM=on.*\.\n$/)])
  for (const more of [{ SMS_PLATFORM: 'on' }, {}] as Record<string, string>[]) {
    const api = await run({ ...env, ...more })
    await untilReady(api)
    await untilItSays(api, /FILE_SCANNER_URL is none: pictures of papers are kept unscanned/)
    api.child.kill('SIGTERM')
    expect(await api.ended).toEqual({ code: 0, errors: '' })
  }
  await dropDatabase(cluster, name)
})

test('a lost signing authority is not replaced once certificates were issued: one sentence, and it ends with 1', async () => {
  const name = `main_${randomBytes(4).toString('hex')}`
  const url = await createDatabase(cluster, name)
  const own = path.join(folder, 'data-of-one-that-issued')
  fs.cpSync(path.join(dataDir, 'keys'), path.join(own, 'keys'), { recursive: true })
  const env = { DATABASE_URL: url, DATA_DIR: own, MIGRATE: '1', DEMO: '1' }
  const first = await run(env)
  await untilReady(first)
  first.child.kill('SIGTERM')
  await first.ended
  fs.renameSync(path.join(own, 'authority'), path.join(own, 'authority-in-the-backup'))
  const { code, errors } = await (await run(env)).ended
  expect(errors).toMatch(/^The signing authority \S+ is missing although certificates were issued\. Put it back from your backup\.\n$/)
  expect(code).toBe(1)
  expect(fs.existsSync(path.join(own, 'authority'))).toBe(false)
  await dropDatabase(cluster, name)
})
