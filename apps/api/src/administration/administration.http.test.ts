import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { TestAccount } from '../testing/accounts.js'
import { deliveryQueue } from '../notifications/delivery.service.js'
import { NotificationsApi } from '../notifications/notifications.api.js'
import { Transactions } from '../platform/transaction.service.js'
import { startTestApp, type TestApp } from '../testing/app.js'

let api: TestApp
let operator: TestAccount
let security: TestAccount

beforeAll(async () => {
  api = await startTestApp()
  operator = await api.accounts.operator()
  security = await api.accounts.securityAdministrator()
})
afterAll(() => api.close())

test('the operator switches the SMS platform, everybody sees it, and the audit names who did it', async () => {
  expect((await api.inject('getSite')).body.smsPlatform).toBe('off')
  const { body } = await api.inject('setSwitches', { body: { smsPlatform: 'on' } }, { as: operator })
  expect(body).toEqual({ smsPlatform: 'on', changedAt: api.clock.now(), changedBy: operator.userName, mayTurnOff: true })
  expect((await api.inject('getSwitches', {}, { as: operator })).body).toEqual(body)
  expect((await api.inject('getSite')).body.smsPlatform).toBe('on')
  const [entry] = await api.db.query(`SELECT actor, detail FROM audit_entries WHERE action = 'switch.set'`)
  expect(entry).toEqual({ actor: { role: 'operator', accountId: operator.id }, detail: { value: 'on' } })
})

test('nobody but the operator may look or switch', async () => {
  const others = [
    await api.accounts.owner(), await api.accounts.reviewer('330000'), await api.accounts.provider(randomUUID()), security, await api.accounts.auditAdministrator(),
  ]
  const before = (await api.inject('getSwitches', {}, { as: operator })).body
  for (const as of others) {
    expect((await api.inject('setSwitches', { body: { smsPlatform: 'off' } }, { as })).status).toBe(403)
    expect((await api.inject('getSwitches', {}, { as })).status).toBe(403)
    expect((await api.inject('listMessages', { body: {} }, { as })).status).toBe(403)
  }
  expect((await api.inject('listAccounts')).status).toBe(401)
  expect((await api.inject('getSwitches', {}, { as: operator })).body).toEqual(before)
})

test('only the security administrator sees who has an account', async () => {
  const others = [await api.accounts.owner(), await api.accounts.reviewer('330000'), await api.accounts.provider(randomUUID()), operator, await api.accounts.auditAdministrator()]
  for (const as of others) expect((await api.inject('listAccounts', {}, { as })).status).toBe(403)
  expect((await api.inject('listAccounts', {}, { as: security })).status).toBe(200)
})

test('accounts are listed newest first, a page at a time, without number, phone or mail', async () => {
  for (let n = 0; n < 55; n++) {
    await api.accounts.owner({ name: `张三丰${n}` })
    api.clock.advance(1)
  }
  const first = await api.inject('listAccounts', { query: { q: '三丰' } }, { as: security })
  expect(first.body.rows).toHaveLength(50)
  expect(first.body.total).toBe(55)
  expect(first.body.rows[0]?.name).toBe('张三丰54')
  expect(first.text).not.toMatch(/1380013|example\.com/)
  const second = await api.inject('listAccounts', { query: { q: '三丰', cursor: first.body.next ?? '' } }, { as: security })
  expect(second.body.rows.map(({ name }) => name)).toEqual(['张三丰4', '张三丰3', '张三丰2', '张三丰1', '张三丰0'])
  expect(second.body.next).toBeNull()
  expect((await api.inject('listAccounts', { query: { q: '%' } }, { as: security })).body.total).toBe(0)
})

test('a cursor that is none is refused as unreadable, never a fault', async () => {
  for (const cursor of ['nonsense', Buffer.from('["2026","x"]').toString('base64url'), Buffer.from('["a"]').toString('base64url')]) {
    expect([400, 422]).toContain((await api.inject('listAccounts', { query: { cursor } }, { as: security })).status)
  }
})

test('a message waits in the outbox, sealed, and stays there where nothing leaves; one that was rolled back never was', async () => {
  const say = (text: string) => (tx: never) => api.app.get(NotificationsApi).message(tx, { channel: 'mail', to: 'Who@Example.com', subject: '主题', text, personal: [] })
  await api.app.get(Transactions).write(null, (tx) => say('说给你听')(tx as never))
  const broken = api.app.get(Transactions).write(null, async (tx) => {
    await say('不算数')(tx as never)
    throw new Error('rolled back')
  })
  await expect(broken).rejects.toThrow('rolled back')
  expect(JSON.stringify(await api.db.query('SELECT * FROM outbox_messages'))).not.toMatch(/说给你听|example/i)
  const list = async () => (await api.inject('listMessages', { body: { recipient: 'who@example.com' } }, { as: operator })).body.rows
  expect(await list()).toMatchObject([{ channel: 'mail', to: 'W***@Example.com', subject: '主题', text: '说给你听', state: 'waiting', deliveredAt: null }])
  expect(await api.runJobs(deliveryQueue)).toBe(1)
  expect(await list()).toMatchObject([{ state: 'kept', deliveredAt: null }])
})
