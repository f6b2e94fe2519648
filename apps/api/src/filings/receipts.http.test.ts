import type { FilingReceipt } from '@icp/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import pg from 'pg'
import { CheckpointsService } from '../audit/checkpoints/checkpoints.service.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { correctName } from '../testing/correct-filing.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let journey: Journey

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider('甲方云')
})
beforeEach(async () => {
  api.clock.advance(120)
  journey = await journeys.finished([provider])
})
afterAll(() => api.close())

const receiptOf = async ({ id, owner }: Journey) => (await api.inject('getReceipt', { params: { id } }, { as: owner })).body
const check = async (body: { receipt: FilingReceipt } | { reference: string; hash: string }) => (await api.inject('checkReceipt', { body })).body
const correct = (name: string) => correctName(api, journeys, journey, provider, name)

test('finish answers the hash that the receipt carries, and the content is what it says', async () => {
  const owner = await api.accounts.owner()
  const draft = await journeys.draft(owner, journeys.content([provider]))
  const { body: finished } = await api.inject('finishFiling', { params: { id: draft.id }, body: { version: draft.version } }, { as: owner })
  const { receipt, check: now } = await receiptOf({ ...journey, id: draft.id, owner })
  expect(receipt).toMatchObject({ reference: finished.reference, links: [{ number: 1, cause: 'finish', at: finished.finishedAt, digest: finished.digest, hash: finished.hash }] })
  expect(now).toEqual({ verdict: 'unchanged', reference: finished.reference, at: finished.finishedAt, corrections: [] })
  expect(await check({ reference: ` ${finished.reference.toLowerCase()} `, hash: finished.hash.toUpperCase().replace(/(.{8})/g, '$1 ') })).toEqual(now)
})

test('each correction adds a link, and an old receipt tells who corrected since', async () => {
  const { receipt: first } = await receiptOf(journey)
  await correct('晨光新书店')
  await correct('晨光老书店')
  const { receipt } = await receiptOf(journey)
  expect(receipt.links.map(({ number, cause }) => [number, cause])).toEqual([[1, 'finish'], [2, 'correct'], [3, 'correct']])
  expect(receipt.links.slice(1).map((link) => link.previous)).toEqual(receipt.links.slice(0, 2).map((link) => link.hash))
  expect(await check({ receipt: first })).toMatchObject({
    verdict: 'corrected', corrections: [{ number: 2, provider: '甲方云' }, { number: 3, provider: '甲方云' }],
  })
  expect(await check({ receipt })).toMatchObject({ verdict: 'unchanged', corrections: [] })
  expect(await check({ reference: receipt.reference, hash: receipt.links[1]!.hash })).toMatchObject({ verdict: 'corrected', corrections: [{ number: 3 }] })
})

test('a receipt of which anything was changed, another one, and an unknown number are told the same', async () => {
  await correct('晨光新书店')
  await api.app.get(CheckpointsService, { strict: false }).take()
  const { receipt } = await receiptOf(journey)
  expect(receipt.checkpoint).not.toBeNull()
  const { receipt: other } = await receiptOf(await journeys.finished([provider]))
  const links = receipt.links
  const forged: FilingReceipt[] = [
    { ...receipt, reference: other.reference }, { ...receipt, reference: 'BA20200101-000001' }, { ...receipt, links: links.slice(1) }, { ...receipt, links: [...links].reverse() },
    { ...receipt, links: [{ ...links[0]!, digest: other.links[0]!.digest }, links[1]!] }, { ...receipt, links: [{ ...links[0]!, at: '2026-11-23T00:00:00.000Z' }, links[1]!] },
    { ...receipt, links: [{ ...links[0]!, cause: 'correct' }, links[1]!] }, { ...receipt, links: [...links, { ...links[1]!, number: 3 }] },
    { ...receipt, checkpoint: { ...receipt.checkpoint!, size: receipt.checkpoint!.size + 1 } },
  ]
  for (const one of forged) expect(await check({ receipt: one })).toEqual({ verdict: 'no-match', reference: one.reference, at: null, corrections: [] })
  for (const hash of ['', 'x', links[0]!.digest, other.links[0]!.hash]) {
    expect(await check({ reference: receipt.reference, hash })).toEqual({ verdict: 'no-match', reference: receipt.reference, at: null, corrections: [] })
  }
})

test('content that was changed in the database matches no receipt, although its digest was left', async () => {
  const { receipt } = await receiptOf(journey)
  // As whoever owns the database: no trigger and no right stands in the way.
  const database = new pg.Client({ connectionString: api.databaseUrl })
  await database.connect()
  await database.query('SET session_replication_role = replica')
  await database.query(`UPDATE filing_revisions SET content = jsonb_set(content, '{subject,name}', '"别的公司"') WHERE filing_id = $1`, [journey.id])
  await database.end()
  expect(await check({ receipt })).toMatchObject({ verdict: 'no-match' })
  expect((await receiptOf(journey)).check.verdict).toBe('no-match')
})

test('only the owner has the receipt, and a draft has none', async () => {
  const stranger = await api.accounts.owner()
  expect((await api.inject('getReceipt', { params: { id: journey.id } }, { as: stranger })).status).toBe(404)
  expect((await api.inject('getReceipt', { params: { id: journey.id } }, { as: journey.reviewer })).status).toBe(403)
  const draft = await journeys.draft(stranger, journeys.content([provider]))
  expect((await api.inject('getReceipt', { params: { id: draft.id } }, { as: stranger })).problem).toMatchObject({ status: 409, code: 'not-finished' })
})

test('whoever tries hashes through is stopped, with a time to try again', async () => {
  const ask = () => api.inject('checkReceipt', { body: { reference: 'BA20261123-000001', hash: 'ab' } }, { headers: { 'x-forwarded-for': '203.0.113.77' } })
  const statuses = []
  for (let n = 0; n < 31; n++) statuses.push((await ask()).status)
  expect(statuses.slice(0, 30).every((status) => status === 200)).toBe(true)
  expect((await ask()).problem).toMatchObject({ status: 429 })
})
