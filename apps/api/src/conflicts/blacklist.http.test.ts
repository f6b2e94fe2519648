import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type BlacklistForm, shanghaiDay } from '@icp/domain'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleService } from '../testing/filing-samples.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let operator: TestAccount
let today: string

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  ;[provider, operator] = [await journeys.provider(), await api.accounts.operator()]
  today = shanghaiDay(api.clock.now())
})
afterAll(() => api.close())

const form = (parts: Partial<BlacklistForm>): BlacklistForm => ({
  kind: 'domain', certificateType: '', certificateNumber: '', domain: '', reason: '提供虚假信息', source: '京通管〔2026〕1号', validFrom: today, validUntil: '', ...parts,
})
const add = (parts: Partial<BlacklistForm>, as = operator) => api.inject('addToBlacklist', { body: form(parts) }, { as })
const draftWith = async (domain: string, subject = journeys.content([provider]).subject, homePage = `www.${domain}`) => {
  const owner = await api.accounts.owner()
  const { id } = (await api.inject('createFiling', { body: { kind: 'new-subject' } }, { as: owner })).body
  const content = { ...journeys.content([provider], { services: [{ ...sampleService('s1', domain, [provider]), homePage }] }), subject }
  const { version, findings } = (await api.inject('saveDraft', { params: { id }, body: { version: 0, content } }, { as: owner })).body
  const told = async () => (await api.inject('getFiling', { params: { id } }, { as: owner })).body.findings.map(({ rule, path }) => `${rule} ${path}`)
  return { findings: findings.map(({ rule, path }) => `${rule} ${path}`), told, finish: () => api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner }) }
}

test('a domain on the list is told while typing and keeps the filing back until it is lifted', async () => {
  const entry = (await add({ domain: ' HEI-yi.com ' })).body
  expect(entry).toMatchObject({ domain: 'hei-yi.com', standing: 'in-force', addedBy: expect.stringMatching(/./), certificateNumber: null })
  const draft = await draftWith('hei-yi.com')
  expect(draft.findings).toEqual(['X-27 services.s1.domain'])
  expect((await draft.finish()).status).toBe(422)
  const lifted = await api.inject('liftFromBlacklist', { params: { id: entry.id }, body: { version: entry.version } }, { as: operator })
  expect(lifted.body).toMatchObject({ standing: 'lifted', liftedBy: entry.addedBy })
  expect((await api.inject('liftFromBlacklist', { params: { id: entry.id }, body: { version: lifted.body.version } }, { as: operator })).problem.code).toBe('already-lifted')
  expect(await draft.told()).toEqual([])
  expect((await draft.finish()).status).toBe(200)
})

test('a subject on the list is told at finish only, without a word of the reason', async () => {
  const { subject } = journeys.content([provider])
  const { certificateType, certificateNumber } = subject
  const entry = (await add({ kind: 'subject', certificateType, certificateNumber, reason: '冒用他人证件' })).body
  expect(entry.certificateNumber).toMatch(/^...\*+....$/)
  const draft = await draftWith('bai-er.com', subject)
  expect(draft.findings).toEqual([])
  const refused = await draft.finish()
  expect(refused.problem.findings.map(({ rule }) => rule)).toEqual(['X-26'])
  expect(refused.text).not.toContain('冒用')
  const stored = await api.db.query('SELECT certificate_number, key FROM blacklist_entries WHERE id = $1', [entry.id])
  expect(JSON.stringify(stored)).not.toContain(certificateNumber)
  const found = (await api.inject('listBlacklist', { query: { kind: 'subject' } }, { as: operator })).body
  expect(found.rows.map(({ id }) => id)).toEqual([entry.id])
})

test('a home page on the list is told like a domain, and what is barred takes all hosts below it with it, those too that are filed by themselves', async () => {
  await add({ domain: 'hei-zhuye.com' })
  expect((await draftWith('bai-zhuye.com', undefined, 'shop.hei-zhuye.com/a')).findings).toContain('X-27 services.s1.homePage')
  await add({ domain: 'hei-ting.gov.cn' })
  expect((await draftWith('shui.hei-ting.gov.cn')).findings.filter((one) => one.startsWith('X-27'))).toEqual(['X-27 services.s1.domain'])
  expect((await draftWith('bai-ting.gov.cn')).findings.filter((one) => one.startsWith('X-27'))).toEqual([])
})

test('an entry holds from its first day to its last', async () => {
  const [dayBefore, dayAfter] = [-1, 1].map((days) => shanghaiDay(new Date(Date.parse(api.clock.now()) + days * 86_400_000).toISOString())) as [string, string]
  expect((await add({ domain: 'hei-guoqu.com', validFrom: '2020-01-01', validUntil: dayBefore })).body.standing).toBe('over')
  expect((await add({ domain: 'hei-weilai.com', validFrom: dayAfter })).body.standing).toBe('planned')
  expect((await add({ domain: 'hei-jintian.com', validUntil: today })).body.standing).toBe('in-force')
  expect([(await draftWith('hei-guoqu.com')).findings, (await draftWith('hei-weilai.com')).findings, (await draftWith('hei-jintian.com')).findings]).toEqual([[], [], ['X-27 services.s1.domain']])
  const rows = (await api.inject('listBlacklist', { query: { standing: 'planned' } }, { as: operator })).body.rows
  expect(rows.map(({ domain }) => domain)).toEqual(['hei-weilai.com'])
})

test('of eight who enter the same domain at one moment one succeeds; what is wrong is told at its field; nobody else may', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => add({ domain: 'hei-tongshi.com' })))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const answer of answers.filter(({ status }) => status !== 201)) expect(answer.problem.findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['B-04 domain'])
  expect((await add({ domain: 'www.x.com', reason: '' })).problem.findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['B-02 domain', 'B-01 reason'])
  for (const as of [await api.accounts.reviewer('110000'), await api.accounts.owner(), await api.accounts.securityAdministrator()]) expect((await add({ domain: 'hei-bieren.com' }, as)).status).toBe(403)
  const entries = await api.db.query(`SELECT action FROM audit_entries WHERE object_type = 'blacklist-entry' ORDER BY at, position`)
  expect(new Set(entries.map(({ action }: { action: string }) => action))).toEqual(new Set(['blacklist.add', 'blacklist.lift']))
})
