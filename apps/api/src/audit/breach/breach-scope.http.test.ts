import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RegistrationContent } from '@icp/domain'
import { randomUUID } from 'node:crypto'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../../testing/filing-journey.js'
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

test('what a list showed shortly before the period counts as shown in it, since the same rows are not noted again so soon; what was opened then does not', async () => {
  const { id, staff: [staff] } = await journeys.finished([await journeys.provider()])
  await api.inject('listFilings', { query: {} }, { as: staff! })
  await api.inject('getFiling', { params: { id } }, { as: staff! })
  api.clock.advance(300)
  await api.inject('listFilings', { query: {} }, { as: staff! })
  const from = instant(-1)
  expect((await scopeOf(staff!, from)).get(`filing:${id}`)).toMatchObject({ reads: 1, actions: ['filing.list'], first: from, last: from })
  expect((await scopeOf(staff!, instant(301))).has(`filing:${id}`)).toBe(false)
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
  for (const object of [`filing:${id}`, `filing:${draft.id}`, `register-subject:${record!.id}`, `account:${owner.id}`]) {
    expect([object, scope.get(object)]).toEqual([object, expect.objectContaining({ reads: 0, acts: 0, actions: ['account.could-read'] })])
  }
  expect([...scope.keys()].filter((object) => object.includes((draft.content as RegistrationContent).subject.name))).toEqual([])
  const stranger = await api.accounts.owner()
  expect((await scopeOf(stranger)).has(`filing:${id}`)).toBe(false)
  expect((await api.inject('getBreachScope', { query: { account: randomUUID(), from: instant(-1), to: instant(1) } }, { as: await api.accounts.logOnAgain(auditor) })).status).toBe(404)
})
