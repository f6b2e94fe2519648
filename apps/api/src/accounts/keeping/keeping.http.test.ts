import { randomUUID } from 'node:crypto'
import { type AccountRole, AdministratorRole, shanghaiDay } from '@icp/domain'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { codeOf } from '../../testing/authenticator.js'
import { newestTo } from '../../testing/recovery.js'
import { invite, join, newProvider, somebody, tokenOf } from '../../testing/staff.js'
import { solvedVerification } from '../../testing/verification.js'

let api: TestApp
let security: TestAccount
let operator: TestAccount
let audit: TestAccount

beforeAll(async () => {
  api = await startTestApp()
  security = await api.accounts.securityAdministrator()
  operator = await api.accounts.operator()
  audit = await api.accounts.auditAdministrator()
})
afterAll(() => api.close())

const reason = '离职'
const clerkOf = async () => api.accounts.provider(await newProvider(api))
const disable = (id: string) => api.inject('disableAccount', { params: { id }, body: { reason } }, { as: security })
const isIn = async (who: TestAccount) => (await api.inject('getMe', {}, { as: who })).status === 200
const waiting = async () => (await api.inject('listAccountRequests', { query: { state: 'waiting' } }, { as: operator })).body.rows[0]
const waitingAbout = async ({ id }: { readonly id: string }) => (await api.inject('listAccountRequests', { query: { state: 'waiting' } }, { as: operator })).body.rows.find(({ accountId }) => accountId === id)!
const decide = (as: TestAccount, id: string, agree = true) => api.inject('decideAccountRequest', { params: { id }, body: { agree } }, { as })
const roleOf = async (id: string): Promise<AccountRole> => (await api.db.query('SELECT role FROM accounts WHERE id = $1', [id]))[0].role

test('who is disabled during a session is out with the next request, cannot log on, and is told by mail; enabled again, they can', async () => {
  const clerk = await clerkOf()
  expect(await isIn(clerk)).toBe(true)
  const { account } = (await disable(clerk.id)).body
  expect(account).toMatchObject({ state: 'disabled', sessions: 0, acts: [{ act: 'disable', by: security.userName, reason }] })
  expect(await isIn(clerk)).toBe(false)
  const body = { category: 'provider' as const, userName: clerk.userName, password: clerk.password, verification: await solvedVerification(api) }
  expect((await api.inject('logOn', { body })).problem.code).toBe('log-on-failed')
  const [mail] = (await api.inject('listMessages', { body: { recipient: clerk.email } }, { as: operator })).body.rows
  expect(mail?.subject).toContain('您的账号已停用')
  expect(await newestTo(api, clerk.email, operator)).toContain(`自 ${shanghaiDay(account.emptiedFrom!)} 起清除`)
  const enabled = (await api.inject('enableAccount', { params: { id: clerk.id }, body: { reason: '误停' } }, { as: security })).body
  expect(enabled).toMatchObject({ waitsForSecondPerson: false, account: { state: 'active' } })
  expect(await isIn(clerk)).toBe(false)
})

test('who lost phone or mail to another working account while disabled is not enabled until that one is disabled', async () => {
  const [clerk, other] = [await clerkOf(), await clerkOf()]
  await disable(clerk.id)
  await api.db.query('UPDATE accounts SET mobile_index = (SELECT mobile_index FROM accounts WHERE id = $1) WHERE id = $2', [clerk.id, other.id])
  const enable = () => api.inject('enableAccount', { params: { id: clerk.id }, body: { reason: '复岗' } }, { as: security })
  expect((await enable()).problem).toMatchObject({ status: 409, code: 'another-role' })
  await disable(other.id)
  expect((await enable()).status).toBe(200)
})

test('whose sessions a security administrator ends is out with the next request, and a new session of theirs is good', async () => {
  const clerk = await clerkOf()
  const again = await api.accounts.logOnAgain(clerk)
  expect((await api.inject('endAccountSessions', { params: { id: clerk.id } }, { as: security })).body).toMatchObject({ account: { state: 'active', sessions: 0, acts: [{ act: 'end-sessions', by: security.userName }] } })
  expect([await isIn(clerk), await isIn(again), await isIn(await api.accounts.logOnAgain(clerk))]).toEqual([false, false, true])
})

test('a session of a disabled account is none, even if there were a row of it', async () => {
  const clerk = await clerkOf()
  await disable(clerk.id)
  await api.db.query(`INSERT INTO sessions (token, account_id, started_at, seen_at) SELECT encode(sha256($2::bytea), 'hex'), $1, now(), now()`, [clerk.id, 'revived'])
  expect((await api.inject('getMe', {}, { headers: { cookie: 'icp-provider=revived', 'x-icp-portal': 'provider' } })).status).toBe(401)
})

