import type { PasswordProfile } from '@icp/domain'
import path from 'node:path'
import { z } from 'zod'
import type { TlsFiles } from './tls.js'

const flag = z.enum(['0', '1', '']).default('').transform((text) => text === '1')
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === '' ? undefined : value), schema)
const address = optional(z.url({ protocol: /^https?$/ }).optional())
const database = z.string().regex(/^postgres(ql)?:\/\/.+/)
const mailServer = z.string().regex(/^smtps?:\/\/[^\s/?#]+(:\d+)?\/?$/)
const scanner = z.union([z.literal('none'), z.url({ protocol: /^clamd$/ }).regex(/^clamd:\/\/[^\s/?#@]+\/?$/)])
const sender = z.string().max(200).regex(/^([^<>"\r\n]*<)?[^\s<>@"]+@[^\s<>@"]+\.[^\s<>@"]+>?$/)

/** The environment of the API, each variable with the sentence that is shown when it is wrong. */
const Environment = z.object({
  PORT: optional(z.coerce.number().int().min(1).max(65535).default(3000)),
  HOST: optional(z.string().default('127.0.0.1')),
  TLS_CERTIFICATE_FILE: optional(z.string().optional()),
  TLS_KEY_FILE: optional(z.string().optional()),
  DATABASE_URL: database,
  DATABASE_READER_URL: optional(database.optional()),
  DATABASE_API_USER: optional(z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/).optional()),
  DATABASE_API_PASSWORD: optional(z.string().min(16).optional()),
  DATA_DIR: optional(z.string().default('.data')),
  PORTAL_OWNER_URL: address,
  PORTAL_PROVIDER_URL: address,
  PORTAL_ADMINISTRATION_URL: address,
  CHECKPOINT_WEBHOOK_URL: address,
  DATABASE_PATIENCE: optional(z.coerce.number().int().min(1).max(30).default(1)),
  TRUSTED_PROXIES: optional(z.string().default('loopback')),
  MIGRATE: flag,
  DEMO: flag,
  SMTP_URL: optional(mailServer.optional()),
  MAIL_FROM: optional(sender.optional()),
  SMS_WEBHOOK_URL: address,
  SMS_WEBHOOK_SECRET: optional(z.string().min(32).optional()),
  SMS_PLATFORM: optional(z.literal('on').optional()),
  FILE_SCANNER_URL: optional(scanner.optional()),
  CRYPTO_SUITE: optional(z.enum(['aes', 'sm']).default('aes')),
  PASSWORD_PROFILE: optional(z.enum(['nist', 'mlps']).default('nist')),
  NODE_ENV: optional(z.enum(['development', 'production', 'test']).default('development')),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info')),
})

const expectations: Readonly<Record<keyof z.infer<typeof Environment>, string>> = {
  PORT: 'must be a port number from 1 to 65535',
  HOST: 'must be an address to listen on',
  TLS_CERTIFICATE_FILE: 'must be the PEM file of the certificate that the API shows to the portals\' server',
  TLS_KEY_FILE: 'must be the PEM file of its private key',
  DATABASE_URL: 'must name a PostgreSQL, of the form postgres://user:password@host:port/database',
  DATABASE_READER_URL: 'must be of the form postgres://user:password@host:port/database, or be left out',
  DATABASE_API_USER: 'must be the name of a database user: small letters, digits, _',
  DATABASE_API_PASSWORD: 'must have at least 16 characters',
  DATA_DIR: 'must be a folder',
  PORTAL_OWNER_URL: 'must be an http(s) address',
  PORTAL_PROVIDER_URL: 'must be an http(s) address',
  PORTAL_ADMINISTRATION_URL: 'must be an http(s) address',
  CHECKPOINT_WEBHOOK_URL: 'must be an http(s) address',
  DATABASE_PATIENCE: 'must be a number from 1 to 30',
  TRUSTED_PROXIES: 'must list addresses or networks of proxies, e.g. loopback,10.0.0.0/8',
  MIGRATE: 'must be 1 or be left out',
  DEMO: 'must be 1 or be left out',
  SMTP_URL: 'must be of the form smtps://user:password@host:465 or smtp://user:password@host:587',
  MAIL_FROM: 'must be the sender of mails, e.g. ICP filing <no-reply@example.cn>',
  SMS_WEBHOOK_URL: 'must be an http(s) address',
  SMS_WEBHOOK_SECRET: 'must have at least 32 characters',
  SMS_PLATFORM: 'must be on or be left out',
  FILE_SCANNER_URL: 'must be of the form clamd://host:3310, or none where pictures are kept unscanned on purpose',
  CRYPTO_SUITE: 'must be aes or sm',
  PASSWORD_PROFILE: 'must be nist or mlps',
  NODE_ENV: 'must be development, production or test',
  LOG_LEVEL: 'must be fatal, error, warn, info, debug or silent',
}

type Settings = z.output<typeof Environment>

/** What goes only together. */
const pairs = [['SMTP_URL', 'MAIL_FROM', 'mails'], ['SMS_WEBHOOK_URL', 'SMS_WEBHOOK_SECRET', 'SMS']] as const
const together = [...pairs, ['TLS_CERTIFICATE_FILE', 'TLS_KEY_FILE'], ['DATABASE_API_USER', 'DATABASE_API_PASSWORD']] as const

const missingBeside = (env: Settings): string[] =>
  together.flatMap(([one, other]) => ([[one, other], [other, one]] as const)
    .filter(([name, beside]) => env[name] === undefined && env[beside] !== undefined)
    .map(([name, beside]) => `${name} is missing: ${beside} needs it; it ${expectations[name]}.`))

const isOwnMachine = (url: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname)

/**
 * Addresses that lead others here, where NODE_ENV is left at development: codes would stand on screen and messages stay in the outbox. Whoever forgets the
 * variable must learn it at the start. A demonstration says DEMO.
 */
const opened = ({ NODE_ENV, DEMO, ...env }: Settings): string[] =>
  NODE_ENV !== 'development' || DEMO ? [] : (['PORTAL_OWNER_URL', 'PORTAL_PROVIDER_URL', 'PORTAL_ADMINISTRATION_URL'] as const).filter((name) => env[name] !== undefined && !isOwnMachine(env[name]))

export type Portal = 'owner' | 'provider' | 'administration'

/** See notifications/mail-gateway.ts. */
export interface MailSettings {
  readonly url: string
  readonly from: string
  /** Refuses to speak in clear. */
  readonly encrypted: boolean
}

/** See notifications/sms-gateway.ts. */
export interface SmsSettings {
  readonly url: string
  readonly secret: string
}

/** See platform/confined-login.ts. */
export interface ConfinedLogin {
  readonly user: string
  readonly password: string
}

/** See papers/clamd-scanner.ts. */
export interface ScannerSettings {
  readonly host: string
  readonly port: number
}

function scannerAt(url: string): ScannerSettings | null {
  if (url === 'none') return null
  const { hostname, port } = new URL(url)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) }
}

/** What this process was started with; read once, never changed. Everyone asks this class, nobody the environment. */
export class Config {
  readonly port: number
  readonly host: string
  /** What the API speaks TLS with; undefined: it speaks plainly, as inside one machine. */
  readonly tls: TlsFiles | undefined
  readonly databaseUrl: string
  /** Where public look-ups read; the main database when no replica is named. */
  readonly readerUrl: string
  /** The user that the API logs on to the database as, for the migration to make; undefined where the operator has made it. */
  readonly apiLogin: ConfinedLogin | undefined
  /** Absolute. Keys lie in `keys/` below it, the certificate authority beside them. */
  readonly dataDir: string
  readonly portals: Readonly<Record<Portal, string>>
  /** Where signed checkpoints of the audit are sent to be kept elsewhere, if anywhere. */
  readonly checkpointWebhook: string | undefined
  /** How many times as long as usual a lock is waited for and a statement may run: for a slow database. */
  readonly databasePatience: number
  readonly trustedProxies: readonly string[]
  readonly migrate: boolean
  readonly demo: boolean
  /** How personal data is sealed and fingerprinted: AES-256-GCM and HMAC-SHA-256, or SM4 and HMAC-SM3. */
  readonly cryptoSuite: 'aes' | 'sm'
  readonly environment: 'development' | 'production' | 'test'
  readonly logLevel: string
  /** How messages leave; a way that is not configured leaves them in the outbox. */
  readonly delivery: { readonly mail: MailSettings | undefined; readonly sms: SmsSettings | undefined }
  /** Looks through the pictures of papers; null: none, on purpose; undefined: nothing was said. */
  readonly fileScanner: ScannerSettings | null | undefined
  /** Switch the SMS platform on at this start. */
  readonly switchSmsOn: boolean
  /** What a password must be; `mlps` also ends it after 90 days. */
  readonly passwordProfile: PasswordProfile
  /** False in tests: jobs wait until the test runs them. */
  readonly runsJobs: boolean

  private constructor(env: Settings) {
    const portal = (given: string | undefined, offset: number) => (given ?? `http://localhost:${env.PORT + offset}`).replace(/\/+$/, '')
    this.port = env.PORT
    this.host = env.HOST
    this.tls = env.TLS_CERTIFICATE_FILE && env.TLS_KEY_FILE ? { certificate: env.TLS_CERTIFICATE_FILE, key: env.TLS_KEY_FILE } : undefined
    this.databaseUrl = env.DATABASE_URL
    this.readerUrl = env.DATABASE_READER_URL ?? env.DATABASE_URL
    this.apiLogin = env.DATABASE_API_USER && env.DATABASE_API_PASSWORD ? { user: env.DATABASE_API_USER, password: env.DATABASE_API_PASSWORD } : undefined
    this.dataDir = path.resolve(env.DATA_DIR)
    this.portals = {
      owner: portal(env.PORTAL_OWNER_URL, 1),
      provider: portal(env.PORTAL_PROVIDER_URL, 2),
      administration: portal(env.PORTAL_ADMINISTRATION_URL, 3),
    }
    this.checkpointWebhook = env.CHECKPOINT_WEBHOOK_URL
    this.databasePatience = env.DATABASE_PATIENCE
    this.trustedProxies = env.TRUSTED_PROXIES.split(',').map((name) => name.trim()).filter(Boolean)
    this.migrate = env.MIGRATE
    this.demo = env.DEMO
    this.cryptoSuite = env.CRYPTO_SUITE
    this.environment = env.NODE_ENV
    this.logLevel = env.LOG_LEVEL
    this.delivery = {
      mail: env.SMTP_URL && env.MAIL_FROM
        ? { url: env.SMTP_URL, from: env.MAIL_FROM, encrypted: this.isProduction && !isOwnMachine(env.SMTP_URL.replace(/^smtps?/, 'http')) } : undefined,
      sms: env.SMS_WEBHOOK_URL && env.SMS_WEBHOOK_SECRET ? { url: env.SMS_WEBHOOK_URL, secret: env.SMS_WEBHOOK_SECRET } : undefined,
    }
    this.fileScanner = env.FILE_SCANNER_URL === undefined ? undefined : scannerAt(env.FILE_SCANNER_URL)
    this.switchSmsOn = env.SMS_PLATFORM === 'on'
    this.passwordProfile = env.PASSWORD_PROFILE
    this.runsJobs = env.NODE_ENV !== 'test'
  }

  get isProduction(): boolean {
    return this.environment === 'production'
  }

  /**
   * Throws one Error, with a sentence for each way out that production cannot do without: codes and notices must reach people, SMS leave encrypted, and pictures go
   * to a scanner unless none is wanted. Only for who serves requests; a command that migrates or checks sends nothing.
   */
  requireWaysOut(): void {
    if (!this.isProduction) return
    const { mail, sms } = this.delivery
    const faults = pairs.flatMap(([one, other, what]) => ((what === 'mails' ? mail : sms) ? [] : [one, other].map((name) =>
      `${name} is missing: in production ${what} must leave; it ${expectations[name]}.`)))
    if (sms?.url.startsWith('http:') && !isOwnMachine(sms.url)) faults.push('SMS_WEBHOOK_URL must be an https address in production.')
    if (this.fileScanner === undefined) faults.push(`FILE_SCANNER_URL is missing: in production pictures must be scanned; it ${expectations.FILE_SCANNER_URL}.`)
    if (faults.length > 0) throw new Error(faults.join('\n'))
  }

  /** Throws one Error whose message has one sentence for each fault. Values are not repeated: they may be secrets. */
  static from(env: Readonly<Record<string, string | undefined>>): Config {
    const read = Environment.safeParse(env)
    // Demo accounts show their codes on the page; nobody's real data may stand behind such a door.
    if (read.success && read.data.DEMO && read.data.NODE_ENV === 'production') throw new Error('DEMO must be left out where NODE_ENV is production.')
    if (read.success) {
      const faults = [...missingBeside(read.data), ...opened(read.data).map((name) => `NODE_ENV must be production: ${name} leads others here (or DEMO=1 for a demonstration without real data).`)]
      if (faults.length > 0) throw new Error(faults.join('\n'))
      return new Config(read.data)
    }
    const faulty = new Set(read.error.issues.map((issue) => issue.path[0] as keyof typeof expectations))
    throw new Error([...faulty].map((name) => `${name} ${expectations[name]}.`).join('\n'))
  }
}
