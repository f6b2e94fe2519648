// `npm start` as a person meets it: the faults in one sentence, and one whole life of the data.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { findFreeBase, isFree } from './free-ports.mjs'
import { top } from './sources.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'icp-start-'))
test.after(() => fs.rmSync(folder, { recursive: true, force: true }))

function start(env) {
  const { DATABASE_URL: _others, ...own } = process.env
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: top, env: { ...own, DATA_DIR: path.join(folder, 'data'), ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', errors: '' }
  child.stdout.on('data', (chunk) => (said.out += chunk))
  child.stderr.on('data', (chunk) => (said.errors += chunk))
  const ended = new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })))
  const isReady = new Promise((resolve) => child.stdout.on('data', () => said.out.includes('Ctrl-C stops everything') && resolve(said.out)))
  const ready = () => Promise.race([isReady, ended.then(({ code, errors }) => assert.fail(`it ended with ${code}: ${errors}`))])
  return { child, ended, ready }
}

const refusal = async (env) => {
  const { code, errors } = await start(env).ended
  assert.equal(code, 1)
  return errors
}

test('a port in use ends the start with one sentence that names it', async (t) => {
  const base = await findFreeBase()
  const taken = createServer().listen(base + 2, '127.0.0.1')
  t.after(() => taken.close())
  assert.match(await refusal({ PORT_BASE: String(base) }), /^Port \d+ \(provider console\) is in use\. Free it, or choose four others: PORT_BASE=\d+ npm start\n$/)
})

test('a PORT_BASE that is no port ends the start with one sentence', async () => {
  assert.equal(await refusal({ PORT_BASE: 'three thousand' }), 'PORT_BASE must be a number from 1 to 65532, not "three thousand".\n')
})

test('a DATABASE_URL that leads nowhere ends the start with one sentence without the password', async () => {
  const base = String(await findFreeBase())
  const said = await refusal({ PORT_BASE: base, DATABASE_URL: 'postgres://icp:secret@127.0.0.1:9/icp' })
  assert.match(said, /^DATABASE_URL names a database that does not answer \(127\.0\.0\.1:9\/icp\): .+\n$/)
  assert.ok(!said.includes('secret'))
  assert.match(await refusal({ PORT_BASE: base, DATABASE_URL: 'nonsense' }), /^DATABASE_URL is not of the form postgres:\/\/.+\n$/)
})

test('everything starts, ends on Ctrl-C, starts again within 20 s with its data, and never makes a new key over it', { timeout: 900_000 }, async () => {
  const base = await findFreeBase()
  const env = { PORT_BASE: String(base) }
  const first = start(env)
  const announced = await first.ready()
  for (const offset of [1, 2, 3]) assert.ok(announced.includes(`http://localhost:${base + offset}`))
  assert.match(announced, /Demo log-ins/)
  await endWith('SIGINT', first, base)

  // The quickest of some: what it takes, and not how busy the machine is at one moment.
  const took = []
  while (took.length < 5 && !took.some((milliseconds) => milliseconds < 20_000)) {
    const before = performance.now()
    const again = start(env)
    assert.deepEqual(logInsOf(await again.ready()), logInsOf(announced))
    took.push(performance.now() - before)
    await endWith('SIGTERM', again, base)
  }
  assert.ok(Math.min(...took) < 20_000, `starting again took ${took.join(', ')} ms`)

  fs.renameSync(path.join(folder, 'data/keys/index.key'), path.join(folder, 'index.key'))
  assert.match(await refusal(env), /^The database holds data but its key .+index\.key is missing\. Put it back from your backup; a new key could not read that data\.\n$/)
})

const logInsOf = (text) => text.slice(text.indexOf('Demo log-ins'))

async function endWith(signal, { child, ended }, base) {
  child.kill(signal)
  assert.equal((await ended).code, 0)
  for (const offset of [0, 1, 2, 3]) assert.ok(await isFree(base + offset), `port ${base + offset} is still served`)
  assert.ok(!fs.existsSync(path.join(folder, 'data/postgres/cluster/postmaster.pid')), 'PostgreSQL still runs')
}
