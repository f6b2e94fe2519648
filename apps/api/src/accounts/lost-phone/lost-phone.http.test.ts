import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../../testing/filing-journey.js'
import { newestTo } from '../../testing/recovery.js'
import { settleQueue } from './phone-deadlines.js'

let api: TestApp
let owner: TestAccount
let operator: TestAccount
let provider: ProviderWithStaff
let stranger: ProviderWithStaff
let holder: TestAccount
let made = 0

beforeAll(async () => {
  api = await startTestApp()
  operator = await api.accounts.operator()
  const journeys = new FilingJourneys(api)
  provider = await journeys.provider()
  stranger = await journeys.provider()
  holder = (await journeys.approved([provider])).owner
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts')
  operator = await api.accounts.logOnAgain(operator)
  owner = await api.accounts.owner()
})

const newNumber = () => `1391235${String(++made).padStart(4, '0')}`
const start = (as: TestAccount, mobile: string, password = as.password) => api.inject('startPhoneRecovery', { body: { mobile, password } }, { as })
const confirm = (as: TestAccount, mobile: string, mailCode: string, phoneCode: string, idempotencyKey?: string) =>
  api.inject('confirmPhoneRecovery', { body: { mobile, mailCode, phoneCode } }, { as, ...(idempotencyKey ? { idempotencyKey } : {}) })
const waits = async (as: TestAccount) => (await api.inject('getPhoneRecovery', {}, { as })).body.recovery
const mobileOf = async (as: TestAccount) => (await api.inject('getOwnAccount', {}, { as })).body.mobile
const hours = (n: number) => api.clock.advance(n * 3600)
const tokenTo = async (to: string) => {
  const { rows } = (await api.inject('listMessages', { body: { recipient: to } }, { as: operator })).body
  return rows.map(({ text }) => /\/recover\/phone#([\w-]{43})/.exec(text)?.[1]).find(Boolean) ?? ''
}

/** Asked for and confirmed: the new phone waits. */
async function waiting(as: TestAccount, mobile = newNumber()): Promise<string> {
  api.clock.advance(60)
  const { mail, phone } = (await start(as, mobile)).body
  expect((await confirm(as, mobile, mail.onScreen!.code, phone.onScreen!.code)).status).toBe(200)
  return mobile
}

test('with the password, a code of the mailbox and one of the new phone it waits for 72 hours, then it is the phone, and every session ends', async () => {
  const mobile = newNumber()
  const { mail, phone } = (await start(owner, `+86 ${mobile}`)).body
  expect([mail.mobile, mail.email, phone.mobile, phone.email]).toEqual(['', expect.stringMatching(/^o\*+@/), expect.stringMatching(/^139\*{4}/), ''])
  const key = randomUUID()
  const confirmed = await confirm(owner, mobile, mail.onScreen!.code, phone.onScreen!.code, key)
  expect(confirmed.body).toEqual({ mobile: `139****${mobile.slice(-4)}`, startedAt: api.clock.now(), dueAt: new Date(Date.parse(api.clock.now()) + 72 * 3600_000).toISOString() })
  expect((await confirm(owner, mobile, mail.onScreen!.code, phone.onScreen!.code, key)).body).toEqual(confirmed.body)
  expect(await waits(owner)).toEqual(confirmed.body)
  for (const told of [owner.mobile, owner.email]) expect(await tokenTo(told)).not.toBe('')
  hours(71)
  await api.runJobs(settleQueue)
  const meanwhile = await api.accounts.logOnAgain(owner)
  expect(await mobileOf(meanwhile)).toMatch(/^138/)
  hours(1)
  await api.runJobs(settleQueue)
  expect((await api.inject('getMe', {}, { as: meanwhile })).status).toBe(401)
  const again = await api.accounts.logOnAgain(owner)
  expect(await mobileOf(again)).toBe(`139****${mobile.slice(-4)}`)
  expect(await waits(again)).toBeNull()
  operator = await api.accounts.logOnAgain(operator)
  for (const told of [owner.mobile, owner.email, mobile]) expect(await newestTo(api, told, operator)).toContain('已于')
  // Fresh as any new number: nothing that cannot be undone.
  expect((await api.inject('getOwnAccount', {}, { as: again })).body.heldUntil).toBe(new Date(Date.parse(api.clock.now()) + 72 * 3600_000).toISOString())
})

test('the link in the old phone or the mailbox stops it without a log-on, for good', async () => {
  const mobile = await waiting(owner)
  for (const to of [owner.mobile, owner.email]) {
    const token = await tokenTo(to)
    expect((await api.inject('lookAtPhoneStopLink', { body: { token } })).body.mobile).toBe(`139****${mobile.slice(-4)}`)
  }
  const token = await tokenTo(owner.mobile)
  const key = randomUUID()
  api.clock.advance(1)
  const stop = () => api.inject('stopPhoneByLink', { body: { token } }, { idempotencyKey: key })
  expect([(await stop()).status, (await stop()).status]).toEqual([204, 204])
  expect((await api.inject('stopPhoneByLink', { body: { token } })).problem.code).toBe('link-dead')
  expect((await api.inject('lookAtPhoneStopLink', { body: { token } })).status).toBe(404)
  expect(await newestTo(api, owner.mobile, operator)).toContain('停止')
  hours(73)
  await api.runJobs(settleQueue)
  expect(await mobileOf(await api.accounts.logOnAgain(owner))).toMatch(/^138/)
})

test('a link that nobody has is told nothing, and of many who stop at the same moment one does', async () => {
  expect((await api.inject('lookAtPhoneStopLink', { body: { token: 'x'.repeat(43) } })).problem.code).toBe('link-dead')
  await waiting(owner)
  const token = await tokenTo(owner.mobile)
  const answers = await Promise.all(Array.from({ length: 8 }, () => api.inject('stopPhoneByLink', { body: { token } })))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 404, 404, 404, 404, 404, 404, 404])
})

