import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RegistrationContent } from '@icp/domain'
import { NotificationsApi } from '../notifications/notifications.api.js'
import { later } from '../platform/clock.js'
import { Transactions } from '../platform/transaction.service.js'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import { placeIn } from '../testing/filing-samples.js'
import { onRecord, preview } from '../testing/forced.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider('云端网络')
})
afterAll(() => api.close())

const open = (id: string, as: TestAccount) => api.inject('getFiling', { params: { id } }, { as })
const readsOf = async (owner: TestAccount) => (await api.inject('listOwnReads', { query: {} }, { as: await api.accounts.logOnAgain(owner) })).body
const told = async (owner: TestAccount) => (await readsOf(owner)).rows.map(({ reader, way, times }) => `${reader.zh} ${way} ${times}`).toSorted()

test('an owner is told which organisation opened a filing, read its sheet or took it along, once for each day and way with how often and when, but not who, nor of lists', async () => {
  const { id, owner, reviewer } = await journeys.finished([provider])
  const before = await told(owner)
  expect(before).toEqual([])
  const began = api.clock.now()
  await open(id, provider.staff)
  api.clock.advance(60)
  const colleague = await api.accounts.provider(provider.id)
  await open(id, colleague)
  await api.inject('getRevision', { params: { id, number: 1 } }, { as: colleague })
  await api.inject('listFilings', { query: {} }, { as: provider.staff })
  await api.inject('exportFilings', { query: { language: 'zh' } }, { as: provider.staff })
  await open(id, owner)
  expect(await told(owner)).toEqual(['云端网络 exported 1', '云端网络 opened 3'])
  const { rows } = await readsOf(owner)
  expect(rows.find(({ way }) => way === 'opened')).toEqual({
    id: expect.any(String), at: api.clock.now(), first: began, times: 3, way: 'opened', reader: { zh: '云端网络', en: expect.stringMatching(/^Cloud/) }, field: null, reason: null,
    filing: { id, reference: expect.stringMatching(/^BA/) }, record: null,
  })
  for (const person of [provider.staff.id, colleague.id, colleague.userName]) expect(JSON.stringify(rows)).not.toContain(person)
  expect(await told(await api.accounts.owner())).toEqual([])
  const { staff } = await journeys.provider()
  expect((await open(id, staff)).status).toBe(404)
  expect((await open(id, reviewer)).status).toBe(200)
  expect(await told(owner)).toEqual(['云端网络 exported 1', '云端网络 opened 3', '北京市通信管理局 opened 1'])
})

test('the answered sheet that an administration reads is told, and the sheet that a provider is only asked to fill in is not', async () => {
  const journey = await journeys.inReview([provider])
  expect((await told(journey.owner)).filter((one) => one.includes('sheet'))).toEqual([])
  await api.inject('getVerificationSheet', { params: { id: journey.id } }, { as: journey.reviewer })
  expect((await told(journey.owner)).filter((one) => one.includes('sheet'))).toEqual(['北京市通信管理局 sheet 1'])
})

test('the administration of another province that compares a filing with one that it conflicts with is told to the owners of both', async () => {
  const named = (province: string): RegistrationContent => {
    const content = journeys.content([provider])
    return { ...content, subject: { ...content.subject, ...placeIn(province) }, services: content.services.map((service) => ({ ...service, name: '同名的书屋' })) }
  }
  const [own, other] = [await journeys.inReview([provider], named('330000')), await journeys.finished([provider], named('110000'))]
  const looked = await api.inject('getConflictParty', { params: { id: own.id, partyId: other.id } }, { as: own.reviewer })
  expect(looked.status).toBe(200)
  expect((await told(other.owner)).filter((one) => one.includes('conflict'))).toEqual(['浙江省通信管理局 conflict 1'])
  await api.inject('listConflicts', { params: { id: own.id } }, { as: own.reviewer })
  expect((await told(own.owner)).filter((one) => one.includes('conflict'))).toEqual(['浙江省通信管理局 conflict 1'])
})

