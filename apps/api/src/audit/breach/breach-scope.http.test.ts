import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RegistrationContent } from '@icp/domain'
import { randomUUID } from 'node:crypto'
import { Transactions } from '../../platform/transaction.service.js'
import { NotificationsApi } from '../../notifications/notifications.api.js'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../../testing/filing-journey.js'
import { invite } from '../../testing/staff.js'
import { solvedVerification } from '../../testing/verification.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let auditor: TestAccount

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
  auditor = await api.accounts.auditAdministrator()
})
afterAll(() => api.close())

const instant = (secondsFromNow: number) => new Date(Date.parse(api.clock.now()) + secondsFromNow * 1000).toISOString()
const scopeOf = async (account: TestAccount, from = instant(-60), to = instant(60)) =>
  new Map((await api.inject('getBreachScope', { query: { account: account.id, from, to } }, { as: await api.accounts.logOnAgain(auditor) })).body.rows.map((row) => [row.object, row]))

test('lists that name people are part of what an account has read', async () => {
  const { id, owner, reviewer } = await journeys.inReview([provider])
  for (const as of [provider.staff, reviewer]) {
    await api.inject('listFilings', { query: {} }, { as })
    expect((await scopeOf(as)).get(`filing:${id}`)?.actions).toContain('filing.list')
  }
  const security = await api.accounts.securityAdministrator()
  const { id: invitation } = await invite(api, security)
  await api.inject('listInvitations', { query: {} }, { as: security })
  await api.inject('listAccounts', { query: {} }, { as: security })
  await api.inject('getAccount', { params: { id: owner.id } }, { as: security })
  const kept = await scopeOf(security)
  expect(kept.get(`invitation:${invitation}`)?.actions).toContain('invitation.list')
  expect(kept.get(`account:${owner.id}`)?.actions).toEqual(['account.list', 'account.open'])
  const operator = await api.accounts.operator()
  await api.app.get(Transactions).write(null, (tx) => api.app.get(NotificationsApi, { strict: false }).message(tx, { channel: 'sms', to: '13800138000', text: 'x', personal: [] }))
  const { rows } = (await api.inject('listMessages', { body: {} }, { as: operator })).body
  expect((await scopeOf(operator)).get(`message:${rows[0]!.id}`)).toMatchObject({ reads: 1, actions: ['message.list'] })
})

test('a list that asks again by itself is noted once in ten minutes, and anew when it shows something else', async () => {
  const { staff, ...other } = await journeys.provider()
  await journeys.finished([{ staff, ...other }])
  const looks = async () => Number((await api.db.query(`SELECT count(*) AS n FROM audit_entries WHERE action = 'filing.list' AND actor ->> 'accountId' = $1`, [staff.id]))[0].n)
  const look = () => api.inject('listFilings', { query: {} }, { as: staff })
  const before = await looks()
  await look()
  await look()
  expect(await looks()).toBe(before + 1)
  await journeys.finished([{ staff, ...other }])
  await look()
  expect(await looks()).toBe(before + 2)
  api.clock.advance(601)
  await look()
  expect(await looks()).toBe(before + 3)
})

test('whoever held a session of an owner could read all that is the owner’s, whether or not anything was done with it', async () => {
  const { id, owner } = await journeys.approved([provider])
  api.clock.advance(24 * 3600)
  const quiet = await scopeOf(owner)
  expect(quiet.size).toBe(0)
  const body = { category: 'owner' as const, userName: owner.userName, password: owner.password, verification: await solvedVerification(api) }
  const first = await api.inject('logOn', { body })
  await api.inject('enterLogOnCode', { body: { code: first.body.onScreen!.code } }, { headers: { cookie: first.cookies } })
  const again = await api.accounts.logOnAgain(owner)
  const draft = await journeys.draft(again, journeys.content([provider]))
  const [record] = (await api.inject('listOwnRecords', {}, { as: again })).body.rows
  api.clock.advance(3600)
  // The session began before the period, and nothing was written in it.
  const scope = await scopeOf(again)
  for (const object of [`filing:${id}`, `filing:${draft.id}`, `register-subject:${record!.id}`]) {
    expect([object, scope.get(object)]).toEqual([object, expect.objectContaining({ reads: 0, acts: 0, actions: ['account.could-read'] })])
  }
  expect([...scope.keys()].filter((object) => object.includes((draft.content as RegistrationContent).subject.name))).toEqual([])
  const stranger = await api.accounts.owner()
  expect((await scopeOf(stranger)).has(`filing:${id}`)).toBe(false)
  expect((await api.inject('getBreachScope', { query: { account: randomUUID(), from: instant(-1), to: instant(1) } }, { as: await api.accounts.logOnAgain(auditor) })).status).toBe(404)
})