test('disabling asks for a reason, works once, and never on oneself or on nobody', async () => {
  const clerk = await clerkOf()
  const blank = await api.inject('disableAccount', { params: { id: clerk.id }, body: { reason: '  ' } }, { as: security })
  expect(blank.problem.findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['R-20 reason'])
  expect((await disable(clerk.id)).status).toBe(200)
  expect((await disable(clerk.id)).problem.code).toBe('already-so')
  expect((await disable(security.id)).problem).toMatchObject({ status: 403, code: 'own-account' })
  expect((await disable(randomUUID())).status).toBe(404)
})

test('every pair of administrator roles: a change needs another administrator, replaces the role, and ends the session', async () => {
  const pairs = AdministratorRole.options.flatMap((from) => AdministratorRole.options.filter((to) => to !== from).map((to) => [from, to] as const))
  expect(pairs).toHaveLength(6)
  for (const [from, to] of pairs) {
    const who = await api.accounts.logOnAs({ role: from })
    const change = { role: to, providerId: null, province: null, reason: '轮岗' }
    const asked = await api.inject('requestRoleChange', { params: { id: who.id }, body: change }, { as: security })
    expect(asked.body).toMatchObject({ waitsForSecondPerson: true, account: { role: from, waiting: ['change-role'] } })
    const { id } = (await waiting())!
    expect([(await decide(security, id)).problem.code, (await decide(who, id)).problem.code]).toEqual(['same-person', 'own-account'])
    expect(await roleOf(who.id)).toBe(from)
    expect((await decide(audit, id)).body.request).toMatchObject({ state: 'agreed', decidedBy: audit.userName })
    expect([await roleOf(who.id), await isIn(who)]).toEqual([to, false])
    // Holding both is impossible: whoever is one administrator is not invited to be another.
    const second = await somebody(api, { role: from, mobile: who.mobile })
    expect((await api.inject('inviteStaff', { body: second }, { as: security })).problem.findings.map(({ rule }) => rule)).toEqual(['R-18'])
    await disable(who.id)
  }
})

test('what one administrator may do, the other two may not: no operation is open to two of them but the countersigning', async () => {
  const target = await clerkOf()
  const acts = [
    ['security-administrator', () => ['listAccounts', {}] as const], ['security-administrator', () => ['getAccount', { params: { id: target.id } }] as const],
    ['security-administrator', () => ['endAccountSessions', { params: { id: target.id } }] as const], ['security-administrator', () => ['listInvitations', {}] as const],
    ['operator', () => ['getSwitches', {}] as const], ['operator', () => ['listMessages', { body: {} }] as const],
  ] as const
  for (const [role, call] of acts) {
    const [operation, input] = call()
    for (const as of [security, operator, audit]) {
      expect((await api.inject(operation, input as never, { as })).status).toBe(as.role === role ? 200 : 403)
    }
  }
})

test('an administrator is invited by two people: the link is made when the second agrees, and goes to nobody when they decline', async () => {
  const first = (await api.inject('inviteStaff', { body: await somebody(api, { role: 'audit-administrator' }) }, { as: security })).body
  expect(first).toMatchObject({ invitation: { state: 'waiting' }, onScreen: null })
  expect((await api.inject('resendInvitation', { params: { id: first.invitation.id } }, { as: security })).problem.code).toBe('waits-for-second-person')
  const agreed = (await decide(operator, (await waiting())!.id)).body
  const joined = await join(api, tokenOf(agreed.onScreen?.link))
  expect(await api.db.query('SELECT role FROM accounts WHERE user_name = $1', [joined.userName])).toEqual([{ role: 'audit-administrator' }])
  const second = (await api.inject('inviteStaff', { body: await somebody(api, { role: 'operator' }) }, { as: security })).body
  expect((await decide(audit, (await waiting())!.id, false)).body).toMatchObject({ request: { state: 'declined' }, onScreen: null })
  const { rows } = (await api.inject('listInvitations', {}, { as: security })).body
  expect(rows.find(({ id }) => id === second.invitation.id)?.state).toBe('revoked')
})

