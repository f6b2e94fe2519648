import { addDays, keyOfEntry, type ParameterEntry, shanghaiDay } from '@icp/domain'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { sampleService } from '../testing/filing-samples.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import { draftChange, publishChange, sampleCode, sampleEntry } from '../testing/rule-changes.js'
import { RuleDataApi } from './rule-data.api.js'

let api: TestApp
let operator: TestAccount
let owner: TestAccount
let journeys: FilingJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
  operator = await api.accounts.operator()
  owner = await api.accounts.owner()
})
afterAll(() => api.close())

const today = () => shanghaiDay(api.clock.now())
const word = (text: string, given: Partial<ParameterEntry> = {}): Partial<ParameterEntry> => ({ id: 'forbidden-words', province: '110000', value: [text], ...given })
const named = (name: string) => journeys.content([provider], { services: [sampleService('s1', `word${randomUUID().slice(0, 8)}.com`, [provider], { name })] })
const publish = (id: string, version: number) => api.inject('publishRuleChange', { params: { id }, body: { version } }, { as: operator })
/** Days pass, and whoever was signed in signs in again. */
const pass = async (days: number) => {
  api.clock.advance(days * 24 * 3600)
  owner = await api.accounts.logOnAgain(owner)
  operator = await api.accounts.logOnAgain(operator)
  provider = { ...provider, staff: await api.accounts.logOnAgain(provider.staff) }
}
const list = async (state: 'draft' | 'published', about?: string) => (await api.inject('listRuleChanges', { query: { state, ...(about ? { about } : {}) } }, { as: operator })).body

test('what the operator publishes decides at once: the next save finds it, finish refuses, and so does the provider’s pass', async () => {
  const draft = await journeys.draft(owner, named('北京晨光养生一馆'))
  const running = await journeys.finished([provider], named('北京晨光养生二馆'))
  const { published, entry } = await publishChange(api, operator, word('养生'))
  expect(published).toEqual({ number: published?.number, by: operator.userName, at: api.clock.now() })
  const content = { ...named('北京晨光养生一馆') }
  const saved = await api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content } }, { as: owner })
  expect(saved.body.findings.find(({ rule }) => rule === 'W-06')).toMatchObject({ path: 'services.s1.name', severity: 'block', text: { zh: '网站名称含有禁用词“养生”。' },
    decidedBy: [{ key: 'parameter/forbidden-words', value: { zh: '“养生”' }, province: '110000', from: entry.from, source: entry.source, confirmed: entry.of === 'parameter' && entry.confirmed, version: published?.number }],
  })
  const finish = await api.inject('finishFiling', { params: { id: draft.id }, body: { version: saved.body.version } }, { as: owner })
  expect([finish.status, finish.problem.findings.map(({ rule }) => rule)]).toEqual([422, ['W-06']])
  const pass = await api.inject('passFiling', { params: { id: running.id }, body: { version: await journeys.version(running) } }, { as: provider.staff })
  expect([pass.status, pass.problem.findings.map(({ rule }) => rule)]).toEqual([422, ['W-06']])
  expect((await api.inject('getRuleData', { query: { since: (published?.number ?? 1) - 1 } })).body).toEqual({ version: published?.number, published: [{ version: published?.number, entry }] })
  expect((await api.inject('getRuleData', { query: { since: published?.number ?? 0 } })).body.published).toEqual([])
})

test('what applies from a later day does nothing yet, and applies on that day', async () => {
  await publishChange(api, operator, word('茶道', { from: addDays(today(), 2) }))
  const { id, version } = await journeys.draft(owner, named('北京晨光茶道馆'))
  const rules = async () => (await api.inject('getFiling', { params: { id } }, { as: owner })).body.findings.map(({ rule }) => rule)
  expect(await rules()).toEqual([])
  await pass(2)
  expect(await rules()).toEqual(['W-06'])
  const finish = await api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })
  expect(finish.status).toBe(422)
})

test('another instance decides by it too, from the moment in which it is published', async () => {
  const other = new RuleDataApi(api.db, api.clock)
  const before = await other.newest()
  const { published } = await publishChange(api, operator, { province: '460000', value: 21 })
  expect((await other.newest()).version).toBe(published?.number)
  expect((await other.newest()).published.length).toBe(before.published.length + 1)
})

