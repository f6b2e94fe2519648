import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { codeOf, wrongCodeOf } from '../../testing/authenticator.js'
import { newestTo } from '../../testing/recovery.js'
import { solvedVerification } from '../../testing/verification.js'

let api: TestApp
let owner: TestAccount

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts')
  owner = await api.accounts.owner()
})

const start = (as: TestAccount, password = as.password) => api.inject('startOwnAuthenticator', { body: { password } }, { as })
const add = (as: TestAccount, setup: string, code: string) => api.inject('addOwnAuthenticator', { body: { setup, code } }, { as })
const remove = (as: TestAccount, code: string, password = as.password) => api.inject('removeOwnAuthenticator', { body: { password, code } }, { as })
const since = async (as: TestAccount) => (await api.inject('getOwnAccount', {}, { as })).body.authenticatorSince
const logOn = async ({ userName, password }: TestAccount) =>
  api.inject('logOn', { body: { category: 'owner', userName, password, verification: await solvedVerification(api) } })

async function added(as: TestAccount) {
  const { setup, authenticator: { secret } } = (await start(as)).body
  const { recoveryCodes } = (await add(as, setup, codeOf(secret, api.clock.now()))).body
  api.clock.advance(60)
  return { secret, recoveryCodes }
}

test('an owner adds an authenticator with the password and its first code; the log-on asks for it and no message leaves; other sessions end', async () => {
  const elsewhere = await api.accounts.logOnAgain(owner)
  const cookie = owner.cookie
  expect(await since(owner)).toBeNull()
  const { secret, recoveryCodes } = await added(owner)
  expect(recoveryCodes).toHaveLength(10)
  expect(owner.cookie).not.toBe(cookie)
  for (const ended of [cookie, elsewhere.cookie]) expect((await api.inject('getMe', {}, { headers: { cookie: ended } })).status).toBe(401)
  expect(await since(owner)).not.toBeNull()
  const before = await api.count('outbox_messages')
  const step = await logOn(owner)
  expect(step.body).toMatchObject({ way: 'authenticator', mobile: '', email: '', onScreen: null })
  expect(await api.count('outbox_messages')).toBe(before)
  expect((await api.inject('enterLogOnCode', { body: { code: codeOf(secret, api.clock.now()) } }, { headers: { cookie: step.cookies } })).status).toBe(200)
  expect(await newestTo(api, owner.email, await api.accounts.operator())).toContain('绑定身份验证器')
})

test('nothing is added with a wrong password or code, in another session, too late, or a second time', async () => {
  expect((await start(owner, 'wrong')).problem.findings.map(({ path }) => path)).toEqual(['password'])
  const { setup, authenticator: { secret } } = (await start(owner)).body
  expect((await add(owner, setup, wrongCodeOf(secret, api.clock.now()))).problem.findings.map(({ path }) => path)).toEqual(['code'])
  expect((await add(await api.accounts.logOnAgain(owner), setup, codeOf(secret, api.clock.now()))).problem.code).toBe('setup-over')
  expect((await add(await api.accounts.owner(), setup, codeOf(secret, api.clock.now()))).problem.code).toBe('setup-over')
  expect((await add(owner, `${setup.slice(0, -2)}xx`, codeOf(secret, api.clock.now()))).problem.code).toBe('setup-over')
  expect(await since(owner)).toBeNull()
  const answers = await Promise.all(Array.from({ length: 4 }, () => add(owner, setup, codeOf(secret, api.clock.now()))))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await start(owner)).problem.code).toBe('authenticator-there')
  const late = await api.accounts.owner()
  const { setup: old, authenticator } = (await start(late)).body
  for (let minutes = 0; minutes < 31; minutes += 15.5) {
    api.clock.advance(15.5 * 60)
    await api.inject('getMe', {}, { as: late })
  }
  expect((await add(late, old, codeOf(authenticator.secret, api.clock.now()))).problem.code).toBe('setup-over')
})

test('it is removed with the password and a code or a recovery code; then codes go by message again', async () => {
  for (const by of ['code', 'recovery'] as const) {
    const account = await api.accounts.owner()
    const { secret, recoveryCodes } = await added(account)
    expect((await remove(account, wrongCodeOf(secret, api.clock.now()))).problem.findings.map(({ path }) => path)).toEqual(['code'])
    expect((await remove(account, codeOf(secret, api.clock.now()), 'wrong')).problem.findings.map(({ path }) => path)).toEqual(['password'])
    expect((await remove(account, by === 'code' ? codeOf(secret, api.clock.now()) : (recoveryCodes[0] ?? ''))).status).toBe(204)
    expect(await since(account)).toBeNull()
    expect((await logOn(account)).body.way).toBe('message')
  }
})

test('whoever has lost it with the recovery codes is put back to codes by message by the security administrator, with a reason', async () => {
  const security = await api.accounts.securityAdministrator()
  const reset = () => api.inject('resetAuthenticator', { params: { id: owner.id }, body: { reason: '验证器与恢复码均已丢失' } }, { as: security })
  expect((await reset()).problem.code).toBe('staff-only')
  await added(owner)
  const kept = (await reset()).body
  expect(kept).toMatchObject({ waitsForSecondPerson: false, onScreen: null, account: { authenticatorSince: null, sessions: 0 } })
  expect((await logOn(owner)).body.way).toBe('message')
})
