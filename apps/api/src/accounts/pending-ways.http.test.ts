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

/** Begins `act`, lets it come to the account's row, and has the account closed before it goes on. */
async function whileClosing<T>(act: () => Promise<T>): Promise<T> {
  let answer: Promise<T> | undefined
  await api.db.transaction(async (tx) => {
    await tx.query('SELECT pg_current_xact_id(), 1 FROM accounts WHERE id = $1 FOR UPDATE', [owner.id])
    answer = act()
    const waits = `SELECT 1 FROM pg_locks WHERE NOT granted AND transactionid = pg_current_xact_id()::xid`
    while ((await tx.query(waits)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    await tx.query(`UPDATE accounts SET name = '', disabled_at = now(), closed_at = now() WHERE id = $1`, [owner.id])
  })
  return answer as Promise<T>
}
const mobileKept = async () => (await api.db.query('SELECT mobile FROM accounts WHERE id = $1', [owner.id]))[0].mobile

test('a change of the phone that is confirmed while the account closes writes no number on it', async () => {
  const before = await mobileKept()
  const { before: old, after } = (await api.inject('startContactChange', { body: { channel: 'mobile', value: newNumber(), password: owner.password } }, { as: owner })).body
  const body = { oldCode: old.onScreen!.code, newCode: after.onScreen!.code }
  expect((await whileClosing(() => api.inject('completeContactChange', { body }, { as: owner }))).problem).toMatchObject({ status: 409, code: 'no-contact-change' })
  expect(await mobileKept()).toBe(before)
})

test('a new phone that is confirmed while the account closes does not wait on it', async () => {
  const mobile = newNumber()
  const { mail, phone } = (await api.inject('startPhoneRecovery', { body: { mobile, password: owner.password } }, { as: owner })).body
  const body = { mobile, mailCode: mail.onScreen!.code, phoneCode: phone.onScreen!.code }
  expect((await whileClosing(() => api.inject('confirmPhoneRecovery', { body }, { as: owner }))).problem.status).toBe(409)
  expect(await api.db.query('SELECT 1 FROM phone_recoveries WHERE account_id = $1', [owner.id])).toEqual([])
})
