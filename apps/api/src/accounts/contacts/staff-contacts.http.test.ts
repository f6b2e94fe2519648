import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { toAnyone } from '../codes/code-limits.js'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { codeOf, wrongCodeOf } from '../../testing/authenticator.js'
import { newestTo } from '../../testing/recovery.js'
import { addAuthenticator, newProvider } from '../../testing/staff.js'

let api: TestApp
let operator: TestAccount
let provider: string
let numbers = 0

beforeAll(async () => {
  api = await startTestApp()
  operator = await api.accounts.operator()
  provider = await newProvider(api)
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts')
  operator = await api.accounts.logOnAgain(operator)
})

const newNumber = () => `1371234${String(++numbers).padStart(4, '0')}`
const unlike = (code: string) => (code === '111111' ? '222222' : '111111')
const start = (as: TestAccount, value: string, authenticatorCode: string | undefined, channel: 'mobile' | 'email' = 'mobile', password = as.password) =>
  api.inject('startContactChange', { body: { channel, value, password, ...(authenticatorCode === undefined ? {} : { authenticatorCode }) } }, { as })
/** A second after the codes, so that what is told then is the newest. */
const complete = (as: TestAccount, { before, after }: { before: { onScreen: { code: string } | null }; after: { onScreen: { code: string } | null } }) => {
  api.clock.advance(1)
  return api.inject('completeContactChange', { body: { oldCode: before.onScreen!.code, newCode: after.onScreen!.code } }, { as })
}
const clerk = async () => {
  const as = await api.accounts.provider(provider)
  return { as, secret: await addAuthenticator(api, as) }
}
const codeNow = (secret: string) => codeOf(secret, api.clock.now())

const everyStaff: Readonly<Record<string, () => Promise<TestAccount>>> = {
  provider: () => api.accounts.provider(provider), reviewer: () => api.accounts.reviewer('330000'), operator: () => api.accounts.operator(),
  'security-administrator': () => api.accounts.securityAdministrator(), 'audit-administrator': () => api.accounts.auditAdministrator(),
}

test.each(Object.keys(everyStaff))('a %s changes phone and mail with password, authenticator and a code of each; other sessions end and the old contacts hear of it', async (role) => {
  const as = await everyStaff[role]!()
  const secret = await addAuthenticator(api, as)
  const elsewhere = await api.accounts.logOnAgain(as)
  const cookie = as.cookie
  const mobile = newNumber()
  const sent = (await start(as, mobile, codeNow(secret))).body
  expect([sent.before.mobile, sent.after.mobile]).toEqual([expect.stringMatching(/^138/), `137****${mobile.slice(-4)}`])
  expect((await complete(as, sent)).status).toBe(204)
  expect(as.cookie).not.toBe(cookie)
  for (const ended of [cookie, elsewhere.cookie]) expect((await api.inject('getMe', {}, { headers: { cookie: ended, 'x-icp-portal': as.portal } })).status).toBe(401)
  api.clock.advance(60)
  expect((await complete(as, (await start(as, `${role}@example.org`, codeNow(secret), 'email')).body)).status).toBe(204)
  expect((await api.inject('getOwnAccount', {}, { as })).body).toMatchObject({ mobile: `137****${mobile.slice(-4)}`, email: expect.stringMatching(/\*@example\.org$/), heldUntil: null })
  expect(await newestTo(api, as.mobile, operator)).toContain('已于')
  expect(await newestTo(api, as.email, operator)).toContain('已于')
  expect((await api.inject('listNotices', {}, { as })).body.rows).toHaveLength(2)
  const entries = await api.db.query(`SELECT action FROM audit_entries WHERE object_id = $1 AND action LIKE 'account.contact%' ORDER BY at, position`, [as.id])
  expect(entries.map(({ action }: { action: string }) => action)).toEqual(['account.contact-codes', 'account.contact-change', 'account.contact-codes', 'account.contact-change'])
})

