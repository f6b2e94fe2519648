import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Config } from '../platform/config.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { noteCommand } from './command-entry.api.js'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())

test('what the operator does by a command stands in the audit, as nobody’s of the accounts', async () => {
  await noteCommand(api.app.get(Config), { action: 'keys.rotate', objectType: 'key', objectId: 'field' })
  const rows = await api.db.query(`SELECT actor, object_type AS type, object_id AS id FROM audit_entries WHERE action = 'keys.rotate'`)
  expect(rows).toEqual([{ actor: { role: 'clock' }, type: 'key', id: 'field' }])
})
