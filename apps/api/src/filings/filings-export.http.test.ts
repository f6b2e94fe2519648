import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { li } from '../testing/filing-samples.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let journey: Journey
let approved: Journey

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
  journey = await journeys.finished([provider])
  approved = await journeys.approved([provider])
  await journeys.finished([await journeys.provider()])
})
afterAll(() => api.close())

const exported = (as: Journey['owner'], query: object = {}) => api.inject('exportFilings', { query: { language: 'zh', ...query } as never }, { as })

test('a provider exports the filings that name it, filtered as its list is, and nothing personal is in the file', async () => {
  const { body } = await exported(provider.staff)
  expect([body.rows, body.cut]).toEqual([2, false])
  const view = await journeys.see(approved.id, provider.staff)
  for (const text of [view.reference!, view.subjectName, view.result!.subjectNumber, '已通过', '首次备案']) expect(body.csv).toContain(text)
  for (const clear of [li.mobile, li.certificateNumber, li.email, li.name]) expect(body.csv).not.toContain(clear)
  expect((await exported(provider.staff, { status: 'approved' })).body.rows).toBe(1)
  expect((await exported(provider.staff, { q: 'nothing-like-it' })).body.rows).toBe(0)
  expect((await exported(provider.staff, { language: 'en' })).body.csv).toContain('"Submission number"')
})

test('an export stands in the audit with every filing that it held', async () => {
  const before = await api.count('audit_entries')
  await exported(journey.reviewer)
  expect(await api.count('audit_entries')).toBe(before + 1)
  const [{ detail }] = await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'filing.export' AND object_id = $1`, [journey.reviewer.id])
  expect(detail.objects).toContain(`filing:${journey.id}`)
})

test('an owner has no such export, and an administration sees its own province alone', async () => {
  expect((await exported(journey.owner)).status).toBe(403)
  expect((await exported(await api.accounts.reviewer('310000'))).body.rows).toBe(0)
})