test('a preview counts what a draft would change by kind and status and by rule, names nobody, and changes nothing', async () => {
  await journeys.draft(owner, named('北京晨光棋牌一室'))
  await journeys.finished([provider], named('北京晨光棋牌二室'))
  await journeys.passed([provider], named('北京晨光棋牌三室'))
  await journeys.finished([provider], named('北京晨光图书四室'))
  const { id } = await draftChange(api, operator, word('棋牌'))
  const { status, body, text } = await api.inject('previewRuleChange', { params: { id } }, { as: operator })
  expect(status).toBe(200)
  expect(body).toMatchObject({ day: today(), changed: 3, rules: [{ rule: 'W-06', severity: 'block', gained: 3, lost: 0 }] })
  expect(body.total).toBe(body.judged)
  expect(body.rows.map(({ status: at, gaining, stopped, losing }) => ({ at, gaining, stopped, losing })).filter(({ gaining }) => gaining > 0).toSorted((one, next) => one.at.localeCompare(next.at))).toEqual([
    { at: 'awaiting-confirmation', gaining: 1, stopped: 1, losing: 0 }, { at: 'draft', gaining: 1, stopped: 1, losing: 0 }, { at: 'with-providers', gaining: 1, stopped: 1, losing: 0 },
  ])
  expect(text).not.toMatch(/棋牌|李明|1380000|[0-9a-f]{8}-[0-9a-f]{4}/)
  await publishChange(api, operator, word('围棋', { province: '330000' }))
  const elsewhere = await draftChange(api, operator, word('棋牌', { province: '120000' }))
  expect((await api.inject('previewRuleChange', { params: { id: elsewhere.id } }, { as: operator })).body).toMatchObject({ judged: 0, changed: 0, rows: [], rules: [] })
})

test('a relaxed rule is counted by the findings that filings lose', async () => {
  await journeys.draft(owner, journeys.content([provider], { services: Array.from({ length: 11 }, (_, n) => sampleService(`s${n}`, `many${n}${randomUUID().slice(0, 6)}.com`, [provider])) }))
  const { id, version } = await draftChange(api, operator, { id: 'services-per-filing-of-units', province: '110000', value: 20 })
  const { body } = await api.inject('previewRuleChange', { params: { id } }, { as: operator })
  expect(body).toMatchObject({ changed: 1, rules: [{ rule: 'X-09', severity: 'reviewer', gained: 0, lost: 1 }] })
  await publish(id, version)
})

test('a draft is edited and discarded; what is published stays as it is, also for the API’s own role', async () => {
  const draft = await draftChange(api, operator, { province: '350000' })
  const edited = await api.inject('editRuleChange', { params: { id: draft.id }, body: { version: draft.version, entry: sampleEntry(api, { province: '350000', value: 22 }) } }, { as: operator })
  expect(edited.body).toMatchObject({ version: 2, state: 'draft', entry: { value: 22 } })
  expect((await publish(draft.id, draft.version)).problem.code).toBe('changed-meanwhile')
  const published = (await publish(draft.id, 2)).body
  for (const answer of [
    await api.inject('editRuleChange', { params: { id: draft.id }, body: { version: published.version, entry: published.entry } }, { as: operator }),
    await api.inject('discardRuleChange', { params: { id: draft.id }, body: { version: published.version } }, { as: operator }), await publish(draft.id, published.version),
  ]) expect([answer.status, answer.problem.code]).toEqual([409, 'already-published'])
  for (const sql of [`UPDATE rule_changes SET entry = '{}' WHERE id = $1`, 'DELETE FROM rule_changes WHERE id = $1']) await expect(api.db.query(sql, [draft.id])).rejects.toThrow('stays as it is')
  const gone = await draftChange(api, operator, { province: '350000' })
  expect((await api.inject('discardRuleChange', { params: { id: gone.id }, body: { version: 1 } }, { as: operator })).status).toBe(204)
  expect((await list('draft', keyOfEntry(gone.entry))).rows).toEqual([])
  for (const about of [keyOfEntry(gone.entry), 'parameter/youngest-individual']) expect((await list('published', about)).rows).toContainEqual(published)
  expect((await list('published', 'parameter/youngest')).rows).toEqual([])
  expect((await api.inject('getRuleChange', { params: { id: published.id } }, { as: operator })).body).toEqual(published)
})

test('of eight who publish one draft at one moment one does, and numbers follow each other without a gap', async () => {
  const drafts = await Promise.all(['220000', '230000', '310000', '340000'].map((province) => draftChange(api, operator, { province })))
  const answers = await Promise.all(drafts.flatMap(({ id, version }) => [publish(id, version), publish(id, version)]))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 409, 409, 409, 409])
  const numbers = (await api.inject('getRuleData', { query: {} })).body.published.map(({ version }) => version)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
})

test('of eight drafts of one thing at one moment one is kept', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => api.inject('draftRuleChange', { body: { entry: sampleEntry(api, { province: '630000', value: 18 + n }) } }, { as: operator })))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409).map(({ problem }) => problem.code)).toEqual(Array.from({ length: 7 }, () => 'draft-is-there'))
})

