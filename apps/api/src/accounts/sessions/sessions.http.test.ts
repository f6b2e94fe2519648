import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { resetLinkOf } from '../../testing/recovery.js'
import { solvedVerification } from '../../testing/verification.js'
import { Config } from '../../platform/config.js'
import { statement } from '../../platform/statement.js'
import { Transactions } from '../../platform/transaction.service.js'
import { Cookies } from '../cookies.js'

let api: TestApp
let owner: TestAccount

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.db.query('DELETE FROM limiter_points')
  owner = await api.accounts.owner()
})

const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36'
const wechat = 'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.60'

/** Both steps of a log-on; answers every cookie that was set. */
async function logOn(headers: Record<string, string> = {}) {
  const { userName, password } = owner
  const first = await api.inject('logOn', { body: { category: 'owner', userName, password, verification: await solvedVerification(api) } }, { headers })
  const cookie = [headers.cookie, first.cookies].filter(Boolean).join('; ')
  const entered = await api.inject('enterLogOnCode', { body: { code: first.body.onScreen!.code } }, { headers: { ...headers, cookie } })
  expect(entered.status).toBe(200)
  return entered.cookies
}
const proven = () => ({ password: owner.password })
const named = (cookies: string, name: string) => cookies.split('; ').find((one) => one.startsWith(`${name}=`) && one !== `${name}=`) ?? ''
const asked = (cookie: string) => api.inject('getMe', {}, { headers: { cookie } })
const devicesOf = async (cookie: string) => (await api.inject('listOwnDevices', {}, { headers: { cookie } })).body.rows
const mails = async () => {
  const operator = await api.accounts.operator()
  return (await api.inject('listMessages', { body: { recipient: owner.email } }, { as: operator })).body.rows.map(({ subject }) => subject)
}
const newDevices = async () => (await mails()).filter((subject) => subject.includes('新设备'))

test('an account sees where it is signed in: on what, roughly from where, and which one is asking', async () => {
  const cookies = await logOn({ 'user-agent': chrome, 'x-forwarded-for': '203.0.113.77' })
  const { rows } = (await api.inject('listOwnSessions', {}, { headers: { cookie: cookies } })).body
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({ browser: 'Chrome', system: 'Windows', address: '203.0.113.*', current: true })
  expect(rows[1]).toMatchObject({ browser: '', system: '', current: false })
  expect(JSON.stringify(await api.db.query('SELECT * FROM sessions'))).not.toContain('203.0.113')
})

test('one session is ended by its id, and another account’s is not found', async () => {
  const other = await api.accounts.owner()
  const cookies = await logOn()
  const rows = (await api.inject('listOwnSessions', {}, { headers: { cookie: cookies } })).body.rows
  const first = rows.find(({ current }) => !current)!
  expect((await api.inject('endOwnSession', { params: { id: first.id }, body: { password: other.password } }, { as: other })).status).toBe(404)
  expect((await asked(owner.cookie)).status).toBe(200)
  expect((await api.inject('endOwnSession', { params: { id: first.id }, body: proven() }, { headers: { cookie: cookies } })).status).toBe(204)
  expect((await asked(owner.cookie)).status).toBe(401)
  expect((await api.inject('endOwnSession', { params: { id: first.id }, body: proven() }, { headers: { cookie: cookies } })).status).toBe(404)
})

