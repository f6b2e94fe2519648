import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { startTestApp, type TestApp } from '../testing/app.js'

let api: TestApp
let superuser: pg.Client

beforeAll(async () => {
  api = await startTestApp()
  superuser = new pg.Client({ connectionString: process.env.ICP_TEST_POSTGRES })
  await superuser.connect()
})
afterAll(async () => {
  await superuser.end()
  await api.close()
})

test('every portal learns the switches and addresses', async () => {
  expect((await api.inject('getSite')).body).toEqual({
    smsPlatform: 'off', passwordProfile: 'nist', now: api.clock.now(),
    portals: { owner: 'http://localhost:3001', provider: 'http://localhost:3002', administration: 'http://localhost:3003' },
  })
})

test('while the database is away it is not ready and answers 503 with a time to try again; afterwards it serves without a restart', async () => {
  const [{ name }] = await api.db.query('SELECT current_database() AS name')
  const cut = () => superuser.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  await superuser.query(`ALTER DATABASE "${name}" WITH ALLOW_CONNECTIONS false`)
  await cut()
  await superuser.query(`ALTER DATABASE "${name}" RENAME TO "${name}_away"`)
  // The quickest of some: what it takes, and not how busy the machine is at one moment.
  const took: number[] = []
  for (let tries = 0; tries < 5 && !took.some((milliseconds) => milliseconds < 3000); tries++) {
    const started = performance.now()
    expect((await api.inject('getReadiness')).status).toBe(503)
    const refused = await api.inject('getSite')
    expect(refused.problem).toMatchObject({ status: 503, code: 'away', retryAfter: 5 })
    took.push(performance.now() - started)
  }
  expect(Math.min(...took)).toBeLessThan(3000)
  await superuser.query(`ALTER DATABASE "${name}_away" RENAME TO "${name}"`)
  await superuser.query(`ALTER DATABASE "${name}" WITH ALLOW_CONNECTIONS true`)
  expect((await api.inject('getReadiness')).status).toBe(200)
  expect((await api.inject('getSite')).status).toBe(200)
})
