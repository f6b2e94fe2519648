import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { keptSeconds } from '@icp/domain'
import { setTimeout as pause } from 'node:timers/promises'
import { actAs, house } from '../../platform/acting.js'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { ownerOf } from '../../testing/database.js'
import { newProvider } from '../../testing/staff.js'
import { retentionReach, RetentionService } from './retention.service.js'

let api: TestApp
let security: TestAccount
const period = keptSeconds('former-staff')
const reason = '离职'

beforeAll(async () => {
  api = await startTestApp()
  security = await api.accounts.securityAdministrator()
})
afterAll(() => api.close())

const run = (dry = false) => actAs(house(...retentionReach), () => api.app.get(RetentionService, { strict: false }).run({ dry }))
const emptied = async (dry = false) => (await run(dry)).find(({ table }) => table === 'accounts')!.rows
const disable = (id: string) => api.inject('disableAccount', { params: { id }, body: { reason } }, { as: security })
const enable = (id: string) => api.inject('enableAccount', { params: { id }, body: { reason: '复岗' } }, { as: security })
const shown = async (id: string) => (await api.inject('getAccount', { params: { id } }, { as: security })).body
const rowOf = async (id: string) => (await api.db.query('SELECT * FROM accounts WHERE id = $1', [id]))[0] as Record<string, unknown>
/** As if the account had been disabled so many seconds ago. */
const disabledFor = (id: string, seconds: number) =>
  ownerOf(api, (client) => client.query('UPDATE accounts SET disabled_at = $2 WHERE id = $1', [id, new Date(Date.parse(api.clock.now()) - seconds * 1000).toISOString()]))

test('of staff who stayed disabled for the period nothing says any more who they were: of a provider, an administration, and of each kind of administrator', async () => {
  const providerId = await newProvider(api)
  const people = [
    await api.accounts.provider(providerId), await api.accounts.logOnAs({ role: 'reviewer', province: '110000' }), await api.accounts.operator(),
    await api.accounts.securityAdministrator(), await api.accounts.auditAdministrator(),
  ]
  for (const { id } of people) {
    expect((await disable(id)).body.account).toMatchObject({ state: 'disabled', emptiedFrom: new Date(Date.parse(api.clock.now()) + period * 1000).toISOString() })
    await disabledFor(id, period - 60)
  }
  expect([await emptied(true), await emptied()]).toEqual([0, 0])
  for (const { id } of people) await disabledFor(id, period + 60)
  const before = await Promise.all(people.map(({ id }) => rowOf(id)))
  expect(await emptied(true)).toBe(people.length)
  expect(await Promise.all(people.map(({ id }) => rowOf(id)))).toEqual(before)
  expect(await emptied()).toBe(people.length)
  for (const [n, { id, role, userName, mobile, email }] of people.entries()) {
    const after = await rowOf(id)
    for (const column of ['user_name', 'user_name_key', 'name', 'password', 'mobile', 'mobile_index', 'email', 'email_index']) {
      expect([role, column, after[column]]).not.toEqual([role, column, before[n]![column]])
    }
    expect(after['disabled_at']).toEqual(before[n]!['disabled_at'])
    for (const table of ['authenticators', 'recovery_codes', 'sessions', 'known_devices', 'notices', 'recovery_requests', 'contact_changes']) {
      expect([table, await api.db.query(`SELECT 1 FROM ${table} WHERE account_id = $1`, [id])]).toEqual([table, []])
    }
    const account = await api.inject('getAccount', { params: { id } }, { as: security })
    expect(account.body).toMatchObject({ state: 'emptied', emptiedFrom: null, name: '', mobile: '', email: '', authenticatorSince: null, acts: [{ act: 'disable', by: security.userName }] })
    for (const secret of [userName, mobile, email]) expect(account.text).not.toContain(secret)
    expect(await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'account.empty' AND object_id = $1`, [id])).toEqual([{ detail: { rule: 'former-staff' } }])
  }
  expect(await emptied()).toBe(0)
  const listed = async (state: 'disabled' | 'closed' | 'emptied') => (await api.inject('listAccounts', { query: { state } }, { as: security })).body.rows.map(({ id }) => id).toSorted()
  expect([await listed('disabled'), await listed('closed'), await listed('emptied')]).toEqual([[], [], people.map(({ id }) => id).toSorted()])
  const colleague = await api.accounts.provider(providerId)
  const team = (await api.inject('listTeam', {}, { as: colleague })).body.rows
  expect(team.find(({ id }) => id === people[0]!.id)).toMatchObject({ name: '', state: 'emptied', emptiedFrom: null })
})

test('an emptied account is refused whatever is asked for it, also what was asked for before and is agreed to after; the database holds it closed', async () => {
  const who = await api.accounts.operator()
  const second = await api.accounts.auditAdministrator()
  await disable(who.id)
  expect((await enable(who.id)).body).toMatchObject({ waitsForSecondPerson: true })
  const request = (await api.inject('listAccountRequests', { query: { state: 'waiting' } }, { as: second })).body.rows.find(({ accountId }) => accountId === who.id)!
  await disabledFor(who.id, period + 60)
  expect(await emptied()).toBe(1)
  expect((await api.inject('decideAccountRequest', { params: { id: request.id }, body: { agree: true } }, { as: second })).problem).toMatchObject({ status: 409, code: 'request-overtaken' })
  const post = { role: 'operator' as const, providerId: null, province: null, reason }
  const refused = [
    await enable(who.id), await disable(who.id), await api.inject('requestRoleChange', { params: { id: who.id }, body: post }, { as: security }),
    await api.inject('resetAuthenticator', { params: { id: who.id }, body: { reason } }, { as: security }),
  ]
  expect(refused.map(({ problem }) => [problem.status, problem.code])).toEqual(refused.map(() => [409, 'account-emptied']))
  await expect(api.db.query('UPDATE accounts SET disabled_at = NULL WHERE id = $1', [who.id])).rejects.toThrow(/accounts_closed_stays_so/)
  await expect(api.db.query(`UPDATE accounts SET name = '某人' WHERE id = $1`, [who.id])).rejects.toThrow(/accounts_closed_stays_so/)
})

test('who is enabled within the period and disabled again has the whole period anew; an owner who is disabled is left alone', async () => {
  const [clerk, owner] = [await api.accounts.provider(await newProvider(api)), await api.accounts.owner()]
  for (const { id } of [clerk, owner]) await disable(id)
  await disabledFor(owner.id, 2 * period)
  await disabledFor(clerk.id, period - 60)
  expect((await enable(clerk.id)).body.account).toMatchObject({ state: 'active', emptiedFrom: null })
  await disable(clerk.id)
  await disabledFor(clerk.id, period - 60)
  expect(await emptied()).toBe(0)
  expect(await shown(owner.id)).toMatchObject({ state: 'disabled', emptiedFrom: null, name: expect.stringMatching(/./) })
})

test('of enabling and emptying at the same moment one happens, whole', async () => {
  for (let round = 0; round < 12; round++) {
    const clerk = await api.accounts.provider(await newProvider(api))
    await disable(clerk.id)
    await disabledFor(clerk.id, period + 60)
    const [found, enabled] = await Promise.all([emptied(), pause(8 * round).then(() => enable(clerk.id))])
    const { state, name } = await shown(clerk.id)
    expect([found, enabled.status, state, name === '']).toEqual(enabled.status === 200 ? [0, 200, 'active', false] : [1, 409, 'emptied', true])
  }
})
