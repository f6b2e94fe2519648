import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { createDatabase, dropDatabase, hasDatabase } from './databases.js'
import { startPostgres, type RunningPostgres } from './start-postgres.js'

// Under a folder of mode 0700, as a clone in a home folder is: another account cannot walk through it.
let home: string
let dataDir: string
let running: RunningPostgres | undefined

beforeAll(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'icp-postgres-test-'))
  dataDir = path.join(home, 'deep/data')
})
afterEach(async () => {
  await running?.stop()
  running = undefined
})
afterAll(() => fs.rmSync(home, { recursive: true }))

async function ask<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

const settingsOf = (url: string) =>
  ask<{ name: string; setting: string }>(
    url,
    `SELECT name, setting FROM pg_settings WHERE name IN
     ('fsync', 'data_checksums', 'listen_addresses', 'synchronous_commit', 'full_page_writes', 'log_parameter_max_length_on_error') ORDER BY name`,
  ).then((rows) => Object.fromEntries(rows.map((row) => [row.name, row.setting])))

test('by default the data is durable, checked, and reached from this machine only', async () => {
  running = await startPostgres({ dataDir })
  expect(await settingsOf(running.url)).toEqual({
    fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', data_checksums: 'on', listen_addresses: '127.0.0.1',
    log_parameter_max_length_on_error: '0',
  })
})

test('Chinese names sort by pinyin and trigrams exist for them', async () => {
  running = await startPostgres({ dataDir, durable: false })
  const [row] = await ask<{ sorted: string }>(
    running.url,
    `SELECT string_agg(x, '' ORDER BY x) AS sorted FROM unnest(array['张','王','李','赵','陈','安']) x`,
  )
  expect(row?.sorted).toBe('安陈李王张赵')
  await ask(running.url, 'CREATE EXTENSION IF NOT EXISTS pg_trgm')
  const [trigrams] = await ask<{ found: number }>(running.url, `SELECT cardinality(show_trgm('北京')) AS found`)
  expect(trigrams?.found).toBeGreaterThan(0)
})

test('a stopped server starts again with its data, and a wrong password is refused', async () => {
  running = await startPostgres({ dataDir, durable: false })
  await ask(running.url, 'CREATE TABLE kept (word text); INSERT INTO kept VALUES ($$备案$$)')
  await running.stop()
  running = await startPostgres({ dataDir, durable: false })
  expect(await ask(running.url, 'SELECT word FROM kept')).toEqual([{ word: '备案' }])
  const wrong = new URL(running.url)
  wrong.password = 'guess'
  await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
  expect(fs.statSync(path.join(dataDir, 'password')).mode & 0o777).toBe(0o600)
})

test('a second start on the same data is refused in one sentence while the first lives', async () => {
  running = await startPostgres({ dataDir, durable: false })
  await expect(startPostgres({ dataDir, durable: false })).rejects.toThrow(/is in use by another start \(PostgreSQL is process \d+\)/)
  expect(await ask(running.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('after kill -9 of the server the next start recovers it', async () => {
  running = await startPostgres({ dataDir, durable: false })
  const pid = Number(fs.readFileSync(path.join(dataDir, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  await running.ended
  running = await startPostgres({ dataDir, durable: false })
  expect(await ask(running.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('a server ends by itself when its launcher is killed, and the next start finds its data', async () => {
  const launcher = spawn(process.execPath, ['--input-type=module', '--eval', launcherOf(dataDir)], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => launcher.stdout.once('data', resolve))
  launcher.kill('SIGKILL')
  await new Promise((resolve) => launcher.once('exit', resolve))
  while (fs.existsSync(path.join(dataDir, 'cluster/postmaster.pid'))) await pause(50)
  running = await startPostgres({ dataDir, durable: false })
  expect(await ask(running.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('a server whose launcher is gone and that nobody ended is taken over by the next start', async () => {
  const first = await startPostgres({ dataDir, durable: false })
  fs.writeFileSync(path.join(dataDir, 'launcher'), String(await pidOfNobody()))
  running = await startPostgres({ dataDir, durable: false })
  await first.ended
  expect(await ask(running.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('a port that is taken is said so', async () => {
  running = await startPostgres({ dataDir, durable: false })
  const second = startPostgres({ dataDir: path.join(home, 'second'), port: running.port, durable: false })
  await expect(second).rejects.toThrow('PostgreSQL does not start: could not create any TCP/IP sockets')
})

test('databases are created, copied from a template and dropped with their sessions', async () => {
  running = await startPostgres({ dataDir, durable: false })
  const original = await createDatabase(running.url, 'original')
  await ask(original, 'CREATE TABLE filled AS SELECT 7 AS number')
  const copy = await createDatabase(running.url, 'a "copy"', 'original')
  expect(await ask(copy, 'SELECT number FROM filled')).toEqual([{ number: 7 }])
  expect(await hasDatabase(running.url, 'original')).toBe(true)
  await dropDatabase(running.url, 'a "copy"')
  await dropDatabase(running.url, 'original')
  expect(await hasDatabase(running.url, 'original')).toBe(false)
})

/** Of a process that has ended. */
async function pidOfNobody(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await new Promise((resolve) => child.once('exit', resolve))
  return child.pid!
}

const launcherOf = (folder: string) => `
  const { startPostgres } = await import(${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)})
  await startPostgres({ dataDir: ${JSON.stringify(folder)}, durable: false })
  console.log('ready')
  setInterval(() => {}, 1000)`
