import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { AnsweredLine } from '@icp/domain'
import { randomUUID } from 'node:crypto'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleService } from '../testing/filing-samples.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
})
afterAll(() => api.close())

const statusesOf = async (answers: Promise<{ status: number }>[]) => (await Promise.all(answers)).map(({ status }) => status).sort()
const entries = async (id: string, action: string) =>
  Number((await api.db.query('SELECT count(*) AS n FROM audit_entries WHERE filing_id = $1 AND action = $2', [id, action]))[0].n)

test('of five simultaneous finishes of one draft one wins and four are refused', async () => {
  const owner = await api.accounts.owner()
  const { id, version } = await journeys.draft(owner, journeys.content([provider]))
  const finish = () => api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })
  const statuses = await statusesOf(Array.from({ length: 5 }, finish))
  expect(statuses[0]).toBe(200)
  expect(statuses.slice(1).every((status) => [409, 423].includes(status))).toBe(true)
  expect(await entries(id, 'filing.finish')).toBe(1)
  expect((await journeys.see(id, owner)).revisions).toHaveLength(1)
})

test('five simultaneous finishes with one key have one effect and one answer', async () => {
  const owner = await api.accounts.owner()
  const { id, version } = await journeys.draft(owner, journeys.content([provider]))
  const idempotencyKey = randomUUID()
  const answers = await Promise.all(Array.from({ length: 5 }, () =>
    api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner, idempotencyKey })))
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
  expect(answers.filter((answer) => answer.headers['idempotency-replayed'] === 'true')).toHaveLength(4)
  expect(await entries(id, 'filing.finish')).toBe(1)
})

test('of five owners who finish a filing of one subject at the same moment one wins', async () => {
  const { subject } = journeys.content([provider])
  const drafts = await Promise.all(Array.from({ length: 5 }, async () => {
    const owner = await api.accounts.owner()
    return { owner, ...(await journeys.draft(owner, { ...journeys.content([provider]), subject })) }
  }))
  const statuses = await statusesOf(drafts.map(({ id, version, owner }) => api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })))
  expect(statuses).toEqual([200, 409, 409, 409, 409])
})

test('of two owners who ask for one domain at the same moment one wins', async () => {
  const drafts = await Promise.all([1, 2].map(async () => {
    const owner = await api.accounts.owner()
    return { owner, ...(await journeys.draft(owner, { ...journeys.content([provider]), services: [sampleService('s1', 'zhenggong.com', [provider])] })) }
  }))
  const statuses = await statusesOf(drafts.map(({ id, version, owner }) => api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })))
  expect(statuses).toEqual([200, 422])
})

test('32 simultaneous approvals give 32 different numbers without a gap', async () => {
  const ready: Journey[] = []
  for (let n = 0; n < 32; n++) ready.push(await journeys.inReview([provider]))
  const versions = await Promise.all(ready.map((journey) => journeys.version(journey)))
  const answers = await Promise.all(ready.map(({ id, reviewer }, n) =>
    api.inject('approveFiling', { params: { id }, body: { version: versions[n]! } }, { as: reviewer })))
  expect(answers.filter((answer) => answer.status !== 200).map((answer) => answer.text)).toEqual([])
  const serials = answers.map((answer) => Number(/备2026(\d{6})号$/.exec(answer.body.subjectNumber)?.[1])).sort((a, b) => a - b)
  expect(serials).toEqual(Array.from({ length: 32 }, (_, n) => n + 1))
  expect(await api.count('certificates')).toBe(32)
})

test('of approve and return at the same moment exactly one wins, with all that follows from it', async () => {
  for (let round = 0; round < 6; round++) {
    const journey = await journeys.inReview([provider])
    const { id, reviewer } = journey
    const version = await journeys.version(journey)
    const certificates = await api.count('certificates')
    const findings = [{ path: 'subject.name', reason: '名称与证件不符', suggestion: '' }]
    const [approve, back] = await Promise.all([
      api.inject('approveFiling', { params: { id }, body: { version } }, { as: reviewer }),
      api.inject('returnFiling', { params: { id }, body: { version, opinion: '请更正', findings } }, { as: reviewer }),
    ])
    expect([approve.status, back.status].sort()).toEqual([200, 409])
    const { status, decisions } = await journeys.see(id, journey.owner)
    expect(status).toBe(approve.status === 200 ? 'approved' : 'returned')
    expect(decisions).toHaveLength(1)
    expect(await api.count('certificates')).toBe(certificates + (status === 'approved' ? 1 : 0))
  }
})

test('two providers who pass at the same moment lead to one round of confirmations', async () => {
  const other = await journeys.provider()
  const { id, owner, staff } = await journeys.finished([provider, other])
  const { version } = await journeys.see(id, owner)
  const sheets = new Map<TestAccount, AnsweredLine[]>()
  for (const as of staff) sheets.set(as, await journeys.sheet(id, as))
  const passes = await Promise.all(staff.map((as) => api.inject('passFiling', { params: { id }, body: { version, sheet: sheets.get(as) } }, { as })))
  expect(passes.map((pass) => pass.status).sort()).toEqual([200, 409])
  const late = staff[passes.findIndex((pass) => pass.status === 409)]!
  await api.inject('passFiling', { params: { id }, body: { version: version + 1, sheet: sheets.get(late) } }, { as: late })
  expect((await journeys.see(id, owner)).confirmations).toHaveLength(1)
})