test('without the right password no session ends and no device is forgotten; wrong ones count with those of the log-on and stand in the audit', async () => {
  const cookies = await logOn()
  const rows = (await api.inject('listOwnSessions', {}, { headers: { cookie: cookies } })).body.rows
  const [device] = await devicesOf(cookies)
  const as = { headers: { cookie: cookies } }
  const body = { password: 'not the password' }
  const refused = [
    await api.inject('endOwnSession', { params: { id: rows.find(({ current }) => !current)!.id }, body }, as), await api.inject('endOtherSessions', { body }, as), await api.inject('forgetOwnDevice', { params: { id: device!.id }, body }, as),
  ]
  expect(refused.map(({ status, problem }) => [status, problem.findings.map(({ path }) => path)])).toEqual([[422, ['password']], [422, ['password']], [422, ['password']]])
  expect([(await asked(owner.cookie)).status, (await devicesOf(cookies)).length]).toEqual([200, 1])
  for (let n = 0; n < 2; n++) await api.inject('endOtherSessions', { body }, as)
  expect((await api.inject('endOtherSessions', { body: proven() }, as)).problem).toMatchObject({ status: 429, retryAfter: expect.any(Number) })
  expect((await asked(owner.cookie)).status).toBe(200)
  const entries = await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'account.password-wrong' AND object_id = $1`, [owner.id])
  expect(entries).toEqual(Array.from({ length: 5 }, () => ({ detail: { act: 'sessions' } })))
})

test('all the others are ended at once, with the log-ons that wait for a code', async () => {
  const cookies = await logOn()
  const { userName, password } = owner
  const waiting = await api.inject('logOn', { body: { category: 'owner', userName, password, verification: await solvedVerification(api) } })
  expect((await api.inject('endOtherSessions', { body: proven() }, { headers: { cookie: cookies } })).status).toBe(204)
  expect((await asked(owner.cookie)).status).toBe(401)
  expect((await asked(cookies)).status).toBe(200)
  expect((await api.inject('getLogOnStep', {}, { headers: { cookie: waiting.cookies } })).status).toBe(401)
})

test('a log-on from a device that the account was never used on is told to inbox and mailbox; a known one and the very first are not', async () => {
  const device = named(await logOn({ 'user-agent': chrome }), 'icp-owner-device')
  await logOn({ 'user-agent': chrome, cookie: device })
  expect(await newDevices()).toEqual([])
  await logOn({ 'user-agent': wechat, 'x-forwarded-for': '198.51.100.9' })
  expect(await newDevices()).toHaveLength(1)
  const [notice] = (await api.inject('listNotices', {}, { as: owner })).body.rows
  expect(notice?.text.en).toMatch(/on a new device: WeChat · Android, network address 198\.51\.100\.\*/)
})

test('the devices of an account are listed, the one that asks first; a forgotten one is logged off, and its next log-on is told as from a new one', async () => {
  const phone = await logOn({ 'user-agent': wechat })
  api.clock.advance(60)
  const cookies = await logOn({ 'user-agent': chrome })
  const rows = await devicesOf(cookies)
  expect(rows).toMatchObject([{ browser: 'Chrome', system: 'Windows', current: true }, { browser: 'WeChat', system: 'Android', current: false }])
  expect((await devicesOf(phone))[0]).toMatchObject({ browser: 'WeChat', current: true })
  const told = (await newDevices()).length
  expect((await api.inject('forgetOwnDevice', { params: { id: rows[1]!.id }, body: proven() }, { headers: { cookie: cookies } })).status).toBe(204)
  expect((await asked(phone)).status).toBe(401)
  expect((await asked(cookies)).status).toBe(200)
  expect(await devicesOf(cookies)).toMatchObject([{ browser: 'Chrome' }])
  const [entry] = await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'account.sessions-end' AND object_id = $1`, [owner.id])
  expect(entry.detail).toEqual({ ended: 1, forgotten: 1 })
  await logOn({ 'user-agent': wechat, cookie: named(phone, 'icp-owner-device') })
  expect(await newDevices()).toHaveLength(told + 1)
})

test('a device of another account is answered like one that there is not', async () => {
  const other = await api.accounts.owner()
  const cookies = await logOn()
  const [mine] = await devicesOf(cookies)
  const answers = []
  for (const id of [mine!.id, randomUUID()]) answers.push(await api.inject('forgetOwnDevice', { params: { id }, body: { password: other.password } }, { as: other }))
  expect(answers.map(({ status }) => status)).toEqual([404, 404])
  expect(answers.map(({ problem }) => problem.code)).toEqual(['no-device', 'no-device'])
  expect(await devicesOf(cookies)).toHaveLength(1)
})

test('after a reset of the password a log-on from the device before is told as from a new one', async () => {
  const device = named(await logOn({ 'user-agent': chrome }), 'icp-owner-device')
  await logOn({ 'user-agent': chrome, cookie: device })
  expect(await newDevices()).toHaveLength(0)
  const { token } = await resetLinkOf(api, owner, await api.accounts.operator())
  const password = 'Juniper otter lantern'
  expect((await api.inject('setNewPassword', { body: { token, password } })).status).toBe(200)
  owner = { ...owner, password }
  await logOn({ 'user-agent': chrome, cookie: device })
  expect(await newDevices()).toHaveLength(1)
})