test('the owner stops it too, and so does a new password and a change of the phone with the old one', async () => {
  await waiting(owner)
  expect((await api.inject('stopPhoneRecovery', {}, { as: owner })).status).toBe(204)
  expect((await api.inject('stopPhoneRecovery', {}, { as: owner })).status).toBe(404)
  await waiting(owner)
  const code = (await api.inject('sendStepUpCode', { body: { purpose: 'password' } }, { as: owner })).body.onScreen?.code ?? ''
  expect((await api.inject('changePassword', { body: { current: owner.password, password: 'Juniper otter lantern', code } }, { as: owner })).status).toBe(204)
  expect(await waits(owner)).toBeNull()
  const other = await api.accounts.owner()
  await waiting(other)
  const { before, after } = (await api.inject('startContactChange', { body: { channel: 'mobile', value: newNumber(), password: other.password } }, { as: other })).body
  expect((await api.inject('completeContactChange', { body: { oldCode: before.onScreen!.code, newCode: after.onScreen!.code } }, { as: other })).status).toBe(204)
  expect(await waits(other)).toBeNull()
})

test('wrong codes, a wrong password, a taken number and a second request are refused where they are typed', async () => {
  const mobile = newNumber()
  expect((await start(owner, '12345')).problem.findings.map(({ path }) => path)).toEqual(['mobile'])
  expect((await start(owner, mobile, 'wrong')).problem.findings.map(({ path }) => path)).toEqual(['password'])
  const { mail, phone } = (await start(owner, mobile)).body
  const unlike = (code: string) => (code === '111111' ? '222222' : '111111')
  expect((await confirm(owner, mobile, unlike(mail.onScreen!.code), phone.onScreen!.code)).problem.findings.map(({ path }) => path)).toEqual(['mailCode'])
  // Codes that went to one number prove no other.
  expect((await confirm(owner, newNumber(), mail.onScreen!.code, phone.onScreen!.code)).problem.findings.map(({ path }) => path)).toEqual(['phoneCode'])
  const taken = await api.accounts.owner()
  api.clock.advance(60)
  const sent = (await start(owner, taken.mobile)).body
  expect((await confirm(owner, taken.mobile, sent.mail.onScreen!.code, sent.phone.onScreen!.code)).problem.findings).toEqual([expect.objectContaining({ rule: 'R-12', path: 'mobile' })])
  await waiting(owner)
  api.clock.advance(60)
  expect((await start(owner, newNumber())).problem.code).toBe('phone-recovery-waits')
})

