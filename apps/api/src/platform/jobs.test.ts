import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { createApp } from '../app.js'
import { NotificationsApi } from '../notifications/notifications.api.js'
import { createTestDatabase } from '../testing/database.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { testedSuite } from '../testing/tested-suite.js'
import { later } from './clock.js'
import { Config } from './config.js'
import { JobsApi } from './jobs.api.js'
import { Transactions } from './transaction.service.js'
import { DataSource } from 'typeorm'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())

test('a job of a transaction that is rolled back was never queued', async () => {
  const failing = api.app.get(Transactions).write(null, async (tx) => {
    await api.app.get(NotificationsApi).message(tx, { channel: 'sms', to: '13800138000', text: 'x', personal: [] })
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  expect(await api.runJobs('notifications-deliver')).toBe(0)
})

test('a job without a handler is a mistake that shows at once', async () => {
  const sending = api.app.get(Transactions).write(null, (tx) => api.app.get(JobsApi).send(tx, 'nobody-listens', {}))
  await expect(sending).rejects.toThrow('no handler')
})

test('where jobs run, a message is delivered moments after its commit, and one for later is not', async () => {
  const dataDir = path.join(process.env.ICP_TEST_FOLDER as string, `jobs-${randomBytes(4).toString('hex')}`)
  fs.mkdirSync(path.join(dataDir, 'keys'), { recursive: true })
  for (const name of ['field.key', 'index.key']) fs.writeFileSync(path.join(dataDir, 'keys', name), randomBytes(32).toString('base64'))
  const app = await createApp(Config.from({ DATABASE_URL: await createTestDatabase(), DATA_DIR: dataDir, LOG_LEVEL: 'silent', CRYPTO_SUITE: testedSuite }))
  await app.get(Transactions).write(null, async (tx) => {
    await app.get(NotificationsApi).message(tx, { channel: 'sms', to: '13800138000', text: 'now', personal: [] })
    await app.get(JobsApi).send(tx, 'notifications-deliver', { id: '00000000-0000-4000-8000-000000000009' }, { startAfter: later(new Date().toISOString(), 3600) })
  })
  const waiting = async () => (await app.get(DataSource).query(`SELECT count(*) AS n FROM outbox_messages WHERE state = 'waiting'`))[0].n as number
  const until = Date.now() + 40_000
  while ((await waiting()) > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await waiting()).toBe(0)
  const jobs = await app.get(DataSource).query(`SELECT state, count(*) AS n FROM pgboss.job WHERE name = 'notifications-deliver' GROUP BY state ORDER BY state`)
  expect(jobs).toContainEqual({ state: 'created', n: 1 })
  await app.close()
})
