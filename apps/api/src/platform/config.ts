import path from 'node:path'
import { z } from 'zod'

const flag = z.enum(['0', '1', '']).default('').transform((text) => text === '1')
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === '' ? undefined : value), schema)
const address = optional(z.url({ protocol: /^https?$/ }).optional())
const database = z.string().regex(/^postgres(ql)?:\/\/.+/)

/** The environment of the API, each variable with the sentence that is shown when it is wrong. */
const Environment = z.object({
  PORT: optional(z.coerce.number().int().min(1).max(65535).default(3000)),
  HOST: optional(z.string().default('127.0.0.1')),
  DATABASE_URL: database,
  DATABASE_READER_URL: optional(database.optional()),
  DATA_DIR: optional(z.string().default('.data')),
  PORTAL_OWNER_URL: address,
  PORTAL_PROVIDER_URL: address,
  PORTAL_ADMINISTRATION_URL: address,
  TRUSTED_PROXIES: optional(z.string().default('loopback')),
  MIGRATE: flag,
  DEMO: flag,
  NODE_ENV: optional(z.enum(['development', 'production', 'test']).default('development')),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info')),
})

const expectations: Readonly<Record<keyof z.infer<typeof Environment>, string>> = {
  PORT: 'must be a port number from 1 to 65535',
  HOST: 'must be an address to listen on',
  DATABASE_URL: 'must name a PostgreSQL, of the form postgres://user:password@host:port/database',
  DATABASE_READER_URL: 'must be of the form postgres://user:password@host:port/database, or be left out',
  DATA_DIR: 'must be a folder',
  PORTAL_OWNER_URL: 'must be an http(s) address',
  PORTAL_PROVIDER_URL: 'must be an http(s) address',
  PORTAL_ADMINISTRATION_URL: 'must be an http(s) address',
  TRUSTED_PROXIES: 'must list addresses or networks of proxies, e.g. loopback,10.0.0.0/8',
  MIGRATE: 'must be 1 or be left out',
  DEMO: 'must be 1 or be left out',
  NODE_ENV: 'must be development, production or test',
  LOG_LEVEL: 'must be fatal, error, warn, info, debug or silent',
}

export type Portal = 'owner' | 'provider' | 'administration'

/** What this process was started with; read once, never changed. Everyone asks this class, nobody the environment. */
export class Config {
  readonly port: number
  readonly host: string
  readonly databaseUrl: string
  /** Where public look-ups read; the main database when no replica is named. */
  readonly readerUrl: string
  /** Absolute. Keys lie in `keys/` below it, the certificate authority beside them. */
  readonly dataDir: string
  readonly portals: Readonly<Record<Portal, string>>
  readonly trustedProxies: readonly string[]
  readonly migrate: boolean
  readonly demo: boolean
  readonly environment: 'development' | 'production' | 'test'
  readonly logLevel: string
  /** False in tests: jobs wait until the test runs them. */
  readonly runsJobs: boolean

  private constructor(env: z.output<typeof Environment>) {
    const portal = (given: string | undefined, offset: number) => (given ?? `http://localhost:${env.PORT + offset}`).replace(/\/+$/, '')
    this.port = env.PORT
    this.host = env.HOST
    this.databaseUrl = env.DATABASE_URL
    this.readerUrl = env.DATABASE_READER_URL ?? env.DATABASE_URL
    this.dataDir = path.resolve(env.DATA_DIR)
    this.portals = {
      owner: portal(env.PORTAL_OWNER_URL, 1),
      provider: portal(env.PORTAL_PROVIDER_URL, 2),
      administration: portal(env.PORTAL_ADMINISTRATION_URL, 3),
    }
    this.trustedProxies = env.TRUSTED_PROXIES.split(',').map((name) => name.trim()).filter(Boolean)
    this.migrate = env.MIGRATE
    this.demo = env.DEMO
    this.environment = env.NODE_ENV
    this.logLevel = env.LOG_LEVEL
    this.runsJobs = env.NODE_ENV !== 'test'
  }

  /** Throws one Error whose message has one sentence for each fault. Values are not repeated: they may be secrets. */
  static from(env: Readonly<Record<string, string | undefined>>): Config {
    const read = Environment.safeParse(env)
    // Demo accounts show their codes on the page; nobody's real data may stand behind such a door.
    if (read.success && read.data.DEMO && read.data.NODE_ENV === 'production') throw new Error('DEMO must be left out where NODE_ENV is production.')
    if (read.success) return new Config(read.data)
    const faulty = new Set(read.error.issues.map((issue) => issue.path[0] as keyof typeof expectations))
    throw new Error([...faulty].map((name) => `${name} ${expectations[name]}.`).join('\n'))
  }
}
