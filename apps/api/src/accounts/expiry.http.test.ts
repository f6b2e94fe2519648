import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startTestApp, type TestApp } from '../testing/app.js'
import { ExpiryService } from './expiry.service.js'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())

const day = 24 * 3600
const remove = () => api.app.get(ExpiryService, { strict: false }).removeExpired()
const counts = async () => Object.fromEntries(await Promise.all(
  ['registrations', 'sessions', 'verification_pictures', 'one_time_codes', 'idempotency_records', 'limiter_points', 'sliding_counts', 'audit_entries'].map(async (table) => [table, await api.count(table)]),
)) as Record<string, number>

test('what has served its time is removed, each kind in its own time; history stays', async () => {
  const operator = await api.accounts.operator()
  const owner = await api.accounts.owner()
  await api.inject('startRegistration')
  await api.inject('drawVerificationPicture', { body: { purpose: 'log-on' } })
  await api.inject('sendStepUpCode', { body: { purpose: 'cancel' } }, { as: owner })
  await api.inject('setSwitches', { body: { smsPlatform: 'off' } }, { as: operator })
  const before = await counts()
  await remove()
  expect(await counts()).toEqual(before)
  api.clock.advance(day + 3600)
  await remove()
  expect(await counts()).toMatchObject({ registrations: 0, sessions: 0, verification_pictures: 0, one_time_codes: 0, idempotency_records: 2 })
  api.clock.advance(6 * day)
  await remove()
  expect(await counts()).toMatchObject({ idempotency_records: 0, limiter_points: 0, sliding_counts: 0, audit_entries: before.audit_entries })
})
