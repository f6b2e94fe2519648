import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { solvedVerification } from '../../testing/verification.js'

let api: TestApp
let owner: TestAccount
let operator: TestAccount

beforeAll(async () => {
  api = await startTestApp()
  operator = await api.accounts.operator()
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts')
  operator = await api.accounts.logOnAgain(operator)
  owner = await api.accounts.owner()
})

const start = (value: string, channel: 'mobile' | 'email' = 'mobile', password = owner.password) =>
  api.inject('startContactChange', { body: { channel, value, password } }, { as: owner })
const complete = (oldCode: string, newCode: string) => api.inject('completeContactChange', { body: { oldCode, newCode } }, { as: owner })
const unlike = (code: string) => (code === '111111' ? '222222' : '111111')
const account = async () => (await api.inject('getOwnAccount', {}, { as: owner })).body
const subjectsTo = async (to: string) => (await api.inject('listMessages', { body: { recipient: to } }, { as: operator })).body.rows.map(({ text }) => text)

test('a phone is changed with the password and a code of each; other sessions end, this one gets a new cookie, and the old phone hears of it', async () => {
  const other = await api.accounts.logOnAgain(owner)
  const { before, after } = (await start('139 1234 0001')).body
  expect([before.mobile, after.mobile]).toEqual([expect.stringMatching(/^138/), '139****0001'])
  const cookie = owner.cookie
  expect((await complete(before.onScreen!.code, after.onScreen!.code)).status).toBe(204)
  expect(owner.cookie).not.toBe(cookie)
  for (const ended of [cookie, other.cookie]) expect((await api.inject('getMe', {}, { headers: { cookie: ended } })).status).toBe(401)
  expect(await account()).toMatchObject({ mobile: '139****0001', heldUntil: new Date(Date.parse(api.clock.now()) + 72 * 3600_000).toISOString() })
  for (const told of [owner.mobile, '13912340001']) expect((await subjectsTo(told)).some((text) => text.includes('已于'))).toBe(true)
})

test('a mail address is changed the same way, and holds nothing back', async () => {
  const { before, after } = (await start('new-one@example.com', 'email')).body
  expect((await complete(before.onScreen!.code, after.onScreen!.code)).status).toBe(204)
  expect(await account()).toMatchObject({ email: 'n***@example.com', heldUntil: null })
})

test('a wrong code of either is said at its field and counted; nothing changes', async () => {
  const { before, after } = (await start('13912340002')).body
  const refused = (await complete(unlike(before.onScreen!.code), after.onScreen!.code)).problem
  expect(refused.findings.map(({ path }) => path)).toEqual(['oldCode'])
  for (let n = 0; n < 4; n++) await complete(unlike(before.onScreen!.code), unlike(after.onScreen!.code))
  expect((await complete(before.onScreen!.code, after.onScreen!.code)).status).toBe(422)
  expect((await account()).mobile).toMatch(/^138/)
})

test('without the right password no code is sent, and wrong ones count with those of the log-on', async () => {
  for (let n = 0; n < 5; n++) expect((await start('13912340003', 'mobile', 'wrong')).problem).toMatchObject({ status: 422, code: 'password-wrong' })
  expect((await start('13912340003')).problem).toMatchObject({ status: 429, code: 'log-on-wait' })
})

test('that a number is another account’s is said only to who holds it', async () => {
  const taken = await api.accounts.owner()
  const { before, after } = (await start(taken.mobile)).body
  expect((await complete(before.onScreen!.code, after.onScreen!.code)).problem.findings[0]).toMatchObject({ path: 'value', rule: 'R-12' })
})

test('accounts that give the number and mailbox of another as their new ones do not keep that one from the log-on', async () => {
  await api.db.query(`UPDATE switches SET value = 'on' WHERE name = 'sms-platform'`)
  const victim = await api.accounts.owner()
  const statuses: number[] = []
  for (let n = 0; n < 12; n++) {
    owner = await api.accounts.owner()
    statuses.push((await start(n % 2 ? victim.email : victim.mobile, n % 2 ? 'email' : 'mobile')).status)
    api.clock.advance(61)
  }
  const body = { category: 'owner' as const, userName: victim.userName, password: victim.password, verification: await solvedVerification(api) }
  const logOn = await api.inject('logOn', { body })
  await api.db.query(`UPDATE switches SET value = 'off' WHERE name = 'sms-platform'`)
  expect([statuses, logOn.status]).toEqual([[...Array<number>(10).fill(200), 429, 429], 200])
})

test('the codes work in the session that asked for them', async () => {
  const { before, after } = (await start('13912340004')).body
  const other = await api.accounts.logOnAgain(owner)
  const answer = await api.inject('completeContactChange', { body: { oldCode: before.onScreen!.code, newCode: after.onScreen!.code } }, { as: other })
  expect(answer.problem).toMatchObject({ status: 409, code: 'no-contact-change' })
})

const code = async () => (await api.inject('sendStepUpCode', { body: { purpose: 'password' } }, { as: owner })).body.onScreen!.code
const change = (current: string, password: string, typed: string) => api.inject('changePassword', { body: { current, password, code: typed } }, { as: owner })

test('the password is changed with the old one and a code; all other sessions end, and this one goes on under a new cookie', async () => {
  const other = await api.accounts.logOnAgain(owner)
  const cookie = owner.cookie
  expect((await change(owner.password, 'quite another phrase', await code())).status).toBe(204)
  expect(owner.cookie).not.toBe(cookie)
  for (const ended of [cookie, other.cookie]) expect((await api.inject('getMe', {}, { headers: { cookie: ended } })).status).toBe(401)
  expect((await api.inject('getMe', {}, { as: owner })).status).toBe(200)
  expect((await subjectsTo(owner.mobile)).some((text) => text.includes('密码已于'))).toBe(true)
})

test('what is wrong is said at its field: the old password, the new one, the code', async () => {
  const typed = await code()
  const at = async (answer: ReturnType<typeof change>) => (await answer).problem.findings.map(({ path }) => path)
  expect(await at(change('wrong', 'quite another phrase', typed))).toEqual(['current'])
  expect(await at(change(owner.password, 'short', typed))).toEqual(['password'])
  expect(await at(change(owner.password, owner.password, typed))).toEqual(['password'])
  expect(await at(change(owner.password, 'quite another phrase', unlike(typed)))).toEqual(['code'])
  expect((await change(owner.password, 'quite another phrase', typed)).status).toBe(204)
})
