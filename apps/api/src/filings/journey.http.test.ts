import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys } from '../testing/filing-journey.js'

let api: TestApp
let journeys: FilingJourneys

beforeAll(async () => {
  api = await startTestApp({ logLevel: process.env['ICP_TEST_LOG'] ?? 'silent' })
  journeys = new FilingJourneys(api)
})
afterAll(() => api.close())

test('a filing travels from draft to a number and a certificate', async () => {
  const provider = await journeys.provider()
  const journey = await journeys.approved([provider])
  const view = await journeys.see(journey.id, journey.owner)
  expect(view.status).toBe('approved')
  expect(view.result).toMatchObject({ subjectNumber: '京ICP备2026000001号', serviceNumbers: ['京ICP备2026000001号-1'] })
  expect(view.history.map((event) => event.action)).toEqual(['create', 'finish', 'pass', 'confirm', 'approve'])
})

test('an approved filing is found by its numbers', async () => {
  const journey = await journeys.approved([await journeys.provider()])
  const { result } = await journeys.see(journey.id, journey.owner)
  const found = async (q: string) => (await api.inject('listFilings', { query: { q } }, { as: journey.owner })).body.rows.map(({ id }) => id)
  expect(await found(result?.subjectNumber ?? '')).toEqual([journey.id])
  expect(await found(result?.serviceNumbers[0] ?? '')).toEqual([journey.id])
  expect(await found('京ICP备2026999999号')).toEqual([])
})
