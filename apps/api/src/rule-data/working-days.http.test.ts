import { daysOff, entryOfNotice, shanghaiDay, shippedYear, type YearEntry, YearNotice } from '@icp/domain'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { draftChange, publishChange, sampleYear } from '../testing/rule-changes.js'
import { YearsAreRuleData } from '../migrations/202611262255-years-are-rule-data.js'
import { WorkingDaysApi } from '../administration/working-days/working-days.api.js'
import { actAs, house } from '../platform/acting.js'
import { RuleChangesService } from './rule-changes.service.js'
import { RuleDataApi } from './rule-data.api.js'

let api: TestApp
let operator: TestAccount
let provider: ProviderWithStaff
let inReview: Journey
let withProvider: Journey

/** A day on which twenty working days reach over the Spring Festival, and two do not reach a make-up day. */
beforeAll(async () => {
  api = await startTestApp()
  api.clock.set('2027-01-25T02:00:00.000Z')
  const journeys = new FilingJourneys(api)
  provider = await journeys.provider()
  operator = await api.accounts.operator()
  inReview = await journeys.inReview([provider])
  withProvider = await journeys.finished([provider])
})
afterAll(() => api.close())

const see = async ({ id, owner }: Journey) => (await api.inject('getFiling', { params: { id } }, { as: owner })).body.due
const publish = (id: string, version: number) => api.inject('publishRuleChange', { params: { id }, body: { version } }, { as: operator })
const byHand = (entry: YearEntry) => actAs(house(), () => api.app.get(RuleChangesService, { strict: false }).publishByHand(entry))

test('a preview counts the due days that a year would move or settle, by kind and status; publishing moves them at once, for everybody', async () => {
  expect(await see(inReview)).toMatchObject({ at: '2027-02-22T15:59:59.000Z', provisional: true })
  expect(await see(withProvider)).toMatchObject({ at: '2027-01-27T15:59:59.000Z', provisional: true })
  const { id, version } = await draftChange(api, operator, sampleYear(api))
  const { body, text } = await api.inject('previewRuleChange', { params: { id } }, { as: operator })
  expect(body).toEqual({
    day: '2027-01-25', total: 2, judged: 2, changed: 2, rows: [], rules: [], dueDays: [
      { kind: 'new-subject', status: 'in-review', judged: 1, later: 1, earlier: 0, settled: 1 }, { kind: 'new-subject', status: 'with-providers', judged: 1, later: 0, earlier: 0, settled: 1 },
    ],
  })
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
  expect((await see(inReview))?.provisional).toBe(true)

  expect((await publish(id, version)).body).toMatchObject({ state: 'published', published: { by: operator.userName } })
  expect(await see(inReview)).toMatchObject({ at: '2027-02-26T15:59:59.000Z', provisional: false })
  expect(await see(withProvider)).toMatchObject({ at: '2027-01-27T15:59:59.000Z', provisional: false })
  const listed = (await api.inject('listFilings', { query: { status: 'in-review' } }, { as: inReview.reviewer })).body.rows.find((row) => row.id === inReview.id)
  expect(listed?.due).toMatchObject({ at: '2027-02-26T15:59:59.000Z', provisional: false })
  const elsewhere = new WorkingDaysApi(new RuleDataApi(api.db, api.clock), api.clock)
  expect((await elsewhere.calendar()).makeUpDays.has('2027-01-31')).toBe(true)
})

test('a notice that is changed is published as another version of its year; both stay, with who and when', async () => {
  const again = sampleYear(api, { makeUpDays: sampleYear(api).makeUpDays.slice(1), source: '国办发明电〔2027〕示例号' })
  const { id, version } = await draftChange(api, operator, again)
  const { body } = await api.inject('previewRuleChange', { params: { id } }, { as: operator })
  expect([body.changed, body.dueDays.find(({ status }) => status === 'in-review')]).toEqual([1, expect.objectContaining({ later: 1, settled: 0 })])
  await publish(id, version)
  expect(await see(inReview)).toMatchObject({ at: '2027-03-01T15:59:59.000Z', provisional: false })
  const { rows } = (await api.inject('listRuleChanges', { query: { state: 'published', about: 'year/working-days/2027' } }, { as: operator })).body
  // Both were published at one instant, so they are told apart by their numbers.
  expect(rows.toSorted((one, next) => one.published!.number - next.published!.number).map(({ entry, published }) => [entry.source, published?.by])).toEqual([['国办发明电〔2026〕示例号', operator.userName], ['国办发明电〔2027〕示例号', operator.userName]])
  const audited = await api.db.query(`SELECT action FROM audit_entries WHERE object_type = 'rule-change' AND object_id = $1 ORDER BY action`, [id])
  expect(audited).toEqual([{ action: 'rule-data.draft' }, { action: 'rule-data.publish' }])
})

