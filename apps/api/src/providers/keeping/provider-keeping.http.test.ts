import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { sampleProvider } from '../../testing/staff.js'

let api: TestApp
let operator: TestAccount
let owner: TestAccount

beforeAll(async () => {
  api = await startTestApp()
  operator = await api.accounts.operator()
  owner = await api.accounts.owner()
})
afterAll(() => api.close())

const add = async (given: Parameters<typeof sampleProvider>[0] = {}) => {
  const form = sampleProvider(given)
  return { form, ...(await api.inject('addProvider', { body: form }, { as: operator })).body }
}
const found = async (q: string) => (await api.inject('searchProviders', { query: { q } }, { as: owner })).body.rows.map(({ id }) => id)
const suspend = (id: string, version: number) => api.inject('suspendProvider', { params: { id }, body: { version, reason: 'licence-ended' } }, { as: operator })
const entriesOf = (id: string) => api.db.query(`SELECT action, actor ->> 'accountId' AS by, detail FROM audit_entries WHERE object_type = 'provider' AND object_id = $1 ORDER BY position`, [id])

test('a provider that is entered can be looked for at once, by its names, their spelling and its keywords', async () => {
  const { id } = await add({ name: '示例苍穹云计算有限公司', nameEn: 'Sample Firmament Co., Ltd.', keywords: ['天幕', ' 天幕 '], ipBlocks: ['203.0.113.0/24'] })
  for (const q of ['苍穹', 'cangqiong', 'firmament', '天幕']) expect(await found(q)).toEqual([id])
  const kept = (await api.inject('getKeptProvider', { params: { id } }, { as: operator })).body
  expect(kept).toMatchObject({ state: 'active', keywords: ['天幕'], ipBlocks: ['203.0.113.0/24'], suspension: null, version: 1 })
})

test('a change replaces names, keywords and blocks; the audit says who and which fields', async () => {
  const { id, version, form } = await add({ ipBlocks: ['192.0.2.0/24', '2001:db8:1::/48'] })
  const changed = { ...form, name: '示例更名后云计算有限公司', ipBlocks: ['192.0.2.0/25'] }
  const { body } = await api.inject('changeProvider', { params: { id }, body: { version, ...changed } }, { as: operator })
  expect(body).toMatchObject({ name: changed.name, ipBlocks: ['192.0.2.0/25'], version: version + 1 })
  expect(await found('更名后')).toEqual([id])
  expect(await entriesOf(id)).toEqual([
    { action: 'provider.add', by: operator.id, detail: {} }, { action: 'provider.change', by: operator.id, detail: { fields: ['name', 'ipBlocks'] } },
  ])
})

test('a suspended provider is found by nobody who chooses one, and by the operator with the reason; resumed, it is back', async () => {
  const { id, version } = await add({ name: '示例暂停云计算有限公司' })
  expect((await suspend(id, version)).body).toMatchObject({ state: 'suspended', suspension: { reason: 'licence-ended', since: api.clock.now() } })
  expect(await found('示例暂停')).toEqual([])
  const { rows } = (await api.inject('listKeptProviders', { query: { q: '示例暂停', state: 'suspended' } }, { as: operator })).body
  expect(rows.map((row) => row.id)).toEqual([id])
  expect((await suspend(id, version + 1)).problem.code).toBe('already-so')
  expect((await api.inject('resumeProvider', { params: { id }, body: { version: version + 1 } }, { as: operator })).body).toMatchObject({ state: 'active', suspension: null })
  expect(await found('示例暂停')).toEqual([id])
  expect((await api.inject('resumeProvider', { params: { id }, body: { version: version + 2 } }, { as: operator })).problem.code).toBe('already-so')
})