test('a number that became another owner’s while it waited is not taken over', async () => {
  const mobile = await waiting(owner)
  await api.accounts.owner({ mobile })
  hours(72)
  await api.runJobs(settleQueue)
  const again = await api.accounts.logOnAgain(owner)
  expect([await waits(again), await mobileOf(again)]).toEqual([null, expect.stringMatching(/^138/)])
})

test('staff of the provider that serves the owner vouch by typing the number that the owner says; it works at once, and who vouched is written down and told', async () => {
  const clerk = await api.accounts.logOnAgain(provider.staff)
  const strangers = await api.accounts.logOnAgain(stranger.staff)
  holder = await api.accounts.logOnAgain(holder)
  await waiting(owner)
  const mobile = await waiting(holder)
  const list = async (as: TestAccount) => (await api.inject('listPhoneRecoveries', {}, { as })).body.rows
  const [row, ...more] = await list(clerk)
  expect(more).toEqual([])
  expect(row).toMatchObject({ mobile: `139****${mobile.slice(-4)}`, subjects: [{ number: expect.stringMatching(/^京ICP备/) }] })
  expect(await list(strangers)).toEqual([])
  const id = row?.id ?? ''
  const vouch = (as: TestAccount, typed: string) => api.inject('vouchForPhone', { params: { id }, body: { mobile: typed, way: 'in-person' } }, { as })
  expect((await vouch(strangers, mobile)).status).toBe(404)
  expect((await vouch(clerk, newNumber())).problem.findings.map(({ path }) => path)).toEqual(['mobile'])
  const answers = await Promise.all(Array.from({ length: 4 }, () => vouch(clerk, `+86 ${mobile}`)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 404, 404, 404])
  const again = await api.accounts.logOnAgain(holder)
  expect(await mobileOf(again)).toBe(`139****${mobile.slice(-4)}`)
  expect((await api.inject('getOwnAccount', {}, { as: again })).body.heldUntil).not.toBeNull()
  expect(await newestTo(api, holder.email, operator)).toContain(provider.name)
  const [entry] = await api.db.query(`SELECT actor, detail FROM audit_entries WHERE action = 'account.phone-recovered' AND object_id = $1`, [holder.id])
  expect(entry).toMatchObject({ actor: { role: 'provider', accountId: clerk.id }, detail: { provider: provider.id, way: 'in-person' } })
  expect(JSON.stringify(entry)).not.toContain(mobile)
})

test('after five wrong numbers nobody guesses on for a day', async () => {
  const clerk = await api.accounts.logOnAgain(provider.staff)
  holder = await api.accounts.logOnAgain(holder)
  const mobile = await waiting(holder)
  const id = (await api.inject('listPhoneRecoveries', {}, { as: clerk })).body.rows[0]?.id ?? ''
  const vouch = (typed: string) => api.inject('vouchForPhone', { params: { id }, body: { mobile: typed, way: 'video' } }, { as: clerk })
  for (let n = 0; n < 5; n++) expect((await vouch(newNumber())).status).toBe(422)
  expect((await vouch(mobile)).problem).toMatchObject({ status: 429, code: 'vouching-too-many', retryAfter: 24 * 3600 })
})
