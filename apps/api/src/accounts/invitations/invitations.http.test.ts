import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { codeOf, wrongCodeOf } from '../../testing/authenticator.js'
import { invite, join, newProvider, somebody, tokenOf } from '../../testing/staff.js'
import { FirstSetUpService } from './first-set-up.service.js'

let api: TestApp
let security: TestAccount

beforeAll(async () => {
  api = await startTestApp()
  security = await api.accounts.securityAdministrator()
})
afterAll(() => api.close())

const open = (token: string) => api.inject('openInvitation', { body: { token } })
const accept = (token: string, code: string, more: object = {}) =>
  api.inject('acceptInvitation', { body: { token, userName: 'some-clerk', password: 'Juniper otter lantern', code, ...more } })

test('an invited clerk of a provider chooses name and password, adds an authenticator and has an account; the link is used up', async () => {
  const { token, id } = await invite(api, security)
  const opened = (await open(token)).body
  expect(opened).toMatchObject({ purpose: 'join', role: 'provider', name: '新同事', mobile: expect.stringMatching(/^139\*+/), userName: null })
  expect(opened.authenticator.address).toContain(`secret=${opened.authenticator.secret}`)
  expect(opened.authenticator.qrCode).toMatch(/^<svg/)
  expect((await open(token)).body.authenticator.secret).toBe(opened.authenticator.secret)
  const { userName, recoveryCodes } = (await accept(token, codeOf(opened.authenticator.secret, api.clock.now()))).body
  expect([userName, recoveryCodes.length, new Set(recoveryCodes).size]).toEqual(['some-clerk', 10, 10])
  for (const refused of [await open(token), await accept(token, '000000')]) expect(refused.problem).toMatchObject({ status: 404, code: 'no-invitation' })
  expect((await api.inject('listInvitations', {}, { as: security })).body.rows.find((row) => row.id === id)).toMatchObject({ state: 'accepted', invitedBy: security.userName })
})

test('of thirty-two who use one link at the same moment exactly one gets an account', async () => {
  const { token } = await invite(api, security)
  const { secret } = (await open(token)).body.authenticator
  const code = codeOf(secret, api.clock.now())
  const before = await api.count('accounts')
  const answers = await Promise.all(Array.from({ length: 32 }, (_, n) => accept(token, code, { userName: `racer-${n}` })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status !== 200).every(({ status }) => status === 404 || status === 409)).toBe(true)
  expect(await api.count('accounts')).toBe(before + 1)
})

test('a link works for twenty-four hours, not after it was taken back, and not after a newer one was sent', async () => {
  const old = await invite(api, security)
  api.clock.advance(24 * 3600)
  expect((await open(old.token)).status).toBe(404)
  const again = (await api.inject('resendInvitation', { params: { id: old.id } }, { as: await renewed() })).body
  const token = tokenOf(again.onScreen?.link)
  expect(token).not.toBe(old.token)
  expect([(await open(old.token)).status, (await open(token)).status]).toEqual([404, 200])
  const revoked = await api.inject('revokeInvitation', { params: { id: old.id } }, { as: security })
  expect(revoked.body.state).toBe('revoked')
  expect((await open(token)).status).toBe(404)
  expect((await api.inject('resendInvitation', { params: { id: old.id } }, { as: security })).problem).toMatchObject({ status: 409, code: 'invitation-over' })
})

/** Sessions end too while the clock of the test runs on. */
const renewed = async () => (security = await api.accounts.securityAdministrator())

test('what is wrong is said at its field and makes no account: name, password, code', async () => {
  const { token } = await invite(api, security)
  const { secret } = (await open(token)).body.authenticator
  const before = await api.count('accounts')
  const { problem } = await accept(token, wrongCodeOf(secret, api.clock.now()), { userName: '1x', password: 'short' })
  expect(problem.findings.map(({ path }) => path)).toEqual(['userName', 'password', 'code'])
  const taken = await accept(token, codeOf(secret, api.clock.now()), { userName: security.userName.toUpperCase() })
  expect(taken.problem.findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['R-11 userName'])
  expect(await api.count('accounts')).toBe(before)
  expect((await accept(token, codeOf(secret, api.clock.now()), { userName: 'mended' })).status).toBe(200)
})

test('an invitation without a right person or place has a finding for each field', async () => {
  const wrong = { ...(await somebody(api)), name: '', mobile: '123', email: 'x', providerId: null }
  const { problem } = await api.inject('inviteStaff', { body: wrong }, { as: security })
  expect(problem.findings.map(({ path }) => path)).toEqual(['providerId', 'name', 'mobile', 'email'])
  const nowhere = await somebody(api, { providerId: '00000000-0000-4000-8000-00000000dead' })
  expect((await api.inject('inviteStaff', { body: nowhere }, { as: security })).problem.findings.map(({ path }) => path)).toEqual(['providerId'])
})