test('an owner is told which administration compared its record in force with a filing of its own, looked at what a forced cancellation would end, or opened the certificate; not of searches', async () => {
  const named = (province: string): RegistrationContent => {
    const content = journeys.content([provider])
    return { ...content, subject: { ...content.subject, ...placeIn(province) }, services: content.services.map((service) => ({ ...service, name: '同名的茶馆' })) }
  }
  const record = await onRecord(api, journeys, [provider], named('110000'))
  const own = await journeys.inReview([provider], named('330000'))
  const looksAt = async () => (await readsOf(record.owner)).rows.filter(({ filing }) => filing === null).map(({ reader, way, times, record: number }) => `${reader.zh} ${way} ${times} ${number}`).toSorted()
  expect(await looksAt()).toEqual([])
  expect((await api.inject('getConflictParty', { params: { id: own.id, partyId: record.subjectId } }, { as: own.reviewer })).status).toBe(200)
  for (let time = 0; time < 2; time++) expect((await preview(api, record, record.subjectNumber, record.reviewer)).status).toBe(200)
  const [certificate] = (await api.inject('listOwnRecords', {}, { as: await api.accounts.logOnAgain(record.owner) })).body.rows[0]!.certificates
  await api.runJobs('certificates-draw-paper')
  expect((await api.inject('downloadCertificate', { params: { id: certificate!.id } }, { as: record.reviewer })).status).toBe(200)
  expect((await api.inject('findForcible', { query: { q: record.subjectNumber } }, { as: record.reviewer })).body.rows).toHaveLength(1)
  const number = record.subjectNumber
  const looks = [`北京市通信管理局 certificate 1 ${number}`, `北京市通信管理局 forced 2 ${number}`, `浙江省通信管理局 conflict 1 ${number}`]
  expect(await looksAt()).toEqual(looks)
  const { rows } = await readsOf(record.owner)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  for (const { id } of [own.reviewer, record.reviewer]) expect(JSON.stringify(rows)).not.toContain(id)
  expect((await told(own.owner)).filter((one) => / (forced|certificate) /.test(one))).toEqual([])
})

test('an owner is told that a security administrator opened its account, as the role and not as the person, and not of lists in which it stands', async () => {
  const [owner, security] = [await api.accounts.owner(), await api.accounts.securityAdministrator()]
  await api.inject('listAccounts', { query: {} }, { as: security })
  expect(await told(owner)).toEqual([])
  for (let time = 0; time < 2; time++) expect((await api.inject('getAccount', { params: { id: owner.id } }, { as: security })).status).toBe(200)
  expect(await told(owner)).toEqual(['安全管理员 account 2'])
  const { rows } = await readsOf(owner)
  expect(rows).toMatchObject([{ filing: null, record: null, field: null, reason: null }])
  for (const person of [security.id, security.userName]) expect(JSON.stringify(rows)).not.toContain(person)
  expect(await told(await api.accounts.owner())).toEqual([])
})

test('the days of Beijing have rows of their own, the latest first, in pages that name every row once', async () => {
  const { id, owner } = await journeys.finished([provider])
  for (let day = 0; day < 23; day++) {
    await open(id, await api.accounts.logOnAgain(provider.staff))
    api.clock.advance(24 * 3600)
  }
  const as = await api.accounts.logOnAgain(owner)
  const first = (await api.inject('listOwnReads', { query: {} }, { as })).body
  const second = (await api.inject('listOwnReads', { query: { cursor: first.next! } }, { as })).body
  expect([first.total, first.rows.length, second.rows.length, second.next]).toEqual([23, 20, 3, null])
  const times = [...first.rows, ...second.rows].map(({ at }) => at)
  expect(times).toEqual(times.toSorted().toReversed())
  expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(23)
})

test('a message to the owner that an operator reads in full is told with its purpose, and the breach scope names the account after the message has gone', async () => {
  const owner = await api.accounts.owner()
  const operator = await api.accounts.operator()
  const auditor = await api.accounts.auditAdministrator()
  for (const [channel, to] of [['sms', owner.mobile], ['mail', owner.email.toUpperCase()]] as const) {
    await api.app.get(Transactions).write(null, (tx) => api.app.get(NotificationsApi, { strict: false }).message(tx, { channel, to, text: '备案信息有更新', personal: [] }))
    const [message] = (await api.inject('listMessages', { body: { recipient: to } }, { as: operator })).body.rows
    expect((await api.inject('revealMessage', { params: { id: message!.id }, body: { reason: 'complaint', note: '用户投诉' } }, { as: operator })).status).toBe(200)
  }
  const { rows, total } = await readsOf(owner)
  expect([total, rows]).toMatchObject([2, [{ way: 'message', reason: 'complaint', filing: null, field: null, reader: { zh: '系统管理员' } }, { way: 'message' }]])
  expect(JSON.stringify(rows)).not.toContain(operator.id)
  expect(await told(await api.accounts.owner())).toEqual([])
  await api.db.query('DELETE FROM outbox_messages')
  const scope = (await api.inject('getBreachScope', { query: { account: operator.id, from: api.clock.now().slice(0, 10) + 'T00:00:00.000Z', to: later(api.clock.now(), 60) } }, { as: auditor })).body
  expect(scope.rows.find(({ object }) => object === `account:${owner.id}`)).toMatchObject({ reads: 2, actions: ['message.reveal'] })
})
