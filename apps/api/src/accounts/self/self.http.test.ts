import { randomUUID } from 'node:crypto'
import { acceptanceDocuments } from '@icp/domain'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { AccountsApi, wrongStepUpCode } from '../accounts.api.js'
import { Transactions } from '../../platform/transaction.service.js'
import { NotificationsApi } from '../../notifications/notifications.api.js'
import { sha256 } from '../../platform/digest.js'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())

test('an account shows itself with number, phone and mail masked', async () => {
  const owner = await api.accounts.owner({ certificateNumber: '110101199003077432', mobile: '13812345678', email: 'someone@example.com' })
  const { body, text } = await api.inject('getOwnAccount', {}, { as: owner })
  expect(body).toMatchObject({ userName: owner.userName, certificateNumber: '110***********7432', mobile: '138****5678', email: 's***@example.com' })
  expect(text).not.toContain('13812345678')
})

test('a document is accepted again in the version in force, and no other', async () => {
  const owner = await api.accounts.ownerWithoutAcceptances()
  expect((await api.inject('getMe', {}, { as: owner })).body.toAccept).toEqual(['terms', 'pledge'])
  expect((await api.inject('acceptAgain', { body: { document: 'terms', version: '1999-01-01' } }, { as: owner })).status).toBe(409)
  for (const document of ['terms', 'pledge'] as const) {
    await api.inject('acceptAgain', { body: { document, version: acceptanceDocuments[document].version } }, { as: owner })
  }
  expect((await api.inject('getMe', {}, { as: owner })).body.toAccept).toEqual([])
  expect((await api.inject('getOwnAccount', {}, { as: owner })).body.acceptances.map(({ document }) => document).sort()).toEqual(['pledge', 'terms'])
})

test('only owners accept documents', async () => {
  const operator = await api.accounts.operator()
  expect((await api.inject('acceptAgain', { body: { document: 'terms', version: 'x' } }, { as: operator })).status).toBe(403)
})

test('notices stand in the inbox, newest first, until they are read', async () => {
  const owner = await api.accounts.owner()
  const other = await api.accounts.owner()
  for (const n of [1, 2]) {
    await api.app.get(Transactions).write(null, (tx) =>
      api.app.get(NotificationsApi).notice(tx, { accountIds: [owner.id, owner.id], title: { zh: `第${n}条`, en: `No. ${n}` }, text: { zh: '手机 13800000007', en: 'Mobile 13800000007' } }))
    api.clock.advance(1)
  }
  const inbox = (await api.inject('listNotices', {}, { as: owner })).body
  expect(inbox.rows.map(({ title }) => title.en)).toEqual(['No. 2', 'No. 1'])
  expect(inbox.rows[0]?.text).toEqual({ zh: '手机 13800000007', en: 'Mobile 13800000007' })
  expect(JSON.stringify(await api.db.query('SELECT * FROM notices WHERE account_id = $1', [owner.id]))).not.toContain('13800000007')
  expect(inbox.unread).toBe(2)
  expect((await api.inject('listNotices', {}, { as: other })).body.rows).toEqual([])
  await api.inject('markNoticesRead', {}, { as: owner })
  expect((await api.inject('getMe', {}, { as: owner })).body.unreadNotices).toBe(0)
})

const sessionOf = ({ id, cookie }: TestAccount) => ({ accountId: id, id: sha256(cookie.split('=')[1] as string) })

const check = async (owner: TestAccount, code: string) => {
  const outcome = await api.app.get(Transactions).write(null, (tx) => api.app.get(AccountsApi).checkStepUpCode(tx, sessionOf(owner), 'cancel', code))
  if (!outcome.right) throw wrongStepUpCode('code', outcome.triesLeft)
}

