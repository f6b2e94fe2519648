import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RegistrationContent } from '@icp/domain'
import { randomUUID } from 'node:crypto'
import { AuditReader } from '../audit/audit.reader.js'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { li, sampleService, wang } from '../testing/filing-samples.js'
import { revealLimits } from './reads.api.js'

let api: TestApp
let journeys: FilingJourneys
let one: ProviderWithStaff
let other: ProviderWithStaff
let journey: Journey

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  one = await journeys.provider('甲方云')
  other = await journeys.provider('乙方云')
  journey = await journeys.finished([one, other], journeys.content([one], {
    services: [sampleService('s1', 'shudian.com', [one]), sampleService('s2', 'shudian.net', [other], { personSource: 'own', person: wang })],
  }))
})
afterAll(() => api.close())

const mobile = 'subject.person.mobile'
const verify = { reason: 'verify', note: '核对号码' } as const
const reveal = (as: TestAccount, path: string, more: object = verify, id = journey.id) => api.inject('revealField', { params: { id }, body: { path, ...more } as never }, { as })

test('a finished filing shows everyone masked numbers, phones and mail; its draft shows its owner what was typed', async () => {
  for (const as of [journey.owner, one.staff, other.staff, journey.reviewer]) {
    const answer = await api.inject('getFiling', { params: { id: journey.id } }, { as })
    expect((answer.body.content as RegistrationContent).subject.person).toMatchObject({ name: '李明', mobile: '138****0001', certificateNumber: '110***********0016', email: 'l***@example.com' })
    const earlier = await api.inject('getRevision', { params: { id: journey.id, number: 1 } }, { as })
    for (const { text } of [answer, earlier]) for (const clear of [li.mobile, li.certificateNumber, li.email, wang.mobile, wang.certificateNumber]) expect(text).not.toContain(clear)
  }
  const owner = await api.accounts.owner()
  const draft = await journeys.draft(owner, journeys.content([one]))
  expect((draft.content as RegistrationContent).subject.person.mobile).toBe(li.mobile)
})

test('a look at one value needs a purpose of one’s role and a word from staff; without it nothing is told and nothing written', async () => {
  const before = await api.count('personal_reads')
  for (const [as, more] of [[one.staff, { reason: 'verify', note: ' ' }], [one.staff, { reason: 'review', note: '核对号码' }], [journey.owner, { reason: 'verify', note: '' }]] as const) {
    const refused = await reveal(as, mobile, more)
    expect([refused.status, refused.problem.findings?.[0]?.path]).toEqual([422, more.note === ' ' ? 'note' : 'reason'])
    expect(refused.text).not.toContain(li.mobile)
  }
  expect(await api.count('personal_reads')).toBe(before)
})

test('who looked, at which field and why stands in the audit and with the owner, the value and the words in neither', async () => {
  expect((await reveal(one.staff, mobile, { reason: 'contact', note: '电话核实 13800000001' })).body).toEqual({ value: li.mobile })
  expect((await reveal(journey.reviewer, 'subject.certificateNumber', { reason: 'review', note: '核对证件' })).status).toBe(200)
  expect((await reveal(journey.owner, mobile, { reason: 'own-data', note: '' })).body).toEqual({ value: li.mobile })
  const chains = await Promise.all([one.staff, journey.reviewer, journey.owner].map(({ id }) => api.app.get(AuditReader, { strict: false }).listChain(`account-reads:${id}`)))
  const entries = chains.flat().filter(({ action }) => action === 'filing.reveal')
  expect(entries.map(({ actor, detail }) => [actor.role, detail['path'], detail['reason']])).toEqual([
    ['provider', mobile, 'contact'], ['reviewer', 'subject.certificateNumber', 'review'], ['owner', mobile, 'own-data'],
  ])
  expect(JSON.stringify(entries)).not.toContain('13800000001')
  const reads = (await api.inject('listOwnReads', {}, { as: journey.owner })).body
  const revealed = reads.rows.filter(({ way }) => way === 'revealed')
  expect(revealed.map(({ reader, field, reason }) => [reader.zh, field?.zh, reason])).toEqual(
    expect.arrayContaining([['甲方云', '主体负责人 · 手机号码', 'contact'], ['北京市通信管理局', '主体 · 证件号码', 'review']]),
  )
  expect(revealed).toHaveLength(2)
  expect(JSON.stringify(reads)).not.toContain('13800000001')
  const stored = await api.db.query('SELECT * FROM personal_reads')
  expect(JSON.stringify(stored)).not.toMatch(/13800000001|电话核实/)
})

