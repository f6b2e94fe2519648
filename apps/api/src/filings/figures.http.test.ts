import type { Attention, QueryOf } from '@icp/contract'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp({ logLevel: process.env['ICP_TEST_LOG'] ?? 'silent' })
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
})
afterAll(() => api.close())

const figures = async (as: TestAccount) => (await api.inject('getFigures', {}, { as })).body
const listed = async (as: TestAccount, query: QueryOf<'listFilings'>) => (await api.inject('listFilings', { query }, { as })).body
const everyAttention: readonly Attention[] = ['waiting', 'open-requests', 'due-soon', 'overdue']

const agreesWithLists = async (as: TestAccount) => {
  const counted = await figures(as)
  for (const attention of everyAttention) expect([attention, (await listed(as, { attention })).total]).toEqual([attention, counted.attention[attention]])
  for (const status of ['with-providers', 'returned', 'in-review', 'approved'] as const) {
    expect([status, (await listed(as, { status })).total]).toEqual([status, counted.statuses[status]])
  }
  return counted
}

test('every figure counts exactly what the list of the same filter shows', async () => {
  const fresh = await journeys.finished([provider])
  const { owner } = fresh
  const before = await journeys.see(fresh.id, owner)
  await api.inject('openCorrectionRequest', { params: { id: fresh.id }, body: { version: before.version, fields: ['subject.name'], reason: '更名' } }, { as: owner })
  await journeys.inReview([provider])
  await journeys.approved([provider])
  const counted = await agreesWithLists(provider.staff)
  expect(counted.statuses).toMatchObject({ 'with-providers': 1, 'in-review': 1, approved: 1 })
  expect(counted.attention).toMatchObject({ waiting: 1, 'open-requests': 1, overdue: 0 })
  expect(counted.ages).toEqual([])
  const reviewed = await agreesWithLists(fresh.reviewer)
  expect(reviewed.attention.waiting).toBe(1)
  expect(reviewed.ages[0]).toEqual({ from: 0, to: 5, filings: 1 })
})

test('another provider and another province count nothing of it', async () => {
  const other = await journeys.provider()
  expect((await figures(other.staff)).attention.waiting).toBe(0)
  expect((await figures(await api.accounts.reviewer('440000'))).statuses['in-review']).toBe(0)
})

test('open and closed, registrations and cancellations part the list', async () => {
  const all = (await listed(provider.staff, {})).total
  const parts = [await listed(provider.staff, { state: 'open' }), await listed(provider.staff, { state: 'closed' })]
  expect(parts.map(({ total }) => total)).toEqual([2, 1])
  expect((await listed(provider.staff, { form: 'registration' })).total).toBe(all)
  expect((await listed(provider.staff, { form: 'cancellation' })).total).toBe(0)
})

test('after its working days a filing counts as due soon, then as overdue, and is told apart as the clock shows it', async () => {
  for (const days of [22, 18]) {
    api.clock.advance(days * 86_400)
    const reviewer = await api.accounts.reviewer('110000')
    const counted = await agreesWithLists(reviewer)
    const rows = (await listed(reviewer, { status: 'in-review' })).rows
    expect(counted.attention.overdue).toBe(rows.filter((row) => row.due?.tone === 'overdue').length)
    expect(counted.attention['due-soon']).toBe(rows.filter((row) => row.due?.tone !== 'overdue' && (row.due?.left ?? 99) <= 5).length)
    expect(counted.ages.reduce((sum, age) => sum + age.filings, 0)).toBe(counted.statuses['in-review'])
  }
})