test('an invitation that is taken back withdraws the request for it: it shows so, is found so, and nobody decides it any more', async () => {
  const { id } = (await api.inject('inviteStaff', { body: await somebody(api, { role: 'audit-administrator', reason: '提错了人' }) }, { as: security })).body.invitation
  const asked = (await waiting())!
  expect((await api.inject('revokeInvitation', { params: { id } }, { as: security })).body.state).toBe('revoked')
  const found = async (state: 'waiting' | 'withdrawn') => (await api.inject('listAccountRequests', { query: { state } }, { as: operator })).body.rows.find((row) => row.id === asked.id)
  expect(await found('waiting')).toBeUndefined()
  expect(await found('withdrawn')).toMatchObject({ state: 'withdrawn', mayDecide: false })
  for (const agree of [true, false]) {
    const refused = await decide(operator, asked.id, agree)
    expect([refused.status, refused.problem.code]).toEqual([409, 'request-withdrawn'])
  }
  expect(await found('withdrawn')).toMatchObject({ decidedBy: null })
})

test('a request is decided once, also by two administrators at the same moment, and not after seven days', async () => {
  const who = await api.accounts.operator()
  const ask = () => api.inject('requestRoleChange', { params: { id: who.id }, body: { role: 'audit-administrator', providerId: null, province: null, reason: '轮岗' } }, { as: security })
  await ask()
  expect((await ask()).problem.code).toBe('already-asked')
  const { id } = (await waiting())!
  const statuses = (await Promise.all([decide(operator, id), decide(audit, id, false), decide(operator, id), decide(audit, id)])).map(({ status }) => status)
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409])
  await disable(who.id)
  const late = await api.accounts.operator()
  await api.inject('resetAuthenticator', { params: { id: late.id }, body: { reason } }, { as: security })
  const request = (await waiting())!
  expect(request).toMatchObject({ kind: 'reset-authenticator', mayDecide: true })
  await api.db.query(`UPDATE account_requests SET expires_at = asked_at WHERE id = $1`, [request.id])
  expect((await decide(operator, request.id)).problem.code).toBe('request-expired')
})

test('the database itself refuses a countersignature by whoever asked', async () => {
  const who = await api.accounts.auditAdministrator()
  await api.inject('resetAuthenticator', { params: { id: who.id }, body: { reason } }, { as: security })
  const [{ id }] = await api.db.query(`SELECT id FROM account_requests WHERE account_id = $1`, [who.id])
  for (const decider of [security.id, who.id]) {
    await expect(api.db.query(`UPDATE account_requests SET state = 'agreed', decided_by = $2, decided_at = now() WHERE id = $1`, [id, decider])).rejects.toThrow('account_requests_two_people')
  }
  await decide(operator, id, false)
})

test('a lost authenticator is reset by the security administrator; the link asks for the password, and five wrong ones end it', async () => {
  const { token, id: invitationId } = await invite(api, security)
  const clerk = await join(api, token)
  const [{ account_id: id }] = await api.db.query('SELECT account_id FROM invitations WHERE id = $1', [invitationId])
  const reset = async () => tokenOf((await api.inject('resetAuthenticator', { params: { id }, body: { reason: '手机丢失' } }, { as: security })).body.onScreen?.link)
  const link = await reset()
  const { authenticator: { secret }, userName, purpose } = (await api.inject('openInvitation', { body: { token: link } })).body
  expect([purpose, userName]).toEqual(['authenticator', clerk.userName])
  const answer = (password: string) => api.inject('acceptInvitation', { body: { token: link, userName: '', password, code: codeOf(secret, api.clock.now()) } })
  for (let n = 4; n >= 1; n--) expect((await answer('not the password')).problem.findings[0]?.text.en).toContain(`${n} more tries`)
  expect((await answer('not the password')).status).toBe(404)
  expect((await answer(clerk.password)).status).toBe(404)
  const renewed = await join(api, await reset(), { password: clerk.password })
  expect(renewed.userName).toBe(clerk.userName)
  expect(renewed.secret).not.toBe(clerk.secret)
  api.clock.advance(60)
  const { cookies } = await api.inject('logOn', { body: { category: 'provider', userName: clerk.userName, password: clerk.password, verification: await solvedVerification(api) } }, { headers: { 'x-icp-portal': 'provider' } })
  const enter = (code: string) => api.inject('enterLogOnCode', { body: { code } }, { headers: { cookie: cookies, 'x-icp-portal': 'provider' } })
  expect((await enter(codeOf(clerk.secret, api.clock.now()))).status).toBe(422)
  expect((await enter(clerk.recoveryCodes[0] ?? '')).status).toBe(422)
  expect((await enter(codeOf(renewed.secret, api.clock.now()))).status).toBe(200)
})

