import { expect, test } from '@jest/globals'
import { Config } from './config.js'

const least = { DATABASE_URL: 'postgres://icp:secret@127.0.0.1:5432/icp' }

test('demo data and production exclude each other', () => {
  const given = { DATABASE_URL: 'postgres://u:p@localhost:5432/x', DEMO: '1' }
  expect(Config.from({ ...given, NODE_ENV: 'development' }).demo).toBe(true)
  expect(() => Config.from({ ...given, NODE_ENV: 'production' })).toThrow('DEMO must be left out where NODE_ENV is production.')
})

test('portals that others reach are production, or say that they are a demonstration', () => {
  const open = { ...least, PORTAL_OWNER_URL: 'https://beian.example.cn', PORTAL_PROVIDER_URL: 'http://192.168.1.7:3002', PORTAL_ADMINISTRATION_URL: 'http://localhost:3003' }
  const start = () => Config.from(open)
  expect(start).toThrow(/^NODE_ENV must be production: PORTAL_OWNER_URL .*\nNODE_ENV must be production: PORTAL_PROVIDER_URL leads others here .*$/)
  expect(() => Config.from({ ...open, NODE_ENV: 'development' })).toThrow('PORTAL_OWNER_URL leads others here')
  expect(Config.from({ ...open, DEMO: '1' }).demo).toBe(true)
  expect(Config.from({ ...open, NODE_ENV: 'production' }).isProduction).toBe(true)
  expect(Config.from({ ...least, PORTAL_OWNER_URL: 'http://127.0.0.1:3001', PORTAL_PROVIDER_URL: 'http://[::1]:3002' }).isProduction).toBe(false)
})

test('what is not said has a default, and the portals stand beside the API', () => {
  const config = Config.from({ ...least, PORT: '4100', MIGRATE: '', HOST: '' })
  expect(config).toMatchObject({ port: 4100, databasePatience: 1, host: '127.0.0.1', migrate: false, demo: false, readerUrl: least.DATABASE_URL, runsJobs: true })
  expect(config.portals).toEqual({ owner: 'http://localhost:4101', provider: 'http://localhost:4102', administration: 'http://localhost:4103' })
})

test('every fault is named at once, in a sentence each, without the values', () => {
  const start = () => Config.from({ PORT: 'eighty', DATABASE_URL: 'mysql://root:hunter2@db', MIGRATE: 'yes', PORTAL_OWNER_URL: 'ftp://x' })
  expect(start).toThrow(/PORT must be .*\.\nDATABASE_URL must .*\.\nPORTAL_OWNER_URL must .*\.\nMIGRATE must .*\.$/)
  expect(start).not.toThrow(/hunter2/)
})

test('a missing database is a fault, not a default', () => {
  expect(() => Config.from({})).toThrow('DATABASE_URL must name a PostgreSQL')
})

const leaving = {
  SMTP_URL: 'smtps://icp:secret@mail.example.cn:465', MAIL_FROM: 'ICP备案 <no-reply@example.cn>', SMS_WEBHOOK_URL: 'https://sms.example.cn/send',
  SMS_WEBHOOK_SECRET: 'a secret of more than thirty-two characters',
}
const scanned = { FILE_SCANNER_URL: 'clamd://scanner:3310' }

test('production names each way out that is missing, development needs none', () => {
  const start = () => Config.from({ ...least, NODE_ENV: 'production' }).requireWaysOut()
  for (const name of Object.keys(leaving)) expect(start).toThrow(new RegExp(`^${name} is missing: in production (mails|SMS) must leave; it must .*\\.$`, 'm'))
  expect(Config.from(least).delivery).toEqual({ mail: undefined, sms: undefined })
  expect(() => Config.from(least).requireWaysOut()).not.toThrow()
  expect(() => Config.from({ ...least, ...leaving, ...scanned, NODE_ENV: 'production' }).requireWaysOut()).not.toThrow()
  expect(Config.from({ ...least, ...leaving, NODE_ENV: 'production' }).delivery).toEqual({
    mail: { url: leaving.SMTP_URL, from: leaving.MAIL_FROM, encrypted: true }, sms: { url: leaving.SMS_WEBHOOK_URL, secret: leaving.SMS_WEBHOOK_SECRET },
  })
})

test('production names the scanner of pictures, or says that it wants none; development needs none', () => {
  const production = { ...least, ...leaving, NODE_ENV: 'production' }
  expect(() => Config.from(production).requireWaysOut()).toThrow(/^FILE_SCANNER_URL is missing: in production pictures must be scanned; it must .* or none .*\.$/)
  for (const [url, at] of [['clamd://scanner:3310', { host: 'scanner', port: 3310 }], ['clamd://10.0.0.9', { host: '10.0.0.9', port: 3310 }], ['clamd://[::1]:9/', { host: '::1', port: 9 }], ['none', null]] as const) {
    const config = Config.from({ ...production, FILE_SCANNER_URL: url })
    expect(() => config.requireWaysOut()).not.toThrow()
    expect(config.fileScanner).toEqual(at)
  }
  expect(Config.from({ ...least, FILE_SCANNER_URL: '' }).fileScanner).toBeUndefined()
  expect(() => Config.from(least).requireWaysOut()).not.toThrow()
})

test.each([
  ['SMTP_URL', 'MAIL_FROM'], ['MAIL_FROM', 'SMTP_URL'], ['SMS_WEBHOOK_URL', 'SMS_WEBHOOK_SECRET'], ['SMS_WEBHOOK_SECRET', 'SMS_WEBHOOK_URL'],
] as const)('%s alone says that it needs %s', (one, other) => {
  expect(() => Config.from({ ...least, [one]: leaving[one] })).toThrow(new RegExp(`^${other} is missing: ${one} needs it`))
})

test.each([
  ['SMTP_URL', 'https://mail.example.cn'], ['SMTP_URL', 'smtp://mail.example.cn/?tls=no'], ['MAIL_FROM', 'nobody'], ['MAIL_FROM', 'a@b.cn\r\nBcc: c@d.cn'],
  ['SMS_WEBHOOK_URL', 'ftp://x'], ['SMS_WEBHOOK_SECRET', 'short'], ['SMS_PLATFORM', 'off'],
  ['FILE_SCANNER_URL', 'http://scanner:3310'], ['FILE_SCANNER_URL', 'clamd://scanner:99999'], ['FILE_SCANNER_URL', 'clamd://user@scanner'], ['FILE_SCANNER_URL', 'clamd://scanner/other'], ['FILE_SCANNER_URL', 'off'],
  ['DATABASE_API_USER', 'icp; DROP'], ['DATABASE_API_PASSWORD', 'short'], ['DATABASE_PATIENCE', '0'], ['DATABASE_PATIENCE', 'long'],
] as const)('%s is refused when it is wrong', (name, value) => {
  expect(() => Config.from({ ...least, [name]: value })).toThrow(new RegExp(`^${name} must `))
})

test('in production an SMS leaves only encrypted, but for a gateway on the same machine', () => {
  const production = { ...least, ...leaving, ...scanned, NODE_ENV: 'production' }
  expect(() => Config.from({ ...production, SMS_WEBHOOK_URL: 'http://sms.example.cn/send' }).requireWaysOut()).toThrow('SMS_WEBHOOK_URL must be an https address in production.')
  const own = Config.from({ ...production, SMS_WEBHOOK_URL: 'http://127.0.0.1:9000/send', SMTP_URL: 'smtp://localhost:25' })
  expect(() => own.requireWaysOut()).not.toThrow()
  expect(own.delivery.mail?.encrypted).toBe(false)
})