test('a step-up code works once, also when it is used eight times at the same moment', async () => {
  const owner = await api.accounts.owner()
  const { onScreen } = (await api.inject('sendStepUpCode', { body: { purpose: 'cancel' } }, { as: owner })).body
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => check(owner, onScreen?.code ?? '')))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a step-up code that was used in a transaction that is rolled back is still good', async () => {
  const owner = await api.accounts.owner()
  const { onScreen } = (await api.inject('sendStepUpCode', { body: { purpose: 'cancel' } }, { as: owner })).body
  const code = onScreen?.code ?? ''
  const rolledBack = api.app.get(Transactions).write(null, async (tx) => {
    await api.app.get(AccountsApi).checkStepUpCode(tx, sessionOf(owner), 'cancel', code)
    throw new Error('something else went wrong')
  })
  await expect(rolledBack).rejects.toThrow('something else')
  await expect(check(owner, code)).resolves.toBeUndefined()
})

test('a wrong step-up code counts in the transaction that asked, and another account’s code is wrong', async () => {
  const [owner, other] = [await api.accounts.owner(), await api.accounts.owner()]
  const mine = (await api.inject('sendStepUpCode', { body: { purpose: 'cancel' } }, { as: owner })).body.onScreen?.code ?? ''
  const theirs = (await api.inject('sendStepUpCode', { body: { purpose: 'cancel' } }, { as: other })).body.onScreen?.code ?? ''
  const wrong = [theirs, '000001', '000002', '000003', '000004'].map((code) => (code === mine ? '999999' : code))
  for (const code of wrong) await expect(check(owner, code)).rejects.toMatchObject({ code: 'code-wrong' })
  await expect(check(owner, mine)).rejects.toMatchObject({ code: 'code-expired' })
})

test('another step-up code is sent after a minute', async () => {
  const owner = await api.accounts.owner()
  const send = () => api.inject('sendStepUpCode', { body: { purpose: 'cancel' } }, { as: owner })
  expect((await send()).status).toBe(200)
  expect((await send()).status).toBe(429)
  api.clock.advance(60)
  expect((await send()).status).toBe(200)
})

test('a step-up code that is sent stands in the audit, without the code or where it went', async () => {
  const owner = await api.accounts.owner()
  const { onScreen } = (await api.inject('sendStepUpCode', { body: { purpose: 'cancel' } }, { as: owner })).body
  const [entry] = await api.db.query(`SELECT actor, detail FROM audit_entries WHERE action = 'account.step-up-code' AND object_id = $1`, [owner.id])
  expect(entry).toEqual({ actor: { role: 'owner', accountId: owner.id }, detail: { purpose: 'cancel', channels: ['sms', 'mail'] } })
  expect(onScreen?.code).toMatch(/^\d{6}$/)
})

test('a document accepted again, or a code asked for, with the same key has one effect and one answer', async () => {
  const owner = await api.accounts.owner()
  const requests = [
    ['acceptAgain', { body: { document: 'terms', version: acceptanceDocuments.terms.version } }], ['sendStepUpCode', { body: { purpose: 'cancel' } }],
  ] as const
  for (const [operation, input] of requests) {
    const idempotencyKey = randomUUID()
    const send = () => api.inject(operation, input as never, { as: owner, idempotencyKey })
    const first = await send()
    const written = [await api.count('audit_entries'), await api.count('outbox_messages')]
    const again = await send()
    expect([again.status, again.text, again.headers['idempotency-replayed']]).toEqual([200, first.text, 'true'])
    expect([await api.count('audit_entries'), await api.count('outbox_messages')]).toEqual(written)
  }
})

test('a repeat shows no code once the SMS platform is on', async () => {
  const owner = await api.accounts.owner()
  const idempotencyKey = randomUUID()
  const send = () => api.inject('sendStepUpCode', { body: { purpose: 'cancel' } }, { as: owner, idempotencyKey })
  expect((await send()).body.onScreen).not.toBeNull()
  await api.db.query(`UPDATE switches SET value = 'on' WHERE name = 'sms-platform'`)
  expect((await send()).body.onScreen).toBeNull()
  await api.db.query(`UPDATE switches SET value = 'off' WHERE name = 'sms-platform'`)
})
