import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleService } from '../testing/filing-samples.js'

let api: TestApp
let journeys: FilingJourneys
let one: ProviderWithStaff
let other: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  one = await journeys.provider('甲方云')
  other = await journeys.provider('乙方云')
})
afterAll(() => api.close())

let n = 0
/** A website in force through both providers. */
const served = async (providers = [one, other]): Promise<Journey> => {
  const domain = `zhongzhi${++n}.com`
  return journeys.approved(providers, journeys.content(providers, { services: [sampleService('s1', domain, providers)] }))
}
const recordOf = async (owner: TestAccount) => (await api.inject('listOwnRecords', {}, { as: owner })).body.rows[0]!
const accessOf = async (owner: TestAccount, provider: ProviderWithStaff) => (await recordOf(owner)).services[0]!.accesses.find(({ providerName }) => providerName === provider.name)!.id
const why = { reason: '1', note: '合同到期，不再提供接入' }
const end = (id: string, as: TestAccount, body: object = why, key?: string) => api.inject('endAccess', { params: { id }, body } as never, { as, ...(key ? { idempotencyKey: key } : {}) })
const list = async (as: TestAccount, q?: string) => (await api.inject('listServedAccesses', { query: q === undefined ? {} : { q } }, { as })).body

test('a provider finds what it serves by number, domain and names, with its own addresses only', async () => {
  const { owner } = await served()
  const { number, name, services: [service] } = await recordOf(owner)
  for (const q of [number, service!.domain, service!.name, name]) expect((await list(one.staff, q)).rows.map(({ serviceNumber }) => serviceNumber)).toContain(service!.number)
  const { rows: [row] } = await list(one.staff, service!.domain)
  expect(row).toMatchObject({ id: await accessOf(owner, one), subjectNumber: number, isLast: false, ending: null, ipRanges: [{ from: '192.0.2.1' }] })
  expect((await list(one.staff, '%')).rows).toEqual([])
  expect((await list((await journeys.provider()).staff)).rows).toEqual([])
})

test('pages of what a provider serves follow one another without a gap', async () => {
  const provider = await journeys.provider()
  for (let more = 0; more < 2; more++) {
    const services = Array.from({ length: 11 }, (_, m) => sampleService(`s${m}`, `fenye${++n}.com`, [provider]))
    await journeys.approved([provider], journeys.content([provider], { services }))
  }
  const first = await list(provider.staff)
  const second = (await api.inject('listServedAccesses', { query: { cursor: first.next! } }, { as: provider.staff })).body
  expect([first.total, first.rows.length, second.rows.length, second.next]).toEqual([22, 20, 2, null])
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(22)
})

test('ending its access takes the provider one step: the owner is told, the administration approves, and the other access and the number stay', async () => {
  const { owner, reviewer } = await served()
  const before = await recordOf(owner)
  const id = await accessOf(owner, one)
  const ended = await end(id, one.staff)
  expect(ended.status).toBe(201)
  expect(ended.body).toMatchObject({ status: 'in-review', reference: expect.stringMatching(/^BA/) })
  const view = await journeys.see(ended.body.id, owner)
  expect(view).toMatchObject({ kind: 'cancel-access', applicant: { name: '甲方云' }, providers: [{ name: '甲方云', state: 'passed' }], actions: [] })
  expect(view.history.map(({ action, by, note }) => [action, by.name, note])).toEqual([['end-access', '甲方云', why.note]])
  const notices = (await api.inject('listNotices', {}, { as: owner })).body.rows
  expect(notices[0]?.title.zh).toBe(`甲方云 申请终止接入（${ended.body.reference}）`)
  expect(notices[0]?.text.en).toContain('other accesses stay')
  expect((await list(one.staff, before.services[0]!.domain)).rows[0]?.ending).toEqual({ id: ended.body.id, reference: ended.body.reference })
  const approved = await api.inject('approveFiling', { params: { id: ended.body.id }, body: { version: view.version } }, { as: reviewer })
  expect(approved.status).toBe(200)
  const after = await recordOf(owner)
  expect(after.services[0]).toMatchObject({ number: before.services[0]!.number, state: 'in-force', accesses: [{ providerName: '乙方云' }] })
  expect((await list(one.staff, before.services[0]!.domain)).rows).toEqual([])
})

