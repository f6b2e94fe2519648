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
