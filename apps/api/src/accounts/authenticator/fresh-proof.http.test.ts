import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { safetyPeriods } from '@icp/domain'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { codeOf, wrongCodeOf } from '../../testing/authenticator.js'
import { addAuthenticator, newProvider } from '../../testing/staff.js'

let api: TestApp
let provider: string

beforeAll(async () => {
  api = await startTestApp()
  provider = await newProvider(api)
})
afterAll(() => api.close())
beforeEach(() => api.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts'))

const period = 60 * safetyPeriods.proofMinutes
const code = (secret: string) => codeOf(secret, api.clock.now())
const prove = (as: TestAccount, typed: string, idempotencyKey?: string) => api.inject('proveAuthenticator', { body: { code: typed } }, { as, ...(idempotencyKey ? { idempotencyKey } : {}) })
const refused = { status: 403, code: 'proof-needed', text: { zh: expect.stringContaining('15 分钟'), en: expect.stringContaining('15 minutes') } }

const exports: Readonly<Record<string, { readonly who: () => Promise<TestAccount>; readonly take: (as: TestAccount) => ReturnType<TestApp['inject']> }>> = {
  'a provider’s list': { who: () => api.accounts.provider(provider), take: (as) => api.inject('exportFilings', { query: { language: 'zh' } }, { as }) },
  'a reviewer’s list': { who: () => api.accounts.reviewer('330000'), take: (as) => api.inject('exportFilings', { query: { language: 'en' } }, { as }) },
  'the audit': { who: () => api.accounts.auditAdministrator(), take: (as) => api.inject('downloadAuditExport', {}, { as }) },
}

test.each(Object.keys(exports))('%s leaves as a file for a quarter of an hour after the log-on, and then after a new code', async (what) => {
  const { who, take } = exports[what]!
  const as = await who()
  const secret = await addAuthenticator(api, as)
  expect((await api.inject('getAuthenticatorProof', {}, { as })).body.onScreen).toBeNull()
  api.clock.advance(period - 1)
  expect((await take(as)).status).toBe(200)
  api.clock.advance(1)
  const before = (await api.db.query(`SELECT count(*)::int AS n FROM audit_entries WHERE action = 'filing.export'`))[0].n
  expect((await take(as)).problem).toMatchObject(refused)
  expect((await api.db.query(`SELECT count(*)::int AS n FROM audit_entries WHERE action = 'filing.export'`))[0].n).toBe(before)
  const cookie = as.cookie
  const until = new Date(Date.parse(api.clock.now()) + 1000 * period).toISOString()
  expect((await prove(as, code(secret))).body).toEqual({ until })
  expect(as.cookie).not.toBe(cookie)
  expect((await api.inject('getMe', {}, { headers: { cookie, 'x-icp-portal': as.portal } })).status).toBe(401)
  expect((await take(as)).status).toBe(200)
  expect((await api.inject('getAuthenticatorProof', {}, { as })).body.until).toBe(until)
})

const nobody = '00000000-0000-4000-8000-00000000dead'
const acts: Readonly<Record<string, { readonly who: () => Promise<TestAccount>; readonly act: (as: TestAccount) => ReturnType<TestApp['inject']> }>> = {
  'a cancellation by force': {
    who: () => api.accounts.reviewer('330000'),
    act: (as) => api.inject('cancelByForce', { params: { id: nobody }, body: { number: '浙ICP备2026000001号', typedNumber: '浙ICP备2026000001号', seen: '', reason: 'false-data', ground: '1', listSubject: false, listDomains: false } }, { as }),
  },
  'a clearing of many': { who: () => api.accounts.reviewer('330000'), act: (as) => api.inject('clearHollow', { body: { ids: [nobody] } }, { as }) },
  'a publication of rule data': { who: () => api.accounts.operator(), act: (as) => api.inject('publishRuleChange', { params: { id: nobody }, body: { version: 0 } }, { as }) },
}

test.each(Object.keys(acts))('whoever asks for %s is asked for a code again after a quarter of an hour', async (what) => {
  const { who, act } = acts[what]!
  const as = await who()
  const secret = await addAuthenticator(api, as)
  api.clock.advance(period - 1)
  expect((await act(as)).status).not.toBe(403)
  api.clock.advance(1)
  expect((await act(as)).problem).toMatchObject(refused)
  await prove(as, code(secret))
  expect((await act(as)).status).not.toBe(403)
})

test('a wrong code opens nothing and counts; a used one neither; another session of the account is not proven with it', async () => {
  const as = await api.accounts.provider(provider)
  const secret = await addAuthenticator(api, as)
  const other = await api.accounts.logOnAgain(as)
  api.clock.advance(period)
  const take = (who: TestAccount) => api.inject('exportFilings', { query: { language: 'zh' } }, { as: who })
  expect((await prove(as, wrongCodeOf(secret, api.clock.now()))).problem).toMatchObject({ status: 422, code: 'code-wrong', findings: [{ path: 'code' }] })
  expect((await take(as)).problem).toMatchObject(refused)
  const right = code(secret)
  expect((await prove(as, right)).status).toBe(200)
  expect((await take(as)).status).toBe(200)
  expect((await prove(other, right)).problem).toMatchObject({ status: 422, code: 'code-wrong' })
  expect((await take(other)).problem).toMatchObject(refused)
})

test('of eight entries of one code at the same moment one is a proof', async () => {
  const as = await api.accounts.provider(provider)
  const secret = await addAuthenticator(api, as)
  const sessions = await Promise.all(Array.from({ length: 8 }, () => api.accounts.logOnAgain(as)))
  api.clock.advance(period)
  const statuses = await Promise.all(sessions.map(async (one) => (await prove(one, code(secret))).status))
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
})
