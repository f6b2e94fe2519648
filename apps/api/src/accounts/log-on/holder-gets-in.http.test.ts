import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { solvedVerification } from '../../testing/verification.js'
import { Passwords } from '../passwords.js'

let api: TestApp
let owner: TestAccount
let security: TestAccount

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts; DELETE FROM log_on_failures')
  owner = await api.accounts.owner()
  security = await api.accounts.securityAdministrator()
})

const logOn = async (password: string, cookie = '') =>
  api.inject('logOn', { body: { category: 'owner', userName: owner.userName, password, verification: await solvedVerification(api) } }, { headers: cookie ? { cookie } : {} })

/** The cookie of a device on which the owner was logged on. */
async function ownDevice(): Promise<string> {
  const { body, cookies } = await logOn(owner.password)
  const entered = await api.inject('enterLogOnCode', { body: { code: body.onScreen!.code } }, { headers: { cookie: cookies } })
  return entered.cookies.split('; ').find((one) => one.startsWith('icp-owner-device='))!
}

/** A stranger has failed with the name until its next try waits for half a minute. */
async function strangerFails(): Promise<void> {
  for (let n = 0; n < 5; n++) await logOn('a guess')
  expect((await logOn(owner.password)).problem.code).toBe('log-on-wait')
}
const endOthers = (password = owner.password) => api.inject('endOtherSessions', { body: { password } }, { as: owner })

test('while a stranger keeps a name waiting, its holder logs on from a device of theirs, and a device of somebody else is no help', async () => {
  const device = await ownDevice()
  const holder = owner
  owner = await api.accounts.owner()
  const foreign = await ownDevice()
  owner = holder
  await strangerFails()
  expect((await logOn(owner.password, foreign)).problem.code).toBe('log-on-wait')
  expect((await logOn(owner.password, device)).status).toBe(200)
})

test('while a stranger keeps a name waiting, who is logged on still ends other sessions and changes what the password is asked for', async () => {
  await strangerFails()
  expect((await endOthers()).status).toBe(204)
})

test('a known device and a session wait for their own wrong passwords, which count to the hundred of the name', async () => {
  const device = await ownDevice()
  for (let n = 0; n < 4; n++) expect((await logOn('a guess', device)).problem.retryAfter).toBeUndefined()
  expect((await logOn('a guess', device)).problem).toMatchObject({ status: 401, retryAfter: 30 })
  expect((await logOn(owner.password, device)).problem.code).toBe('log-on-wait')
  for (let n = 0; n < 5; n++) expect((await endOthers('a guess')).problem.code).toBe('password-wrong')
  expect((await endOthers()).problem.code).toBe('log-on-wait')
  expect((await api.db.query('SELECT max(failures) AS most FROM log_on_failures'))[0].most).toBe(10)
  await api.db.query('UPDATE log_on_failures SET failures = 100 WHERE failures = 10')
  expect([(await logOn(owner.password, device)).problem.code, (await endOthers()).problem.code]).toEqual(['log-on-stopped', 'log-on-stopped'])
})

/** Does it in the moment between the comparison of a password and what follows from it. */
function afterComparing(act: () => Promise<unknown>): void {
  const passwords = api.app.get(Passwords, { strict: false })
  const matches = passwords.matches.bind(passwords)
  passwords.matches = async (...given) => {
    passwords.matches = matches
    const right = await matches(...given)
    await act()
    return right
  }
}

test('a log-on whose password was changed, or whose account was disabled, while it was compared leads nowhere', async () => {
  const { code } = (await api.inject('sendStepUpCode', { body: { purpose: 'password' } }, { as: owner })).body.onScreen!
  afterComparing(() => api.inject('changePassword', { body: { current: owner.password, password: 'quite another phrase', code } }, { as: owner }))
  expect((await logOn(owner.password)).problem).toMatchObject({ status: 401, code: 'log-on-failed' })
  afterComparing(() => api.inject('disableAccount', { params: { id: owner.id }, body: { reason: '账号被冒用' } }, { as: security }))
  expect((await logOn('quite another phrase')).problem).toMatchObject({ status: 401, code: 'log-on-failed' })
  expect(await api.db.query('SELECT 1 FROM log_on_attempts WHERE account_id = $1', [owner.id])).toEqual([])
})
