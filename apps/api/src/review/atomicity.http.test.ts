import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { CertificatesApi } from '../certificates/certificates.api.js'
import { FilingHistory } from '../filings/filing-history.js'
import { NotificationsApi } from '../notifications/notifications.api.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
})
afterEach(() => {
  jest.restoreAllMocks()
})
afterAll(() => api.close())

const tables = [
  'filings', 'filing_revisions', 'filing_changes', 'filing_passes', 'verification_sheets', 'filing_events', 'correction_requests', 'corrections', 'confirmations', 'review_decisions', 'register_subjects',
  'register_services', 'register_accesses', 'number_counters', 'reference_counters', 'certificates', 'audit_entries', 'notices', 'outbox_messages',
  'idempotency_records', 'pgboss.job',
]

/** Every row of every table that a step writes, as one digest per table. */
const everything = async () => Object.fromEntries(await Promise.all(tables.map(async (table) => {
  const [{ digest }] = await api.db.query(`SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest FROM ${table} t`)
  return [table, digest]
})))

const broken = (): never => {
  throw new Error('the plug was pulled')
}

/** Fails after the real thing has been done, as a crash between two writes would. */
const failAfter = (target: object, method: string) => {
  const holder = target as Record<string, (...given: unknown[]) => Promise<unknown>>
  const real = holder[method]!.bind(target)
  jest.spyOn(holder, method).mockImplementation(async (...given) => {
    await real(...given)
    broken()
  })
}

test.each([
  ['the certificate', () => failAfter(api.app.get(CertificatesApi, { strict: false }), 'issue')],
  ['the notices', () => failAfter(api.app.get(NotificationsApi, { strict: false }), 'notice')],
  ['the history', () => failAfter(api.app.get(FilingHistory, { strict: false }), 'add')],
])('an approval that fails after %s leaves nothing written, and its number is given to the next one', async (_, fail) => {
  const journey = await journeys.inReview([provider])
  const version = await journeys.version(journey)
  const before = await everything()
  fail()
  const approve = () => api.inject('approveFiling', { params: { id: journey.id }, body: { version } }, { as: journey.reviewer })
  expect((await approve()).status).toBe(500)
  expect(await everything()).toEqual(before)
  jest.restoreAllMocks()
  const { body } = await approve()
  const [{ last }] = await api.db.query('SELECT last FROM number_counters')
  expect(body.subjectNumber).toBe(`京ICP备2026${String(last).padStart(6, '0')}号`)
  expect(await api.count('register_subjects')).toBe(last)
})

test.each([
  ['a finish', 'finishFiling'], ['a last pass', 'passFiling'],
] as const)('%s that fails on its way leaves nothing written', async (_, operation) => {
  const owner = await api.accounts.owner()
  const draft = await journeys.draft(owner, journeys.content([provider]))
  const params = { id: draft.id }
  const as = operation === 'finishFiling' ? owner : provider.staff
  if (operation === 'passFiling') await api.inject('finishFiling', { params, body: { version: draft.version } }, { as: owner })
  const { version } = await journeys.see(draft.id, owner)
  const body = { version, ...(operation === 'passFiling' ? { sheet: await journeys.sheet(draft.id, provider.staff) } : {}) }
  const before = await everything()
  failAfter(api.app.get(NotificationsApi, { strict: false }), 'notice')
  expect((await api.inject(operation, { params, body }, { as })).status).toBe(500)
  expect(await everything()).toEqual(before)
  jest.restoreAllMocks()
  expect((await api.inject(operation, { params, body }, { as })).status).toBe(200)
})