test('what is wrong is said at its field in both languages; a draft whose day has passed is not published', async () => {
  const wrong = await api.inject('draftRuleChange', { body: { entry: sampleEntry(api, { province: '640000', value: 99, from: '2020-01-01', source: '' }) } }, { as: operator })
  expect([wrong.status, wrong.problem.findings.map(({ rule, path }) => `${rule} ${path}`)]).toEqual([422, ['D-03 value', 'D-04 from', 'D-06 source']])
  for (const { text, fix } of wrong.problem.findings) expect([text.zh, text.en, fix.zh, fix.en]).not.toContain('')
  const { id, version } = await draftChange(api, operator, { province: '650000' })
  await pass(1)
  expect((await publish(id, version)).problem.findings.map(({ path }) => path)).toEqual(['from'])
  expect((await list('draft')).rows.some((row) => row.id === id)).toBe(true)
})

test('a repeat with the same key publishes once and gets the same answer', async () => {
  const { id, version } = await draftChange(api, operator, { province: '620000' })
  const send = () => api.inject('publishRuleChange', { params: { id }, body: { version } }, { as: operator, idempotencyKey: 'publish-once-0001' })
  const [first, second] = [await send(), await send()]
  expect([first.status, second.status, second.body]).toEqual([200, 200, first.body])
  expect(await api.db.query(`SELECT action, detail ->> 'key' AS key, actor ->> 'accountId' AS by FROM audit_entries WHERE object_type = 'rule-change' AND object_id = $1 ORDER BY position`, [id])).toEqual(
    ['rule-data.draft', 'rule-data.publish'].map((action) => ({ action, key: 'parameter/youngest-individual/620000', by: operator.id })),
  )
})

test('a retired code stops what has not ended, an added one is taken, and filings are shown by the names that stand', async () => {
  const filed = (languages: string[]) => journeys.content([provider], { services: [sampleService('s1', `code${randomUUID().slice(0, 8)}.com`, [provider], { languages })] })
  const { id, version } = await journeys.draft(owner, filed(['17']))
  const retired = await draftChange(api, operator, sampleCode(api, { code: '17', zh: '阿拉伯文', en: 'Arabic', offered: false }))
  const { body } = await api.inject('previewRuleChange', { params: { id: retired.id } }, { as: operator })
  expect(body).toMatchObject({ changed: 1, rules: [{ rule: 'W-22', severity: 'block', gained: 1, lost: 0 }] })
  await publish(retired.id, retired.version)
  const finish = await api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })
  expect([finish.status, finish.problem.findings.map(({ rule }) => rule)]).toEqual([422, ['W-22']])
  await publishChange(api, operator, sampleCode(api, { code: '90', zh: '葡萄牙语', en: 'Portuguese' }))
  const saved = await api.inject('saveDraft', { params: { id }, body: { version, content: filed(['90']) } }, { as: owner })
  expect(saved.body.findings).toEqual([])
  expect((await api.inject('finishFiling', { params: { id }, body: { version: saved.body.version } }, { as: owner })).status).toBe(200)
  const closed = await api.inject('draftRuleChange', { body: { entry: sampleCode(api, { id: 'natures', code: '90' }) } }, { as: operator })
  expect([closed.status, closed.problem.findings.map(({ rule, path }) => `${rule} ${path}`)]).toEqual([422, ['D-07 code']])
})

test('a page that asks again and again does not keep the session of somebody who left alive', async () => {
  const away = await api.accounts.owner()
  for (let minutes = 0; minutes < 30; minutes += 10) {
    api.clock.advance(600)
    expect((await api.inject('getRuleData', { query: {} }, { as: away })).status).toBe(200)
  }
  expect((await api.inject('getMe', {}, { as: away })).status).toBe(401)
  await pass(0)
})

test('only the system administrator sees drafts and publishes; what is published anybody may read', async () => {
  const { id, version } = await draftChange(api, operator, { province: '610000' })
  const others = [await api.accounts.owner(), provider.staff, await api.accounts.reviewer('610000'), await api.accounts.securityAdministrator(), await api.accounts.auditAdministrator()]
  for (const as of others) {
    expect((await api.inject('listRuleChanges', { query: { state: 'draft' } }, { as })).status).toBe(403)
    expect((await api.inject('previewRuleChange', { params: { id } }, { as })).status).toBe(403)
    expect((await api.inject('publishRuleChange', { params: { id }, body: { version } }, { as })).status).toBe(403)
    expect((await api.inject('draftRuleChange', { body: { entry: sampleEntry(api) } }, { as })).status).toBe(403)
  }
  expect((await publish(randomUUID(), 1)).problem).toMatchObject({ status: 404, code: 'rule-change-not-found' })
  expect((await api.inject('getRuleData', { query: {} })).status).toBe(200)
})