test('what is not masked, not there, not yours or not of a service that you serve is absent, all in the same words', async () => {
  const before = await api.count('personal_reads')
  const stranger = (await journeys.provider()).staff
  const absent = await reveal(one.staff, mobile, verify, randomUUID())
  for (const answer of [
    await reveal(stranger, mobile), await reveal(one.staff, 'services.s2.person.mobile'), await reveal(one.staff, 'subject.name'), await reveal(one.staff, 'subject.nothing'),
    await reveal(one.staff, 'services.__proto__.mobile'), await reveal(one.staff, ''.padEnd(9, '.')), await reveal(one.staff, mobile, { ...verify, revision: 9 }),
    await reveal(await api.accounts.reviewer('310000'), mobile, { reason: 'review', note: '核对号码' }), await reveal(await api.accounts.owner(), mobile, { reason: 'own-data', note: '' }),
  ]) {
    expect(answer.status).toBe(404)
    expect({ ...answer.problem, requestId: '' }).toEqual({ ...absent.problem, requestId: '' })
  }
  expect((await reveal(other.staff, 'services.s2.person.mobile')).body).toEqual({ value: wang.mobile })
  expect(await api.count('personal_reads')).toBe(before + 1)
})

test('a draft is nobody’s to look into, and a correction made from masked values changes only what was typed', async () => {
  const corrected = await journeys.finished([one])
  const as = corrected.staff[0]!
  const asked = await api.inject('openCorrectionRequest', { params: { id: corrected.id }, body: { version: await journeys.version(corrected), fields: [mobile], reason: '号码有误' } }, { as })
  const content = structuredClone((await journeys.see(corrected.id, as)).content) as RegistrationContent
  content.subject.person.mobile = '13800000077'
  const body = { version: await journeys.version(corrected), requestId: asked.body.id, reason: '已核实', content }
  const answer = await api.inject('correctFiling', { params: { id: corrected.id }, body }, { as })
  expect(answer.body.changes.map(({ path, before, after }) => [path, before, after])).toEqual([[mobile, '138****0001', '138****0077']])
  expect((await reveal(as, mobile, verify, corrected.id)).body.value).toBe('13800000077')
  expect((await reveal(as, mobile, { ...verify, revision: 1 }, corrected.id)).body.value).toBe(li.mobile)
  expect((await reveal(as, 'subject.person.certificateNumber', verify, corrected.id)).body.value).toBe(li.certificateNumber)
  const owner = await api.accounts.owner()
  const draft = await journeys.draft(owner, journeys.content([one]))
  expect((await reveal(owner, mobile, { reason: 'own-data', note: '' }, draft.id)).status).toBe(404)
})

test('whoever looks too often is told when to look again', async () => {
  const { staff } = await journeys.provider()
  const limit = revealLimits[0]!
  await api.db.query('UPDATE limiter_points SET points = 0')
  expect((await reveal(staff, mobile)).status).toBe(404)
  await api.db.query(`UPDATE limiter_points SET points = $1 WHERE key LIKE 'personal-data-reveal-hour:%'`, [limit.points])
  const refused = await reveal(staff, mobile)
  expect([refused.status, Number(refused.headers['retry-after']) > 3000]).toEqual([429, true])
})