test('what is wrong is said at its field, in both languages, and nothing is entered', async () => {
  const { form } = await add()
  const before = await api.count('providers')
  const wrong = await api.inject('addProvider', { body: sampleProvider({ nameEn: ' ', licence: 'x', city: '110100', ipBlocks: ['10.0.0.0/8'] }) }, { as: operator })
  expect(wrong.problem).toMatchObject({ status: 422, code: 'provider-invalid' })
  expect(wrong.problem.findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['O-01 nameEn', 'O-02 licence', 'O-01 city', 'O-04 ipBlocks'])
  const twice = await api.inject('addProvider', { body: sampleProvider({ name: form.name, licence: form.licence }) }, { as: operator })
  expect(twice.problem.findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['O-06 name', 'O-06 licence'])
  expect(await api.count('providers')).toBe(before)
})

test('blocks that overlap with another provider’s are refused, one’s own may be changed', async () => {
  const { id, version, form } = await add({ ipBlocks: ['2001:db8:2::/48'] })
  const over = (ipBlocks: string[]) => api.inject('addProvider', { body: sampleProvider({ ipBlocks }) }, { as: operator })
  for (const blocks of [['2001:db8:2::/48'], ['2001:db8:2:8000::/49'], ['2001:db8:2::1'], ['2001:db8::/44']]) {
    expect((await over(blocks)).problem.findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['O-09 ipBlocks'])
  }
  expect((await over(['2001:db8:3::/48'])).status).toBe(201)
  expect((await api.inject('changeProvider', { params: { id }, body: { version, ...form, ipBlocks: ['2001:db8:2::/47'] } }, { as: operator })).problem.code).toBe('provider-invalid')
  expect((await api.inject('changeProvider', { params: { id }, body: { version, ...form, ipBlocks: ['2001:db8:2::/49'] } }, { as: operator })).status).toBe(200)
})

test('of eight changes at one moment one takes effect, and the others are told', async () => {
  const { id, version, form } = await add()
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) =>
    api.inject('changeProvider', { params: { id }, body: { version, ...form, ipBlocks: [`198.51.100.${n * 8}/29`] } }, { as: operator })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(7)
  const winner = answers.find(({ status }) => status === 200)!
  expect((await api.inject('getKeptProvider', { params: { id } }, { as: operator })).body).toEqual(winner.body)
})

test('of eight providers entered at one moment with the same addresses one is entered', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) =>
    api.inject('addProvider', { body: sampleProvider({ ipBlocks: [`2001:db8:9:${n}::/64`, '2001:db8:8::/48'] }) }, { as: operator })))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter((answer) => answer.status === 422 && answer.problem.findings.some(({ rule }) => rule === 'O-09'))).toHaveLength(7)
})

test('only the system administrator keeps providers, and one that is not there is not found', async () => {
  const { id, version } = await add()
  const others = [owner, await api.accounts.provider(id), await api.accounts.reviewer('330000'), await api.accounts.securityAdministrator(), await api.accounts.auditAdministrator()]
  for (const as of others) {
    expect((await api.inject('listKeptProviders', {}, { as })).status).toBe(403)
    expect((await api.inject('suspendProvider', { params: { id }, body: { version, reason: 'order' } }, { as })).status).toBe(403)
  }
  expect((await suspend(randomUUID(), 1)).problem).toMatchObject({ status: 404, code: 'provider-not-found' })
})

test('how an administration is reached is kept per province, and two do not overwrite each other', async () => {
  const change = (version: number, phone: string, province = '330000') =>
    api.inject('changeAdministration', { params: { province }, body: { version, phone, address: '杭州市', website: 'https://zjca.example.cn' } }, { as: operator })
  const list = async () => (await api.inject('listAdministrations', {}, { as: operator })).body.rows
  expect(await list()).toHaveLength(31)
  const both = await Promise.all([change(0, '0571-87078288'), change(0, '0571-87078289')])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect((await change(1, '0571-87078290')).body).toMatchObject({ version: 2, phone: '0571-87078290', changedAt: api.clock.now() })
  expect((await list()).find(({ province }) => province === '330000')).toMatchObject({ version: 2, address: '杭州市' })
  expect((await change(2, 'call')).problem.findings.map(({ path }) => path)).toEqual(['phone'])
  expect((await change(0, '12300', '990000')).status).toBe(404)
})
