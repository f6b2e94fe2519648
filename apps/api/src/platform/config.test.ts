import { expect, test } from '@jest/globals'
import { Config } from './config.js'

const least = { DATABASE_URL: 'postgres://icp:secret@127.0.0.1:5432/icp' }

test('demo data and production exclude each other', () => {
  const given = { DATABASE_URL: 'postgres://u:p@localhost:5432/x', DEMO: '1' }
  expect(Config.from({ ...given, NODE_ENV: 'development' }).demo).toBe(true)
  expect(() => Config.from({ ...given, NODE_ENV: 'production' })).toThrow('DEMO must be left out where NODE_ENV is production.')
})

test('what is not said has a default, and the portals stand beside the API', () => {
  const config = Config.from({ ...least, PORT: '4100', MIGRATE: '', HOST: '' })
  expect(config).toMatchObject({ port: 4100, host: '127.0.0.1', migrate: false, demo: false, readerUrl: least.DATABASE_URL, runsJobs: true })
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
