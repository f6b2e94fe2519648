import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { newestTo, resetLinkOf } from '../testing/recovery.js'
import { settleQueue, stopQueue } from './lost-phone/phone-deadlines.js'

let api: TestApp
let owner: TestAccount
let operator: TestAccount
let security: TestAccount
let made = 0

beforeAll(async () => {
  api = await startTestApp()
  operator = await api.accounts.operator()
  security = await api.accounts.securityAdministrator()
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts')
  operator = await api.accounts.logOnAgain(operator)
  security = await api.accounts.logOnAgain(security)
  owner = await api.accounts.owner()
})

const newNumber = () => `1391236${String(++made).padStart(4, '0')}`

/** What stands open of the account, each begun as its owner, or somebody who has phone and mailbox, would. */
const resetLink = async () => {
  const { token } = await resetLinkOf(api, owner, operator)
  expect((await api.inject('lookAtResetLink', { body: { token } })).status).toBe(200)
  return token
}
const waitingPhone = async () => {
  api.clock.advance(61)
  const mobile = newNumber()
  const { mail, phone } = (await api.inject('startPhoneRecovery', { body: { mobile, password: owner.password } }, { as: owner })).body
  const body = { mobile, mailCode: mail.onScreen!.code, phoneCode: phone.onScreen!.code }
  expect((await api.inject('confirmPhoneRecovery', { body }, { as: owner })).status).toBe(200)
}

const changePassword = async () => {
  const { code } = (await api.inject('sendStepUpCode', { body: { purpose: 'password' } }, { as: owner })).body.onScreen!
  return (await api.inject('changePassword', { body: { current: owner.password, password: 'quite another phrase', code } }, { as: owner })).status
}
const changeContact = async (channel: 'mobile' | 'email') => {
  api.clock.advance(61)
  const value = channel === 'mobile' ? newNumber() : `moved-${++made}@example.com`
  const { before, after } = (await api.inject('startContactChange', { body: { channel, value, password: owner.password } }, { as: owner })).body
  return (await api.inject('completeContactChange', { body: { oldCode: before.onScreen!.code, newCode: after.onScreen!.code } }, { as: owner })).status
}
const keep = async (act: 'disableAccount' | 'enableAccount') => (await api.inject(act, { params: { id: owner.id }, body: { reason: '账号被冒用' } }, { as: security })).status
const disableAndEnable = async () => [await keep('disableAccount'), await keep('enableAccount')].join()

test.each([
  ['a new password', changePassword, 204], ['another phone', () => changeContact('mobile'), 204], ['another mailbox', () => changeContact('email'), 204],
  ['a disabled account', disableAndEnable, '200,200'],
])('a link that sets a new password works no longer after %s', async (_, act, done) => {
  const token = await resetLink()
  expect(await act()).toBe(done)
  expect((await api.inject('lookAtResetLink', { body: { token } })).problem).toMatchObject({ status: 404, code: 'link-dead' })
  expect((await api.inject('setNewPassword', { body: { token, password: 'a phrase of a stranger' } })).status).toBe(404)
})

test('a link that sets a new password works no longer once a new phone stands in place of a lost one', async () => {
  await waitingPhone()
  api.clock.advance(72 * 3600 - 60)
  operator = await api.accounts.logOnAgain(operator)
  const token = await resetLink()
  api.clock.advance(60)
  await api.runJobs(settleQueue)
  expect((await api.inject('setNewPassword', { body: { token, password: 'a phrase of a stranger' } })).status).toBe(404)
})

test('a new phone that waits is stopped when the account is disabled: enabled again, it has the phone it had, and both contacts heard of it', async () => {
  await waitingPhone()
  expect(await keep('disableAccount')).toBe(200)
  await api.runJobs(stopQueue)
  expect(await newestTo(api, owner.mobile, operator)).toContain('停止')
  api.clock.advance(72 * 3600)
  await api.runJobs(settleQueue)
  security = await api.accounts.logOnAgain(security)
  expect(await keep('enableAccount')).toBe(200)
  const again = await api.accounts.logOnAgain(owner)
  expect((await api.inject('getOwnAccount', {}, { as: again })).body.mobile).toBe(`138****${owner.mobile.slice(-4)}`)
  expect((await api.inject('getPhoneRecovery', {}, { as: again })).body.recovery).toBeNull()
})
