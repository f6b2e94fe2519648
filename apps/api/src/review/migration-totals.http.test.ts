import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { FilingView } from '@icp/contract'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleService } from '../testing/filing-samples.js'
import { MigrationJourneys } from '../testing/migration-journey.js'
import { publishChange } from '../testing/rule-changes.js'

let api: TestApp
let journeys: FilingJourneys
let moves: MigrationJourneys
let provider: ProviderWithStaff
let operator: TestAccount

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider('甲方云')
  moves = new MigrationJourneys(api, journeys, provider)
  operator = await api.accounts.operator()
})
afterAll(() => api.close())

let n = 0
const withTwo = () => {
  n++
  return journeys.content([provider], { services: [sampleService('s1', `zongshu${n}.com`, [provider]), sampleService('s2', `zongshu${n}.net`, [provider])] })
}
const totals = ({ findings }: FilingView) => findings.filter(({ rule }) => rule.startsWith('T-2')).map(({ rule, severity, path, decidedBy }) => [rule, severity, path, decidedBy?.[0]?.key])

test('the services that the receiver has count with the one that moves: it reads so before it agrees, and the administration on its desk', async () => {
  await publishChange(api, operator, { id: 'services-of-units', province: '110000', value: 2 })
  await publishChange(api, operator, { id: 'services-that-need-a-plan', province: '110000', value: 3 })
  const [small, large] = [await moves.asked({ giving: withTwo(), receiving: journeys.content([provider]) }), await moves.asked({ giving: withTwo(), receiving: withTwo() })]
  const said = [['T-23', 'reviewer', 'receivingNumber', 'parameter/services-of-units'], ['T-24', 'warn', 'receivingNumber', 'parameter/services-that-need-a-plan']]
  expect([totals(await journeys.see(small.id, small.receiver)), totals(await journeys.see(large.id, large.receiver))]).toEqual([[], said])
  // Whoever typed the number learns nothing of where it leads.
  expect(totals(await journeys.see(large.id, large.owner))).toEqual([])
  expect((await moves.agree(large)).status).toBe(200)
  await journeys.pass(large)
  await journeys.confirm(large)
  expect(totals(await journeys.see(large.id, large.reviewer))).toEqual(said)
  expect((await moves.approve(large)).status).toBe(200)
  expect((await moves.recordOf(large.receiver)).services.filter(({ state }) => state === 'in-force')).toHaveLength(3)
})