test('of the last access the owner is warned, and the service becomes hollow', async () => {
  const { owner, reviewer } = await served([one])
  const { domain } = (await recordOf(owner)).services[0]!
  expect((await list(one.staff, domain)).rows[0]?.isLast).toBe(true)
  const { body } = await end(await accessOf(owner, one), one.staff)
  expect((await api.inject('listNotices', {}, { as: owner })).body.rows[0]?.title.en).toContain('is ending the last access')
  await api.inject('approveFiling', { params: { id: body.id }, body: { version: body.version } }, { as: reviewer })
  expect((await recordOf(owner)).services[0]).toMatchObject({ state: 'in-force', accesses: [] })
  const [hollow] = await api.db.query('SELECT count(*)::int AS n FROM hollow_records h JOIN register_services s ON s.id = h.service_id WHERE s.domain = $1', [domain])
  expect(hollow.n).toBe(1)
})

test('nobody ends an access of another provider, nor one that is not there, and both read the same', async () => {
  const { owner } = await served()
  const foreign = await end(await accessOf(owner, other), one.staff)
  const absent = await end(randomUUID(), one.staff)
  expect([foreign.status, { ...foreign.problem, requestId: '' }]).toEqual([404, { ...absent.problem, requestId: '' }])
  expect((await end(await accessOf(owner, one), owner)).status).toBe(403)
})

test('a reason that is not in the table and a missing note are said at their fields, and nothing is begun', async () => {
  const { owner } = await served()
  const id = await accessOf(owner, one)
  const wrong = await end(id, one.staff, { reason: '77', note: '合同到期' })
  expect([wrong.status, wrong.problem.findings.map(({ rule, path }) => `${rule} ${path}`)]).toEqual([422, ['C-02 reason']])
  expect((await end(id, one.staff, { reason: '1', note: ' ' })).status).toBe(422)
  expect((await api.inject('listFilings', { query: { kind: 'cancel-access' } }, { as: owner })).body.total).toBe(0)
})

test('while another filing of the subject is on its way the provider is told so; two of its staff at once begin one application', async () => {
  const { owner } = await served()
  const [id, same] = [await accessOf(owner, one), await accessOf(owner, other)]
  const colleague = await api.accounts.provider(one.id)
  const answers = await Promise.all([end(id, one.staff), end(id, colleague), end(same, other.staff)])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  // The same access is being cancelled already (1032), or something else of the subject runs (1017).
  const [, ofColleague, ofOther] = answers
  const codes = answers.filter(({ status }) => status === 409).map(({ problem }) => problem.code).sort()
  expect(codes).toEqual(ofOther!.status === 201 ? ['1017', '1017'] : ['1017', '1032'])
  expect(ofColleague!.status === 201 || ofColleague!.problem.findings.length === 1).toBe(true)
  const [rows] = await api.db.query(`SELECT count(*)::int AS n FROM filings WHERE owner_account_id = $1 AND kind = 'cancel-access'`, [owner.id])
  expect(rows.n).toBe(1)
})

test('a request that is repeated gets the first answer and begins nothing more', async () => {
  const { owner } = await served()
  const key = randomUUID()
  const id = await accessOf(owner, one)
  const [first, again] = [await end(id, one.staff, why, key), await end(id, one.staff, why, key)]
  expect(again.body).toEqual(first.body)
})

test('the owner cannot withdraw what its provider applied for; after a return the provider gives it up', async () => {
  const { owner, reviewer } = await served()
  const { body } = await end(await accessOf(owner, one), one.staff)
  const returned = await api.inject('returnFiling', { params: { id: body.id }, body: { version: body.version, opinion: '请说明', findings: [{ path: '', reason: '理由不清', suggestion: '' }] } }, { as: reviewer })
  const withdrawn = await api.inject('withdrawFiling', { params: { id: body.id }, body: { version: returned.body.version } }, { as: owner })
  expect([withdrawn.status, withdrawn.problem.code]).toEqual([403, 'provider-applied'])
  const refused = await api.inject('refuseFiling', { params: { id: body.id }, body: { version: returned.body.version, reason: '继续提供接入' } }, { as: one.staff })
  expect(refused.status).toBe(200)
  expect((await recordOf(owner)).services[0]!.accesses).toHaveLength(2)
})

test('the database lets no filing leap from its beginning into review but one that its provider applied for, and keeps who applied', async () => {
  const { owner } = await served()
  const { body } = await end(await accessOf(owner, one), one.staff)
  const change = (sql: string) => api.db.query(sql, [body.id])
  await expect(change('UPDATE filings SET applicant_provider_id = NULL WHERE id = $1')).rejects.toThrow(/identity never changes/)
  await expect(change(`UPDATE filings SET kind = 'change' WHERE id = $1`)).rejects.toThrow(/identity never changes|filings_applicant_check/)
  const draft = (await api.inject('createFiling', { body: { kind: 'new-subject' } }, { as: await api.accounts.owner() })).body
  await expect(api.db.query(`UPDATE filings SET status = 'in-review', version = version + 1 WHERE id = $1`, [draft.id])).rejects.toThrow(/draft does not lead to in-review/)
})