test('what is wrong with a notice is said at its field in both languages, and nothing is drafted', async () => {
  const wrong = sampleYear(api, { periods: sampleYear(api).periods.map((period, at) => (at === 1 ? { ...period, to: '2027-02-30' } : period)), makeUpDays: ['2027-02-03'], source: '' })
  const { status, problem } = await api.inject('draftRuleChange', { body: { entry: wrong } }, { as: operator })
  expect([status, problem.findings.map(({ rule, path }) => `${rule} ${path}`)]).toEqual([422, ['D-12 periods.1.to', 'D-13 makeUpDays.0', 'D-06 source']])
  for (const { text } of problem.findings) expect([text.zh, text.en]).not.toContain('')
  const many = await api.inject('draftRuleChange', { body: { entry: sampleYear(api, { makeUpDays: Array.from({ length: 21 }, () => '2027-01-31') }) } }, { as: operator })
  expect([many.status, many.problem.findings.map(({ path }) => path)]).toEqual([422, [expect.stringMatching(/makeUpDays$/)]])
  expect((await api.inject('listRuleChanges', { query: { state: 'draft', about: 'year' } }, { as: operator })).body.rows).toEqual([])
  for (const as of [inReview.owner, inReview.reviewer, provider.staff]) expect((await api.inject('draftRuleChange', { body: { entry: sampleYear(api) } }, { as })).status).toBe(403)
})

test('of four who publish one year at one moment one does, and one draft of a year is kept', async () => {
  const year = sampleYear(api)
  const drafts = await Promise.all(Array.from({ length: 4 }, () => api.inject('draftRuleChange', { body: { entry: year } }, { as: operator })))
  expect(drafts.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409])
  const { id, version } = drafts.find(({ status }) => status === 201)!.body
  const answers = await Promise.all(Array.from({ length: 4 }, () => publish(id, version)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409])
})

test('a file that is published by hand takes the same way: the same checks, a number, an entry of the audit, and no draft run over', async () => {
  const { source, makeUpDays } = sampleYear(api)
  const days = (await api.app.get(WorkingDaysApi, { strict: false }).calendar()).holidays
  const notice = YearNotice.parse({ year: 2027, source, makeUpDays, holidays: [...days].filter((day) => day.startsWith('2027')) })
  const entry = entryOfNotice(notice, shanghaiDay(api.clock.now()))
  const { id, version } = await draftChange(api, operator, sampleYear(api))
  await expect(byHand(entry)).rejects.toMatchObject({ code: 'draft-is-there' })
  await api.inject('discardRuleChange', { params: { id }, body: { version } }, { as: operator })
  await expect(byHand({ ...entry, makeUpDays: [] })).rejects.toMatchObject({ findings: [expect.objectContaining({ rule: 'D-15' })] })
  const published = await byHand(entry)
  expect([published.entry, published.published?.by]).toEqual([sampleYear(api), 'command-line'])
  expect(await api.db.query(`SELECT actor ->> 'role' AS role, action FROM audit_entries WHERE object_id = $1`, [published.id])).toEqual([{ role: 'clock', action: 'rule-data.publish' }])
  await publishChange(api, operator, sampleYear(api))
})

test('what was published of a year before years were rule data is kept under the next number, with its day and its holidays by name', async () => {
  const { periods, makeUpDays } = shippedYear(2025)!
  const owner = await new DataSource({ type: 'postgres', url: api.databaseUrl }).initialize()
  const runner = owner.createQueryRunner()
  try {
    await runner.query('INSERT INTO working_years (year, holidays, make_up_days, source, published_at) VALUES (2025, $1, $2, $3, $4)', [daysOff({ periods }), makeUpDays, '国办发明电〔2024〕12号', '2027-01-20T17:00:00.000Z'])
    for (let time = 0; time < 2; time++) await new YearsAreRuleData().up(runner)
  } finally {
    await runner.release()
    await owner.destroy()
  }
  const { rows } = (await api.inject('listRuleChanges', { query: { state: 'published', about: 'year/working-days/2025' } }, { as: operator })).body
  expect(rows).toMatchObject([{ entry: { year: 2025, periods, makeUpDays, from: '2027-01-21', source: '国办发明电〔2024〕12号' }, draftedBy: 'command-line', published: { by: 'command-line', at: '2027-01-20T17:00:00.000Z' } }])
  const numbers = (await api.inject('getRuleData', { query: {} })).body.published.map(({ version }) => version)
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
})