test('without the right code of the authenticator no message leaves; a missing one costs no try, wrong ones count, and the twentieth ends it for a day', async () => {
  const { as, secret } = await clerk()
  const before = await api.count('outbox_messages')
  for (const missing of [undefined, ' ']) {
    expect((await start(as, newNumber(), missing)).problem).toMatchObject({ status: 422, findings: [{ path: 'authenticatorCode' }] })
  }
  for (let n = 0; n < 20; n++) {
    expect((await start(as, newNumber(), wrongCodeOf(secret, api.clock.now()))).problem).toMatchObject({ status: 422, code: 'code-wrong', findings: [{ path: 'authenticatorCode' }] })
  }
  expect((await start(as, newNumber(), codeNow(secret))).problem).toMatchObject({ status: 429, code: 'codes-locked' })
  expect(await api.count('outbox_messages')).toBe(before)
})

test('a code of the authenticator starts one change; staff without an authenticator change nothing', async () => {
  const { as, secret } = await clerk()
  const code = codeNow(secret)
  expect((await start(as, newNumber(), code)).status).toBe(200)
  expect((await start(as, newNumber(), code)).problem).toMatchObject({ status: 422, findings: [{ path: 'authenticatorCode' }] })
  const bare = await api.accounts.provider(provider)
  expect((await start(bare, newNumber(), '123456')).problem).toMatchObject({ status: 422, findings: [{ path: 'authenticatorCode' }] })
})

test('the authenticator alone is not enough: wrong codes of the old and the new contact change nothing', async () => {
  const { as, secret } = await clerk()
  const { before, after } = (await start(as, newNumber(), codeNow(secret))).body
  const wrong = { before: { onScreen: { code: unlike(before.onScreen!.code) } }, after: { onScreen: { code: unlike(after.onScreen!.code) } } }
  expect((await complete(as, wrong)).problem.findings.map(({ path }) => path)).toEqual(['oldCode', 'newCode'])
  expect((await api.inject('getOwnAccount', {}, { as })).body.mobile).toMatch(/^138/)
})

test('one person has one role: the phone of a colleague is refused to who holds it, and of two who take one number at the same moment one gets it', async () => {
  const { as, secret } = await clerk()
  const colleague = await api.accounts.reviewer('330000')
  const taken = await complete(as, (await start(as, colleague.mobile, codeNow(secret))).body)
  expect(taken.problem).toMatchObject({ status: 422, findings: [{ path: 'value', rule: 'R-12' }] })
  const number = newNumber()
  const both = await Promise.all([clerk(), clerk()])
  const ready: { readonly as: TestAccount; readonly sent: Parameters<typeof complete>[1] }[] = []
  for (const { as: one, secret: its } of both) {
    api.clock.advance(61)
    ready.push({ as: one, sent: (await start(one, number, codeNow(its))).body })
  }
  const statuses = await Promise.all(ready.map(async (one) => (await complete(one.as, one.sent)).status))
  expect(statuses.toSorted((one, other) => one - other)).toEqual([204, 422])
})

test('a number gets from staff as few codes as from anybody', async () => {
  await api.db.query(`UPDATE switches SET value = 'on' WHERE name = 'sms-platform'`)
  const number = newNumber()
  const statuses: number[] = []
  for (let n = 0; n < 6; n++) {
    const { as, secret } = await clerk()
    statuses.push((await start(as, number, codeNow(secret))).status)
    api.clock.advance(61)
  }
  await api.db.query(`UPDATE switches SET value = 'off' WHERE name = 'sms-platform'`)
  const anHour = toAnyone.windows.find(({ seconds }) => seconds === 3600)?.points ?? 0
  expect(statuses).toEqual([...Array<number>(anHour).fill(200), 429])
})

test('an owner who has an authenticator is asked for it too', async () => {
  const as = await api.accounts.owner()
  const secret = await addAuthenticator(api, as)
  expect((await start(as, newNumber(), undefined)).problem).toMatchObject({ status: 422, findings: [{ path: 'authenticatorCode' }] })
  expect((await complete(as, (await start(as, newNumber(), codeNow(secret))).body)).status).toBe(204)
})
