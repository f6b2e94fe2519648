import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startTestApp, type TestApp } from '../../testing/app.js'
import type { TestAccount } from '../../testing/accounts.js'
import { Passwords } from '../passwords.js'

let api: TestApp
let mlps: TestApp

beforeAll(async () => {
  api = await startTestApp()
  mlps = await startTestApp({ env: { PASSWORD_PROFILE: 'mlps' } })
})
afterAll(async () => {
  await mlps.close()
  await api.close()
})

const judged = async (password: string, userName = 'zhang-san', on = api) =>
  (await on.inject('judgePassword', { body: { userName, password } })).body.findings.map(({ rule, path }) => `${rule} ${path}`)

test.each([
  ['short', ['R-03 password']], ['123qweasdzxc', ['R-04 password']], ['Sonyericsson', ['R-04 password']], ['Websolutions-2026!', ['R-04 password']],
  ['Elizabeth-19900307', ['R-04 password']], ['icpbeian202611', ['R-04 password']], ['my-Zhang-San-secret', ['R-05 password']],
  ['correct horse battery', []], ['websolutions-83920174', []], ['我家门前有两棵树一棵是枣树', []],
])('the form is told about "%s": %j', async (password, rules) => expect(await judged(password)).toEqual(rules))

test('judging a password keeps nothing of it', async () => {
  const before = [await api.count('audit_entries'), await api.count('idempotency_records')]
  await judged('Juniper otter lantern')
  expect([await api.count('audit_entries'), await api.count('idempotency_records')]).toEqual(before)
})

async function change(on: TestApp, as: TestAccount, password: string) {
  on.clock.advance(60)
  const code = (await on.inject('sendStepUpCode', { body: { purpose: 'password' } }, { as })).body.onScreen?.code ?? ''
  return on.inject('changePassword', { body: { current: as.password, password, code } }, { as })
}

test('a known password is refused where it is set, with the same finding', async () => {
  const refused = await change(api, await api.accounts.owner(), 'Websolutions-2026!')
  expect(refused.problem).toMatchObject({ status: 422, findings: [{ rule: 'R-04', path: 'password' }] })
})

test('all 256 characters of a password count, and one more is refused in words', async () => {
  const owner = await api.accounts.owner()
  const long = Array.from({ length: 256 }, (_, n) => String.fromCodePoint(0x4e00 + (n * 7) % 5000)).join('')
  expect((await change(api, owner, `${long}一`)).problem.findings.map(({ rule }) => rule)).toEqual(['R-03'])
  expect((await change(api, owner, long)).status).toBe(204)
  const [{ password: hashed }] = await api.db.query('SELECT password FROM accounts WHERE id = $1', [owner.id])
  const passwords = api.app.get(Passwords, { strict: false })
  expect(await passwords.matches(hashed, long)).toBe(true)
  expect(await passwords.matches(hashed, `${long.slice(0, -1)}${long.endsWith('一') ? '二' : '一'}`)).toBe(false)
})

test('case and blanks of a password count, at either end too', async () => {
  const owner = await api.accounts.owner()
  const chosen = ' Seven Herons at the Weir '
  expect((await change(api, owner, chosen)).status).toBe(204)
  const [{ password: hashed }] = await api.db.query('SELECT password FROM accounts WHERE id = $1', [owner.id])
  const passwords = api.app.get(Passwords, { strict: false })
  const outcomes = await Promise.all([chosen, chosen.toLowerCase(), chosen.trim(), chosen.replaceAll(' ', '')].map((typed) => passwords.matches(hashed, typed)))
  expect(outcomes).toEqual([true, false, false, false])
})

test('under nist no kinds of characters are asked for, and a password never grows too old', async () => {
  expect(await judged('correct horse battery')).toEqual([])
  const owner = await api.accounts.owner()
  api.clock.advance(1000 * 24 * 3600)
  const later = await api.accounts.logOnAgain(owner)
  expect((await api.inject('getMe', {}, { as: later })).body.passwordExpired).toBeUndefined()
})

test('under mlps three kinds of characters are asked for, as the pages know', async () => {
  expect((await mlps.inject('getSite')).body.passwordProfile).toBe('mlps')
  expect(await judged('correct horse battery', 'zhang-san', mlps)).toEqual(['R-19 password'])
  expect(await judged('Correct horse battery 7', 'zhang-san', mlps)).toEqual([])
})

test('under mlps a log-on with a password of 90 days leads to a new one and to nothing else', async () => {
  const owner = await mlps.accounts.owner()
  mlps.clock.advance(90 * 24 * 3600 - 600)
  const before = await mlps.accounts.logOnAgain(owner)
  mlps.clock.advance(1200)
  // Whoever came in time is not interrupted.
  expect((await mlps.inject('listOwnSessions', {}, { as: before })).status).toBe(200)
  const old = await mlps.accounts.logOnAgain(owner)
  expect((await mlps.inject('getMe', {}, { as: old })).body.passwordExpired).toBe(true)
  for (const refused of [await mlps.inject('listOwnSessions', {}, { as: old }), await mlps.inject('listFilings', { query: {} }, { as: old })]) {
    expect(refused.problem).toMatchObject({ status: 403, code: 'password-expired' })
  }
  expect((await change(mlps, old, 'correct horse battery')).problem.findings.map(({ rule }) => rule)).toEqual(['R-19'])
  expect((await change(mlps, old, 'Juniper otter lantern 7')).status).toBe(204)
  expect((await mlps.inject('getMe', {}, { as: old })).body.passwordExpired).toBeUndefined()
  expect((await mlps.inject('listOwnSessions', {}, { as: old })).status).toBe(200)
})