test('whoever is staff already is not invited to a second role', async () => {
  const person = await somebody(api)
  const { token } = await invite(api, security, person)
  await join(api, token)
  for (const same of [{ mobile: person.mobile }, { email: person.email.toUpperCase() }]) {
    const { problem } = await api.inject('inviteStaff', { body: await somebody(api, { role: 'reviewer', ...same }) }, { as: security })
    expect(problem.findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual([`R-18 ${Object.keys(same)[0]}`])
  }
})

test('only the security administrator invites, and a repeat with the same key sends one mail', async () => {
  const body = await somebody(api, { role: 'reviewer' })
  const others = [
    await api.accounts.owner(), await api.accounts.provider(await newProvider(api)), await api.accounts.reviewer('330000'), await api.accounts.operator(),
    await api.accounts.auditAdministrator(),
  ]
  for (const as of others) expect((await api.inject('inviteStaff', { body }, { as })).status).toBe(403)
  const mails = await api.count('outbox_messages')
  const idempotencyKey = '00000000-0000-4000-8000-0000000000aa'
  const [first, repeat] = [await api.inject('inviteStaff', { body }, { as: security, idempotencyKey }), await api.inject('inviteStaff', { body }, { as: security, idempotencyKey })]
  expect(repeat.text).toBe(first.text)
  expect(await api.count('outbox_messages')).toBe(mails + 1)
})

test('the link is in the mail and nowhere else: not in the tables, not in the operator’s outbox, not on the page once the SMS platform is on', async () => {
  const operator = await api.accounts.operator()
  const person = await somebody(api)
  const { token } = await invite(api, security, person)
  for (const table of ['invitations', 'outbox_messages', 'audit_entries', 'idempotency_records']) {
    expect(JSON.stringify(await api.db.query(`SELECT * FROM ${table}`))).not.toContain(token)
  }
  const [mail] = (await api.inject('listMessages', { body: { recipient: person.email } }, { as: operator })).body.rows
  expect(mail?.text).toContain('/invitation#…')
  expect(mail?.text).not.toContain(token)
  await api.db.query(`UPDATE switches SET value = 'on' WHERE name = 'sms-platform'`)
  expect((await api.inject('inviteStaff', { body: await somebody(api) }, { as: security })).body.onScreen).toBeNull()
  await api.db.query(`UPDATE switches SET value = 'off' WHERE name = 'sms-platform'`)
})

test('a system without a security administrator is set up once, by the link of its newest start', async () => {
  const fresh = await startTestApp()
  try {
    const setUp = fresh.app.get(FirstSetUpService, { strict: false })
    const earlier = tokenOf(await setUp.offer())
    const token = tokenOf(await setUp.offer())
    expect((await fresh.inject('openInvitation', { body: { token: earlier } })).status).toBe(404)
    const { authenticator: { secret }, purpose } = (await fresh.inject('openInvitation', { body: { token } })).body
    expect(purpose).toBe('set-up')
    const answer = { token, userName: 'first-keeper', password: 'Juniper otter lantern', code: codeOf(secret, fresh.clock.now()) }
    expect((await fresh.inject('acceptInvitation', { body: answer })).problem.findings.map(({ path }) => path)).toEqual(['name', 'mobile', 'email'])
    const person = { name: '首任安全员', mobile: '13900000001', email: 'first@example.org' }
    expect((await fresh.inject('acceptInvitation', { body: { ...answer, ...person } })).status).toBe(200)
    expect(await setUp.offer()).toBeUndefined()
    const rows = await fresh.db.query('SELECT role FROM accounts')
    expect(rows).toEqual([{ role: 'security-administrator' }])
  } finally {
    await fresh.close()
  }
})

test('who invited and is disabled, or keeps accounts no more, lets nobody in: links that were sent and invitations that wait end with it', async () => {
  const operator = await api.accounts.operator()
  const inviter = await api.accounts.securityAdministrator()
  const { token, id } = await invite(api, inviter)
  const waits = (await api.inject('inviteStaff', { body: await somebody(api, { role: 'operator' }) }, { as: inviter })).body.invitation.id
  const { token: other } = await invite(api, security)
  await api.inject('disableAccount', { params: { id: inviter.id }, body: { reason: '滥用权限' } }, { as: security })
  expect((await open(token)).problem.code).toBe('no-invitation')
  const rows = (await api.inject('listInvitations', {}, { as: security })).body.rows.filter((row) => row.id === id || row.id === waits)
  expect(rows.map(({ state }) => state)).toEqual(['revoked', 'revoked'])
  expect((await api.inject('listAccountRequests', { query: { state: 'withdrawn' } }, { as: operator })).body.rows.some(({ askedBy }) => askedBy === inviter.userName)).toBe(true)
  expect((await open(other)).status).toBe(200)
  const moved = await api.accounts.securityAdministrator()
  const sent = await invite(api, moved)
  await api.inject('requestRoleChange', { params: { id: moved.id }, body: { role: 'operator', providerId: null, province: null, reason: '轮岗' } }, { as: security })
  const request = (await api.inject('listAccountRequests', { query: { state: 'waiting' } }, { as: operator })).body.rows.find(({ accountId }) => accountId === moved.id)
  await api.inject('decideAccountRequest', { params: { id: request!.id }, body: { agree: true } }, { as: operator })
  expect((await open(sent.token)).problem.code).toBe('no-invitation')
})
