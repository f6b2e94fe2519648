import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
})
afterAll(() => api.close())

const ask = { fields: ['subject.name'], reason: '名称有误' }
const withRequest = async () => {
  const journey = await journeys.finished([provider])
  const { body } = await api.inject('openCorrectionRequest', { params: { id: journey.id }, body: { version: await journeys.version(journey), ...ask } }, { as: journey.owner })
  return { ...journey, requestId: body.id }
}

interface Case {
  readonly operation: string
  readonly reach: () => Promise<Journey & { requestId?: string }>
  readonly as: (journey: Journey) => TestAccount
  readonly body: (journey: Journey & { requestId?: string }) => Promise<object> | object
}

const cases: Case[] = [
  { operation: 'withdrawFiling', reach: () => journeys.finished([provider]), as: (journey) => journey.owner, body: () => ({}) },
  { operation: 'openCorrectionRequest', reach: () => journeys.finished([provider]), as: (journey) => journey.owner, body: () => ask },
  { operation: 'declineCorrectionRequest', reach: withRequest, as: () => provider.staff, body: () => ({ answer: '无需修改' }) },
  {
    operation: 'correctFiling', reach: withRequest, as: () => provider.staff,
    body: async ({ id, requestId }) => {
      const content = structuredClone((await journeys.see(id, provider.staff)).content) as { subject: { name: string } }
      content.subject.name = '北京晨光更名有限公司'
      return { requestId, reason: '按证件更正', content }
    },
  },
  { operation: 'passFiling', reach: () => journeys.finished([provider]), as: () => provider.staff, body: async ({ id }) => ({ remark: '已核对', sheet: await journeys.sheet(id, provider.staff) }) },
  { operation: 'refuseFiling', reach: () => journeys.finished([provider]), as: () => provider.staff, body: () => ({ reason: '不实' }) },
  { operation: 'approveFiling', reach: () => journeys.inReview([provider]), as: (journey) => journey.reviewer, body: () => ({ opinion: '同意' }) },
  {
    operation: 'returnFiling', reach: () => journeys.inReview([provider]), as: (journey) => journey.reviewer,
    body: () => ({ opinion: '更正', findings: [{ path: 'subject.name', reason: '不符', suggestion: '' }] }),
  },
]

test.each(cases)('$operation repeated with its key has one effect and gives the same answer', async ({ operation, reach, as, body }) => {
  const journey = await reach()
  const { id } = journey
  const input = { params: { id, requestId: journey.requestId ?? '' }, body: { version: await journeys.version(journey), ...(await body(journey)) } }
  const idempotencyKey = randomUUID()
  const send = () => api.inject(operation as never, input as never, { as: as(journey), idempotencyKey })
  const first = await send()
  expect([200, 201]).toContain(first.status)
  const entries = await api.count('audit_entries')
  const notices = await api.count('notices')
  for (const again of [await send(), await send()]) {
    expect([again.status, again.text, again.headers['idempotency-replayed']]).toEqual([first.status, first.text, 'true'])
  }
  expect([await api.count('audit_entries'), await api.count('notices')]).toEqual([entries, notices])
})

test('a key that comes back with another request is refused', async () => {
  const journey = await journeys.finished([provider])
  const idempotencyKey = randomUUID()
  const version = await journeys.version(journey)
  const sheet = await journeys.sheet(journey.id, provider.staff)
  const pass = (remark: string) => api.inject('passFiling', { params: { id: journey.id }, body: { version, remark, sheet } }, { as: provider.staff, idempotencyKey })
  expect((await pass('已核对')).status).toBe(200)
  expect([(await pass('另一份')).status, (await pass('另一份')).problem.code]).toEqual([422, 'idempotency-key-reused'])
})

test('a refused request is not remembered: the same key works once its cause is gone', async () => {
  const journey = await journeys.finished([provider])
  const { id } = journey
  const { body: request } = await api.inject('openCorrectionRequest', { params: { id }, body: { version: await journeys.version(journey), ...ask } }, { as: journey.owner })
  const idempotencyKey = randomUUID()
  const version = await journeys.version(journey)
  const sheet = await journeys.sheet(id, provider.staff)
  const pass = (seen: number) => api.inject('passFiling', { params: { id }, body: { version: seen, sheet } }, { as: provider.staff, idempotencyKey })
  expect((await pass(version + 1)).status).toBe(409)
  await api.inject('declineCorrectionRequest', { params: { id, requestId: request.id }, body: { version, answer: '无需修改' } }, { as: provider.staff })
  expect((await pass(version + 1)).status).toBe(200)
})
