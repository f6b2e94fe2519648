import { addDays, keyOfEntry, shanghaiDay } from '@icp/domain'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleService } from '../testing/filing-samples.js'
import { draftChange, publishChange, sampleDivision } from '../testing/rule-changes.js'
import { RuleDataApi } from './rule-data.api.js'

let api: TestApp
let operator: TestAccount
let journeys: FilingJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
  operator = await api.accounts.operator()
})
afterAll(() => api.close())

const today = () => shanghaiDay(api.clock.now())
const publish = (id: string, version: number) => api.inject('publishRuleChange', { params: { id }, body: { version } }, { as: operator })
/** A first filing of somebody in Hangzhou. */
const inHangzhou = (county: string) => {
  const content = journeys.content([provider], { services: [sampleService('s1', `place${randomUUID().slice(0, 8)}.com`, [provider])] })
  return { ...content, subject: { ...content.subject, province: '330000', city: '330100', county } }
}
const found = (body: { readonly findings: readonly { readonly rule: string; readonly path: string }[] }) => body.findings.filter(({ rule }) => /^S-(?:19|32)$/.test(rule)).map(({ rule, path }) => `${rule} ${path}`)

test('a county that is added is taken from its day on, one that ends is refused with its successor, and what is filed with it keeps its name', async () => {
  let owner = await api.accounts.owner()
  const begun = await journeys.draft(owner, inHangzhou('330106'))
  const { id } = begun
  const { body: { version } } = await api.inject('saveDraft', { params: { id }, body: { version: begun.version, content: inHangzhou('330115') } }, { as: owner })
  expect(found((await api.inject('getFiling', { params: { id } }, { as: owner })).body)).toEqual(['S-19 subject.county'])
  await publishChange(api, operator, sampleDivision(api))
  expect(found((await api.inject('getFiling', { params: { id } }, { as: owner })).body)).toEqual([])
  const successors = [{ code: '330106', zh: '西湖区', en: 'Xihu (西湖区)' }]
  const tomorrow = addDays(today(), 1)
  const end = await draftChange(api, operator, sampleDivision(api, { exists: false, successors, from: tomorrow }))
  expect((await api.inject('previewRuleChange', { params: { id: end.id } }, { as: operator })).body).toMatchObject({ day: tomorrow, changed: 1, rules: [{ rule: 'S-32', severity: 'block', gained: 1, lost: 0 }] })
  await publish(end.id, end.version)
  expect(found((await api.inject('getFiling', { params: { id } }, { as: owner })).body)).toEqual([])
  api.clock.advance(24 * 3600)
  owner = await api.accounts.logOnAgain(owner)
  operator = await api.accounts.logOnAgain(operator)
  const finish = await api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })
  expect([finish.status, finish.problem.findings.find(({ rule }) => rule === 'S-32')]).toMatchObject([422, {
    path: 'subject.county', text: { zh: `所选区县“示例区”已自 ${tomorrow} 起撤销。`, en: `The chosen county, Shili (示例区), exists no more since ${tomorrow}.` }, fix: { zh: '请改选“西湖区”。', en: 'Choose Xihu (西湖区) instead.' },
  }])
  expect((await api.app.get(RuleDataApi).names()).divisionName?.('330115')).toMatchObject({ zh: '示例区', en: 'Shili (示例区)' })
})

test('a change of divisions is judged by the table and by what was published before it', async () => {
  const refused = async (given: Parameters<typeof sampleDivision>[1]) => {
    const { status, problem } = await api.inject('draftRuleChange', { body: { entry: sampleDivision(api, given) } }, { as: operator })
    return [status, ...problem.findings.map(({ rule, path }) => `${rule} ${path}`)]
  }
  expect(await refused({ code: '339902' })).toEqual([422, 'D-07 code'])
  expect(await refused({ code: '330102', exists: false })).toEqual([422, 'D-09 successors'])
  expect(await refused({ code: '330102', exists: false, successors: [{ code: '330104', zh: '江干区', en: 'Jianggan (江干区)' }] })).toEqual([422, 'D-09 successors.0'])
  await publishChange(api, operator, sampleDivision(api, { code: '331200', zh: '示例市' }))
  expect((await draftChange(api, operator, sampleDivision(api, { code: '331202' }))).state).toBe('draft')
  expect((await api.inject('listRuleChanges', { query: { state: 'draft', about: 'division' } }, { as: operator })).body.rows.map(({ entry }) => keyOfEntry(entry))).toEqual(['division/divisions/331202'])
})

test('two divisions cannot end into each other, published at the same moment', async () => {
  const ending = (code: string, zh: string, en: string, to: { code: string; zh: string; en: string }) =>
    draftChange(api, operator, sampleDivision(api, { code, zh, en, exists: false, successors: [to] }))
  const one = await ending('330108', '滨江区', 'Binjiang', { code: '330109', zh: '萧山区', en: 'Xiaoshan (萧山区)' })
  const other = await ending('330109', '萧山区', 'Xiaoshan', { code: '330108', zh: '滨江区', en: 'Binjiang (滨江区)' })
  const answers = await Promise.all([one, other].map(({ id, version }) => publish(id, version)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  expect(answers.flatMap((answer) => (answer.status === 422 ? answer.problem.findings.map(({ rule, path }) => `${rule} ${path}`) : []))).toEqual(['D-09 successors.0'])
})