test('ending the others and changing the password forget every device but the one that acts', async () => {
  const elsewhere = await logOn({ 'user-agent': wechat })
  const cookies = await logOn({ 'user-agent': chrome })
  expect((await api.inject('endOtherSessions', { body: proven() }, { headers: { cookie: cookies } })).status).toBe(204)
  expect(await devicesOf(cookies)).toMatchObject([{ browser: 'Chrome', current: true }])
  await logOn({ 'user-agent': wechat, cookie: named(elsewhere, 'icp-owner-device') })
  expect(await devicesOf(cookies)).toHaveLength(2)
  const as = { ...owner, cookie: named(cookies, 'icp-owner') }
  const { code } = (await api.inject('sendStepUpCode', { body: { purpose: 'password' } }, { as })).body.onScreen!
  expect((await api.inject('changePassword', { body: { current: owner.password, password: 'quite another phrase', code } }, { as })).status).toBe(204)
  expect(await devicesOf(as.cookie)).toMatchObject([{ browser: 'Chrome', current: true }])
})

test('every try to log on is kept with its outcome, device and rough address, shown to its account alone, named by the audit, and changed by nobody', async () => {
  const { userName, password } = owner
  const headers = { 'user-agent': chrome, 'x-forwarded-for': '203.0.113.77' }
  const tried = async (name: string, word: string) => api.inject('logOn', { body: { category: 'owner', userName: name, password: word, verification: await solvedVerification(api) } }, { headers })
  await tried(userName, 'not the password')
  await tried('nobody-at-all', 'not the password')
  api.clock.advance(1)
  const first = await tried(userName, password)
  const code = first.body.onScreen!.code
  await api.inject('enterLogOnCode', { body: { code: code === '000000' ? '000001' : '000000' } }, { headers: { ...headers, cookie: first.cookies } })
  api.clock.advance(1)
  await api.inject('enterLogOnCode', { body: { code } }, { headers: { ...headers, cookie: first.cookies } })
  const { rows } = (await api.inject('listOwnLogOns', {}, { as: owner })).body
  expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'failed-code', 'failed-password'])
  for (const row of rows) expect(row).toMatchObject({ browser: 'Chrome', system: 'Windows', address: '203.0.113.*' })
  expect((await api.inject('listOwnLogOns', {}, { as: await api.accounts.owner() })).body.rows).toEqual([])
  const kept = await api.db.query('SELECT * FROM log_on_records')
  expect(JSON.stringify(kept)).not.toContain('203.0.113')
  expect(kept.filter((row: { account_id: string | null }) => row.account_id === null)).toHaveLength(1)
  const named = await api.db.query(`SELECT detail ->> 'record' AS id FROM audit_entries WHERE action IN ('account.log-on', 'account.log-on-code-wrong', 'log-on.failed') AND detail ->> 'record' = ANY($1)`, [rows.map(({ id }) => id)])
  expect(named).toHaveLength(3)
  for (const change of [`UPDATE log_on_records SET outcome = 'done'`, 'DELETE FROM log_on_records', 'TRUNCATE log_on_records']) {
    await expect(api.app.get(Transactions).write(null, (tx) => statement(tx, change))).rejects.toThrow(/permission denied/)
  }
})

test('on https cookies carry the prefix that ties them to the host; on plain http they cannot', () => {
  const secure = new Cookies(Config.from({ DATABASE_URL: 'postgres://x:y@z/w', NODE_ENV: 'production', PORTAL_OWNER_URL: 'https://beian.example.cn', PORTAL_PROVIDER_URL: 'https://p.example.cn' }))
  expect([secure.session('owner'), secure.attempt('owner'), secure.registration(), secure.device('provider')]).toEqual([
    '__Host-icp-owner', '__Host-icp-owner-log-on', '__Host-icp-registration', '__Host-icp-provider-device',
  ])
  expect(secure.options('owner')).toEqual({ path: '/', httpOnly: true, sameSite: 'strict', secure: true })
  expect(secure.session('administration')).toBe('icp-administration')
  expect(secure.options('administration')).toEqual({ path: '/api', httpOnly: true, sameSite: 'strict', secure: false })
})