test('a wait after wrong passwords is shown and cleared', async () => {
  const clerk = await clerkOf()
  for (let n = 0; n < 5; n++) {
    await api.inject('logOn', { body: { category: 'provider', userName: clerk.userName, password: 'wrong', verification: await solvedVerification(api) } })
  }
  const get = async () => (await api.inject('getAccount', { params: { id: clerk.id } }, { as: security })).body.waitUntil
  expect(await get()).not.toBeNull()
  expect((await api.inject('clearLogOnStop', { params: { id: clerk.id } }, { as: security })).body.account.waitUntil).toBeNull()
})

test('accounts are found by name, role, state and organisation', async () => {
  const clerk = await clerkOf()
  const [{ provider_id: providerId }] = await api.db.query('SELECT provider_id FROM accounts WHERE id = $1', [clerk.id])
  const find = async (query: object) => (await api.inject('listAccounts', { query }, { as: security })).body.rows.map(({ id }) => id)
  expect(await find({ providerId })).toEqual([clerk.id])
  expect(await find({ q: clerk.userName, role: 'provider', state: 'active' })).toEqual([clerk.id])
  expect(await find({ q: clerk.userName, role: 'reviewer' })).toEqual([])
  await disable(clerk.id)
  expect(await find({ providerId, state: 'active' })).toEqual([])
  const shown = await api.inject('getAccount', { params: { id: clerk.id } }, { as: security })
  expect(shown.text).not.toContain(clerk.mobile)
  expect(shown.text).not.toContain(clerk.email)
})

test('staff of a provider see their own team and no other', async () => {
  const [mine, other] = [await newProvider(api), await newProvider(api)]
  const me = await api.accounts.provider(mine)
  const colleague = await api.accounts.provider(mine)
  await api.accounts.provider(other)
  const { rows } = (await api.inject('listTeam', {}, { as: me })).body
  expect(rows.map(({ id }) => id).toSorted()).toEqual([me.id, colleague.id].toSorted())
  expect((await api.inject('listTeam', {}, { as: security })).status).toBe(403)
})

test('a reason is sealed in the database and stands in no audit entry', async () => {
  const clerk = await clerkOf()
  await api.inject('disableAccount', { params: { id: clerk.id }, body: { reason: '泄密标记甲乙丙' } }, { as: security })
  for (const table of ['account_acts', 'account_requests', 'audit_entries']) expect(JSON.stringify(await api.db.query(`SELECT * FROM ${table}`))).not.toContain('泄密标记')
})

test('what somebody asked for is agreed to only while they may still ask: not once they are disabled or moved; it can be declined and asked again by another', async () => {
  const gone: ((id: string) => Promise<unknown>)[] = [
    disable,
    async (id) => {
      await api.inject('requestRoleChange', { params: { id }, body: { role: 'operator', providerId: null, province: null, reason: '轮岗' } }, { as: security })
      expect((await decide(audit, (await waitingAbout({ id })).id)).status).toBe(200)
    },
  ]
  for (const goes of gone) {
    const asker = await api.accounts.securityAdministrator()
    const who = await api.accounts.auditAdministrator()
    const change = { params: { id: who.id }, body: { role: 'operator' as const, providerId: null, province: null, reason: '轮岗' } }
    await api.inject('requestRoleChange', change, { as: asker })
    const { id } = await waitingAbout(who)
    await goes(asker.id)
    expect((await decide(operator, id)).problem).toMatchObject({ status: 409, code: 'asker-gone' })
    expect(await roleOf(who.id)).toBe('audit-administrator')
    expect((await decide(operator, id, false)).body.request.state).toBe('declined')
    await api.inject('requestRoleChange', change, { as: security })
    expect((await decide(operator, (await waitingAbout(who)).id)).body.request.state).toBe('agreed')
  }
})

test('a link for a new authenticator ends with a change of the role: what one person may do for the old one, two have to for the new', async () => {
  const clerk = await clerkOf()
  const token = tokenOf((await api.inject('resetAuthenticator', { params: { id: clerk.id }, body: { reason } }, { as: security })).body.onScreen?.link)
  await api.inject('requestRoleChange', { params: { id: clerk.id }, body: { role: 'operator', providerId: null, province: null, reason: '轮岗' } }, { as: security })
  await decide(operator, (await waitingAbout(clerk)).id)
  expect(await roleOf(clerk.id)).toBe('operator')
  expect((await api.inject('openInvitation', { body: { token } })).problem.code).toBe('no-invitation')
  const [{ id }] = await api.db.query(`SELECT id FROM invitations WHERE account_id = $1 AND purpose = 'authenticator'`, [clerk.id])
  expect((await api.inject('resendInvitation', { params: { id } }, { as: security })).problem.code).toBe('invitation-over')
})
