import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Transactions } from '../platform/transaction.service.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { AuditApi } from './audit.api.js'
import { AuditReader } from './audit.reader.js'
import { findBreak } from './chain.js'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())

const actor = { role: 'owner', accountId: randomUUID() } as const
const append = (filingId: string, action: string) =>
  api.app.get(Transactions).write(null, (tx) =>
    api.app.get(AuditApi).append(tx, { actor, action, filingId, objectType: 'filing', objectId: filingId, digest: 'ab'.repeat(32), detail: { z: 1, a: ['x'], n: null } }))
const chainOf = (filingId: string) => api.app.get(AuditReader).listChain(`filing:${filingId}`)

test('each entry of a filing carries the hash of the one before', async () => {
  const filingId = randomUUID()
  for (const action of ['filing.finish', 'filing.pass', 'filing.approve']) await append(filingId, action)
  const entries = await chainOf(filingId)
  expect(entries.map(({ position, action }) => `${position} ${action}`)).toEqual(['1 filing.finish', '2 filing.pass', '3 filing.approve'])
  expect(entries[1]?.previous).toBe(entries[0]?.hash)
  expect(findBreak(entries)).toBeUndefined()
})

test('eight at the same moment make one chain without a gap', async () => {
  const filingId = randomUUID()
  await Promise.all(Array.from({ length: 8 }, (_, n) => append(filingId, `filing.act-${n}`)))
  const entries = await chainOf(filingId)
  expect(entries).toHaveLength(8)
  expect(findBreak(entries)).toBeUndefined()
})

test('a change of any column, a deletion, an insertion and a swap are found where they are', async () => {
  const filingId = randomUUID()
  for (let n = 0; n < 4; n++) await append(filingId, `filing.act-${n}`)
  const entries = await chainOf(filingId)
  const second = entries[1] as (typeof entries)[number]
  const changed = (part: object) => entries.map((entry, at) => (at === 1 ? { ...entry, ...part } : entry))
  for (const part of [{ at: '2026-01-01T00:00:00.000Z' }, { actor: { role: 'clock' } as const }, { action: 'x' }, { digest: null }, { detail: { z: 2 } }, { objectId: 'x' }]) {
    expect(findBreak(changed(part))).toBe(2)
  }
  expect(findBreak(entries.filter((_, at) => at !== 1))).toBe(2)
  expect(findBreak([...entries.slice(0, 2), second, ...entries.slice(2)])).toBe(3)
  expect(findBreak([entries[1], entries[0], ...entries.slice(2)] as typeof entries)).toBe(1)
})
