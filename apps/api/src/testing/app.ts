import { type AnswerOf, findOperation, type InputOf, type OperationId, type Problem } from '@icp/contract'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { DataSource } from 'typeorm'
import { createApp } from '../app.js'
import { actOutsideAs, everyReach, house } from '../platform/acting.js'
import { Config } from '../platform/config.js'
import { JobsApi } from '../platform/jobs.api.js'
import { DatabaseClock } from '../platform/database-clock.js'
import { createTestDatabase } from './database.js'
import { type TestAccount, TestAccounts } from './accounts.js'
import { TestClock } from './test-clock.js'
import { testedSuite } from './tested-suite.js'
import { visitOf } from './verification.js'

export interface InjectOptions {
  /** From `accounts.logOnAs(…)`; left out = nobody is signed in. */
  readonly as?: TestAccount
  /** Left out = a new key for each call of an idempotent operation. */
  readonly idempotencyKey?: string
  /** More headers, e.g. cookies of a registration; a value of `undefined` takes a header away. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

export interface Answered<Body> {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** Cookies that were set, `name=value; name=value`, ready to be sent back. */
  readonly cookies: string
  readonly text: string
  readonly bytes: Buffer
  /** The JSON answer of a success. Throws when the request was refused: say what you expect. */
  readonly body: Body
  /** The problem of a refusal. */
  readonly problem: Problem
}

export interface TestApp {
  readonly app: NestFastifyApplication
  readonly db: DataSource
  readonly clock: TestClock
  readonly accounts: TestAccounts
  readonly dataDir: string
  /** Of the superuser. */
  readonly databaseUrl: string
  inject<Id extends OperationId>(id: Id, input?: InputOf<Id> | Record<string, never>, options?: InjectOptions): Promise<Answered<AnswerOf<Id>>>
  /** Runs the waiting jobs of a queue now. */
  runJobs(name: string): Promise<number>
  /** How many rows a table has: a refusal must leave it as it was. */
  count(table: string): Promise<number>
  close(): Promise<void>
}

export interface TestAppOptions {
  readonly clock?: TestClock
  readonly logLevel?: string
  /** Another instance of the same system: one database, one set of keys, one clock. Close it before the first one. */
  readonly beside?: TestApp
  /** Turns the database's address into the one that the API gets, e.g. of something that stands between the two. */
  readonly reach?: (databaseUrl: string) => Promise<string>
  /** The clock of this instance's machine is off by so many seconds. The instance asks for the time as in production; what it is told is the test's clock. */
  readonly machineOff?: number
  /** More of the API's environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** Who waits behind many others on a busy machine is still answered by the rule and not by the clock. `env` gives it back where the wait itself is tried. */
const patience = '10'

/** The whole API on a database of its own, through HTTP (without a socket). Nothing is replaced but the clock. Close it in `afterAll`. */
export async function startTestApp({ beside, clock = beside?.clock ?? new TestClock(), logLevel = 'silent', reach, machineOff, env = {} }: TestAppOptions = {}): Promise<TestApp> {
  const dataDir = beside?.dataDir ?? makeDataDir()
  const databaseUrl = beside?.databaseUrl ?? (await createTestDatabase())
  const address = reach ? await reach(databaseUrl) : databaseUrl
  const config = Config.from({ DATABASE_URL: address, DATA_DIR: dataDir, NODE_ENV: 'test', LOG_LEVEL: logLevel, DATABASE_PATIENCE: patience, CRYPTO_SUITE: testedSuite, ...env })
  const app = await createApp(config, machineOff === undefined ? clock : await onMachine(clock, machineOff))
  // What a test itself asks of the database stands outside of every request.
  actOutsideAs(house(...everyReach))
  const db = app.get(DataSource)
  return {
    app, db, clock, dataDir, databaseUrl,
    accounts: beside?.accounts ?? new TestAccounts(app),
    inject: (id, input = {}, options = {}) => inject(app, id, input, options) as never,
    runJobs: (name) => app.get(JobsApi).runWaiting(name),
    count: async (table) => Number((await db.query(`SELECT count(*) AS n FROM "${table}"`))[0].n),
    close: async () => {
      await app.close()
      if (!beside) fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function onMachine(clock: TestClock, off: number): Promise<DatabaseClock> {
  const time = () => Date.parse(clock.now())
  return DatabaseClock.start({ ask: async () => time(), close: async () => {} }, { wall: () => time() + 1000 * off, steady: time })
}

function makeDataDir(): string {
  const dataDir = path.join(process.env.ICP_TEST_FOLDER ?? '/tmp', randomUUID())
  fs.mkdirSync(path.join(dataDir, 'keys'), { recursive: true })
  for (const name of ['field.key', 'index.key']) fs.writeFileSync(path.join(dataDir, 'keys', name), randomBytes(32).toString('base64'))
  return dataDir
}

type AnyInput = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

async function inject(app: NestFastifyApplication, id: OperationId, input: AnyInput, { as, idempotencyKey, headers = {} }: InjectOptions) {
  const operation = findOperation(id)
  const url = `/api${operation.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(input.params?.[name])))}`
  const bytes = operation.bodyBytes !== undefined
  const sent: Record<string, string | undefined> = {
    'x-icp-client': '1',
    ...(input.body === undefined ? {} : { 'content-type': bytes ? operation.bodyBytes : 'application/json' }),
    ...(operation.idempotent ? { 'idempotency-key': idempotencyKey ?? randomUUID() } : {}),
    ...(as ? { cookie: as.cookie, 'x-icp-portal': as.portal } : {}),
    ...headers,
  }
  const visit = visitOf((input.body as { verification?: unknown } | undefined)?.verification)
  if (visit) sent['cookie'] = [sent['cookie'], `icp-${sent['x-icp-portal'] ?? 'owner'}-visit=${visit}`].filter(Boolean).join('; ')
  const given = Object.fromEntries(Object.entries(sent).filter((entry): entry is [string, string] => entry[1] !== undefined))
  const query = Object.fromEntries(Object.entries(input.query ?? {}).filter(([, value]) => value !== undefined).map(([key, value]) => [key, String(value)]))
  const answer = await app.inject({
    method: operation.method, url, query, headers: given,
    ...(input.body === undefined ? {} : { payload: bytes ? Buffer.from(input.body as Uint8Array) : JSON.stringify(input.body) }),
  })
  const renewed = as && answer.cookies.find(({ name, value }) => name === as.cookie.split('=')[0] && value !== '')
  if (renewed) as.cookie = `${renewed.name}=${renewed.value}`
  return {
    status: answer.statusCode,
    headers: answer.headers,
    cookies: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    text: answer.body,
    bytes: answer.rawPayload,
    get body(): unknown {
      if (answer.statusCode >= 400) throw new Error(`${id} was refused: ${answer.statusCode} ${answer.body}`)
      return answer.body === '' ? undefined : answer.json()
    },
    get problem(): Problem {
      if (answer.statusCode < 400) throw new Error(`${id} was not refused: ${answer.statusCode}`)
      return answer.json<Problem>()
    },
  }
}
