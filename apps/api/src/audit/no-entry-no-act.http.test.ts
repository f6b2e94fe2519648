import { findOperation, operationIds, type OperationId } from '@icp/contract'
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import fs from 'node:fs'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { AuditApi } from './audit.api.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
}, 60_000)
afterEach(() => {
  jest.restoreAllMocks()
})
afterAll(() => api.close())

const breakAudit = () => jest.spyOn(api.app.get(AuditApi), 'append').mockRejectedValue(new Error('the audit cannot be written'))
const rows = async () => (await api.db.query(
  `SELECT (SELECT md5(string_agg(f::text, '|' ORDER BY id)) FROM filings f) AS filings, (SELECT count(*) FROM filing_revisions) AS revisions,
          (SELECT count(*) FROM correction_requests) AS requests, (SELECT count(*) FROM certificates) AS certificates, (SELECT count(*) FROM outbox_messages) AS messages,
          (SELECT count(*) FROM idempotency_records) AS keys, (SELECT count(*) FROM audit_entries) AS entries`))[0]
const finding = { path: 'subject.name', reason: '名称与证件不符', suggestion: '' }

type Act = (journey: Journey, version: number) => Promise<{ status: number }>
const steps: readonly [OperationId, (given: readonly ProviderWithStaff[]) => Promise<Journey>, Act][] = [
  ['passFiling', (given) => journeys.finished(given), ({ id, staff }, version) => api.inject('passFiling', { params: { id }, body: { version } }, { as: staff[0]! })],
  ['openCorrectionRequest', (given) => journeys.finished(given), ({ id, owner }, version) =>
    api.inject('openCorrectionRequest', { params: { id }, body: { version, fields: ['subject.name'], reason: '名称有误' } }, { as: owner })],
  ['withdrawFiling', (given) => journeys.finished(given), ({ id, owner }, version) => api.inject('withdrawFiling', { params: { id }, body: { version } }, { as: owner })],
  ['returnFiling', (given) => journeys.inReview(given), ({ id, reviewer }, version) =>
    api.inject('returnFiling', { params: { id }, body: { version, opinion: '请更正', findings: [finding] } }, { as: reviewer })],
  ['refuseFiling', (given) => journeys.inReview(given), ({ id, reviewer }, version) =>
    api.inject('refuseFiling', { params: { id }, body: { version, reason: '不符合规定' } }, { as: reviewer })],
  ['approveFiling', (given) => journeys.inReview(given), ({ id, reviewer }, version) => api.inject('approveFiling', { params: { id }, body: { version } }, { as: reviewer })],
]

test.each(steps)('%s leaves its entry; while no entry can be written, nothing of it happens', async (_, begin, act) => {
  const journey = await begin([provider])
  const version = await journeys.version(journey)
  const before = await rows()
  breakAudit()
  expect((await act(journey, version)).status).toBe(500)
  expect(await rows()).toEqual(before)
  jest.restoreAllMocks()
  expect((await act(journey, version)).status).toBeLessThan(300)
  const [{ n }] = await api.db.query(`SELECT count(*) AS n FROM audit_entries WHERE filing_id = $1 AND action LIKE 'filing.%'`, [journey.id])
  expect(n).toBeGreaterThan(2)
  expect((await rows()).entries).toBeGreaterThan(before.entries)
}, 60_000)

test('a filing that staff open is an entry with the record and without its data; while none can be written, nothing is shown', async () => {
  const journey = await journeys.inReview([provider])
  const open = () => api.inject('getFiling', { params: { id: journey.id } }, { as: journey.reviewer })
  breakAudit()
  const blind = await open()
  expect(blind.status).toBe(500)
  expect(blind.text).not.toContain('李明')
  jest.restoreAllMocks()
  expect((await open()).status).toBe(200)
  await api.inject('getRevision', { params: { id: journey.id, number: 1 } }, { as: journey.staff[0]! })
  const entries = await api.db.query(`SELECT action, actor, detail FROM audit_entries WHERE object_type = 'account-reads' ORDER BY at, action`)
  expect(entries).toEqual([
    { action: 'filing.open', actor: { role: 'reviewer', accountId: journey.reviewer.id, province: '110000' }, detail: { objects: [`filing:${journey.id}`], revision: 1 } },
    {
      action: 'filing.open-revision', actor: { role: 'provider', accountId: provider.staff.id, providerId: provider.id },
      detail: { objects: [`filing:${journey.id}`], revision: 1 },
    },
  ])
}, 60_000)

test('whoever may not see a filing has not read it, and no entry says so', async () => {
  const journey = await journeys.finished([provider])
  const stranger = await api.accounts.reviewer('440000')
  const before = await api.count('audit_entries')
  expect((await api.inject('getFiling', { params: { id: journey.id } }, { as: stranger })).status).toBe(404)
  expect(await api.count('audit_entries')).toBe(before)
}, 60_000)

test('every changing operation without a key stands among those that write their entry themselves or in the decision that says why it needs none', () => {
  const decision = fs.readFileSync(new URL('../../../../docs/decisions/0027-no-entry-no-act.md', import.meta.url), 'utf8')
  const unexplained = operationIds.filter((id) => findOperation(id).method !== 'GET' && !findOperation(id).idempotent && !decision.includes(`\`${id}\``))
  expect(unexplained.toSorted()).toEqual(writeTheirEntry.toSorted())
})

/** Seen in the tests of log-on, invitations, sessions, looks at masked values and an owner’s own data. */
const writeTheirEntry: readonly OperationId[] = [
  'acceptInvitation', 'closeAccount', 'endOtherSessions', 'endOwnSession', 'enterLogOnCode', 'exportOwnData', 'logOff', 'logOn', 'resendLogOnCode', 'revealField',
]
