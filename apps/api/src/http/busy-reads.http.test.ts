import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { type Answered, startTestApp, type TestApp } from '../testing/app.js'
import { Queries } from '../platform/queries.js'
import { problemFor } from './refusal.filter.js'

let api: TestApp
/** Holds what others wait for. */
let holder: pg.Client
/** Ends their waiting: not the holder, since what a transaction sees of other sessions stands still. */
let watcher: pg.Client

beforeAll(async () => {
  api = await startTestApp()
  const connect = async () => {
    const client = new pg.Client({ connectionString: api.databaseUrl })
    client.on('error', () => {})
    await client.connect()
    return client
  }
  holder = await connect()
  watcher = await connect()
})
afterAll(async () => {
  await holder.end()
  await watcher.end()
  await api.close()
})

/** What is answered while `table` is held: the statement that waits for it is ended as its time limit would end it. */
async function whileHeld<Body>(table: string, application: string, ask: () => Promise<Answered<Body>>): Promise<Answered<Body>> {
  await holder.query('BEGIN')
  await holder.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`)
  const over = new AbortController()
  const answered = ask().finally(() => { over.abort() })
  while (!over.signal.aborted) {
    await watcher.query(`SELECT pg_cancel_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = $1 AND state = 'active' AND wait_event_type = 'Lock'`, [application])
    await Promise.race([answered, new Promise((resolve) => { setTimeout(resolve, 20) })])
  }
  await holder.query('ROLLBACK')
  return answered
}

const limitNamed = { zh: expect.stringMatching(/公开查询 \d+ 秒，其他 \d+ 秒.*5 秒后重试/), en: expect.stringMatching(/\d+ seconds for a public look-up, \d+ for anything else.*again in 5 seconds/) }

test('a public look-up that runs into its time limit is told so, with the limit and when to try again', async () => {
  const ask = () => api.inject('lookUp', { query: { q: 'chenguang.com' } })
  const refused = await whileHeld('public_records', 'icp-look-up', ask)
  expect(refused.problem).toMatchObject({ status: 503, code: 'busy', retryAfter: 5, text: limitNamed })
  expect(refused.headers['retry-after']).toBe('5')
  expect((await ask()).status).toBe(200)
})

test('so is a read of somebody signed in, outside of any transaction', async () => {
  const as = await api.accounts.owner()
  const ask = () => api.inject('listFilings', {}, { as })
  expect((await whileHeld('filings', 'icp-api', ask)).problem).toMatchObject({ status: 503, code: 'busy', retryAfter: 5, text: limitNamed })
  expect((await ask()).status).toBe(200)
})

test('no statement of the API runs without a limit', async () => {
  const limitOf = ([row]: { statement_timeout: string }[]) => row?.statement_timeout
  expect([limitOf(await api.db.query('SHOW statement_timeout')), limitOf(await api.app.get(Queries).publicly('test.timeout', 'SHOW statement_timeout'))]).toEqual(['150s', '30s'])
})

test.each([
  ['57014', 503, 'busy'], ['55P03', 503, 'busy'], ['40001', 503, 'busy'], ['40P01', 503, 'busy'], ['57P01', 503, 'away'], ['53300', 503, 'away'], ['53100', 503, 'away'], ['08006', 503, 'away'],
  ['25P03', 503, 'away'], ['3D000', 503, 'away'], ['IC001', 423, 'locked'], ['IC002', 409, 'conflict'], ['IC003', 423, 'locked'], ['IC004', 423, 'locked'], ['23505', 409, 'conflict'], ['23503', 409, 'conflict'],
  ['23514', 422, 'invalid'], ['22001', 422, 'invalid'], ['42501', 500, 'internal'], ['42P01', 500, 'internal'], ['XX000', 500, 'internal'],
])('PostgreSQL’s %s is answered %i %s', (state, status, code) => {
  const problem = problemFor(Object.assign(new Error(), { code: state }), 'r')
  expect(problem).toMatchObject({ status, code })
  expect(problem.retryAfter).toBe(status === 503 ? 5 : undefined)
})

test('what a guard of the database refuses is a locked thing, not a fault', async () => {
  await holder.query(`CREATE FUNCTION refuse_for_test() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'kept' USING ERRCODE = 'IC001'; END $$`)
  await holder.query('CREATE TRIGGER refuse_for_test BEFORE INSERT ON filings FOR EACH ROW EXECUTE FUNCTION refuse_for_test()')
  const as = await api.accounts.owner()
  const { problem } = await api.inject('createFiling', { body: { kind: 'new-subject' } }, { as })
  expect(problem).toMatchObject({ status: 423, code: 'locked', text: { zh: expect.any(String), en: expect.any(String) } })
})
