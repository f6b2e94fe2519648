import { findOperation, operationIds } from '@icp/contract'
import type { Actor } from '@icp/domain'
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import fs from 'node:fs'
import pg from 'pg'
import { changedTables, digestTables } from '../drills/sweep/table-digests.js'
import { columnTypes } from '../platform/database.js'
import { accountActs } from '../testing/acts/account-acts.js'
import type { Acts, ActStage } from '../testing/acts/act.js'
import { filingActs } from '../testing/acts/filing-acts.js'
import { officeActs } from '../testing/acts/office-acts.js'
import { ownDataActs } from '../testing/acts/own-data-acts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import { AuditApi } from './audit.api.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let stage: ActStage
let database: pg.Client

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
  const { operator, securityAdministrator, auditAdministrator } = api.accounts
  stage = { api, journeys, provider, operator: await operator(), security: await securityAdministrator(), auditor: await auditAdministrator() }
  database = new pg.Client({ connectionString: api.databaseUrl, types: columnTypes })
  await database.connect()
})
afterEach(() => {
  jest.restoreAllMocks()
})
afterAll(async () => {
  await database.end()
  await api.close()
})

const breakAudit = () => jest.spyOn(api.app.get(AuditApi), 'append').mockRejectedValue(new Error('the audit cannot be written'))

/** Spent before the act itself, whatever becomes of it: a try, a verification code. */
const beside = ['one_time_codes', 'sliding_counts', 'spent_proofs']
const look = async () => new Map([...(await digestTables(database))].filter(([name]) => !beside.includes(name)))

const acts: Acts = { ...accountActs, ...filingActs, ...officeActs, ...ownDataActs }
const decision = fs.readFileSync(new URL('../../../../docs/decisions/0027-no-entry-no-act.md', import.meta.url), 'utf8')
const changing = operationIds.filter((id) => findOperation(id).method !== 'GET')
const needsEntry = changing.filter((id) => !decision.includes(`\`${id}\``))

interface Written {
  readonly action: string
  readonly actor: Actor
  readonly at: string
  readonly objectType: string
  readonly objectId: string
  /** Whether it stands in the transaction that kept the answer. */
  readonly together: boolean
}
const newest = async (): Promise<number> => (await database.query('SELECT coalesce(max(arrived), 0) AS n FROM audit_waiting')).rows[0].n
const writtenSince = async (arrived: number): Promise<Written[]> =>
  (await database.query<Written>(
    `SELECT action, actor, at, object_type AS "objectType", object_id AS "objectId", EXISTS (SELECT FROM idempotency_records k WHERE k.xmin = e.xmin) AS together
     FROM audit_waiting w JOIN audit_entries e USING (chain, position) WHERE w.arrived > $1`, [arrived])).rows

test('every changing operation has an act here, or its reason in the decision', () => {
  expect(needsEntry.filter((id) => !acts[id])).toEqual([])
})

test.each(needsEntry)('%s says in one transaction who did what when to what; while no entry can be written, nothing of it happens', async (id) => {
  await api.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts')
  const { as, send } = await acts[id]!(stage)
  const before = await look()
  const failing = breakAudit()
  expect((await send()).status).toBe(500)
  expect(failing).toHaveBeenCalled()
  expect(changedTables(before, await look())).toEqual([])
  jest.restoreAllMocks()
  const from = await newest()
  const answer = await send()
  expect([answer.status < 300, answer.text]).toEqual([true, answer.text])
  const written = await writtenSince(from)
  const entry = written.find(({ actor }) => !as || ('accountId' in actor && actor.accountId === as.id && actor.role === as.role))
  expect(entry).toMatchObject({ action: expect.stringMatching(/^[a-z-]+\.[a-z-]+$/), at: api.clock.now(), objectType: expect.stringMatching(/./), objectId: expect.stringMatching(/./) })
  if (findOperation(id).idempotent) expect(written.some(({ together }) => together)).toBe(true)
})

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
  await api.inject('getVerificationSheet', { params: { id: journey.id } }, { as: journey.reviewer })
  const entries = await api.db.query(`SELECT action, actor, detail FROM audit_entries WHERE object_type = 'account-reads' AND detail -> 'objects' ? $1 ORDER BY at, action`, [`filing:${journey.id}`])
  expect(entries).toEqual([
    { action: 'filing.open', actor: { role: 'reviewer', accountId: journey.reviewer.id, province: '110000' }, detail: { objects: [`filing:${journey.id}`], revision: 1 } },
    {
      action: 'filing.open-revision', actor: { role: 'provider', accountId: provider.staff.id, providerId: provider.id },
      detail: { objects: [`filing:${journey.id}`], revision: 1 },
    },
    { action: 'filing.open-sheet', actor: { role: 'reviewer', accountId: journey.reviewer.id, province: '110000' }, detail: { objects: [`filing:${journey.id}`], revision: 1 } },
  ])
})

test('whoever may not see a filing has not read it, and no entry says so', async () => {
  const journey = await journeys.finished([provider])
  const stranger = await api.accounts.reviewer('440000')
  const before = await api.count('audit_entries')
  expect((await api.inject('getFiling', { params: { id: journey.id } }, { as: stranger })).status).toBe(404)
  expect(await api.count('audit_entries')).toBe(before)
})
