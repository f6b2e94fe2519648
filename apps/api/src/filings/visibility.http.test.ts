import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { operations } from '@icp/contract'
import { type Actor, everyField, fieldAt, fieldReaderOf, type RegistrationContent, sightOf } from '@icp/domain'
import { randomUUID } from 'node:crypto'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleService, wang } from '../testing/filing-samples.js'
import { sampleJpeg } from '../testing/pictures.js'
import { FilingsRepository } from './filings.repository.js'

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
    services: [sampleService('s1', 'kejian.com', [one, other]), sampleService('s2', 'kejian.net', [other], { personSource: 'own', person: wang })],
  }))
})
afterAll(() => api.close())

const strangers = async (): Promise<Record<string, TestAccount>> => ({
  owner: await api.accounts.owner(), provider: (await journeys.provider()).staff, reviewer: await api.accounts.reviewer('310000'),
})

test('for another owner, provider or province the filing does not exist, whatever they ask', async () => {
  const content = (await journeys.see(journey.id, journey.owner)).content
  const bodies: Record<string, object> = {
    saveDraft: { content }, openCorrectionRequest: { fields: ['subject.name'], reason: 'x' }, declineCorrectionRequest: { answer: 'x' },
    correctFiling: { requestId: randomUUID(), reason: 'x', content }, refuseFiling: { reason: 'x' }, declineMigration: { reason: 'x' },
    askMediation: { path: 'services.s1.domain', reason: 'x' },
    revealField: { path: 'subject.person.mobile', reason: 'own-data', note: '核对号码' },
    getPaper: { reason: 'own-data', note: '核对材料' },
    returnFiling: { opinion: 'x', findings: [{ path: 'subject.name', reason: 'x', suggestion: '' }] },
  }
  const foreign = await strangers()
  for (const [id, operation] of Object.entries(operations)) {
    if (!operation.path.startsWith('/filings/:id')) continue
    for (const role of operation.roles as readonly string[]) {
      const ask = (filingId: string) => api.inject(id as never, {
        params: { id: filingId, requestId: randomUUID(), partyId: randomUUID(), paperId: randomUUID(), number: 1 },
        ...(id === 'putPaper' ? { query: { purpose: '2', about: 'subject' }, body: sampleJpeg() } : operation.method === 'GET' ? {} : { body: { version: 0, ...bodies[id] } }),
      } as never, { as: foreign[role]! })
      const [real, absent] = [await ask(journey.id), await ask(randomUUID())]
      expect([id, role, real.status]).toEqual([id, role, 404])
      expect({ ...real.problem, requestId: '' }).toEqual({ ...absent.problem, requestId: '' })
    }
  }
})

test('the lists of others do not show it', async () => {
  for (const as of Object.values(await strangers())) expect((await api.inject('listFilings', {}, { as })).body).toEqual({ rows: [], total: 0, next: null })
})

test('everyone who has a part in it finds it by its number, the name of a website and part of a domain', async () => {
  const { reference } = await journeys.see(journey.id, journey.owner)
  for (const as of [journey.owner, one.staff, other.staff, journey.reviewer]) {
    for (const q of [reference!, '晨光书店s1', 'KEJIAN']) {
      expect((await api.inject('listFilings', { query: { q } }, { as })).body.rows.map((row) => row.id)).toEqual([journey.id])
    }
    for (const q of ['%', '_', `'`]) expect((await api.inject('listFilings', { query: { q } }, { as })).body.rows).toEqual([])
  }
})

test('a provider sees only its own networks, and of services that others serve no personal data', async () => {
  const full = (await journeys.see(journey.id, journey.owner)).content as RegistrationContent
  const seen = (await journeys.see(journey.id, one.staff)).content as RegistrationContent
  expect(seen.subject).toEqual(full.subject)
  expect(seen.services[0]!.accesses[0]).toEqual(full.services[0]!.accesses[0])
  expect(seen.services[0]!.accesses[1]).toMatchObject({ providerName: '乙方云', ipRanges: [], modes: [], places: [] })
  expect(seen.services[1]!.person).toMatchObject({ certificateNumber: '110***********0020', mobile: '138****0002' })
  expect((await journeys.see(journey.id, journey.reviewer)).content).toEqual(full)
  const theirs = (await journeys.see(journey.id, other.staff)).content as RegistrationContent
  expect(theirs.services[1]).toEqual(full.services[1])
})

test('a provider may correct its own access and the services it serves, and a stranger to them nothing', async () => {
  const { correctable } = await journeys.see(journey.id, one.staff)
  expect(correctable).toEqual(expect.arrayContaining(['subject.name', 'services.s1.name', 'services.s1.accesses.s1-a1.ipRanges']))
  expect(correctable.filter((path) => path.startsWith('services.s2') || path.includes('s1-a2'))).toEqual([])
  expect((await journeys.see(journey.id, journey.owner)).correctable).toEqual([])
})

test('what is asked and corrected about values that a provider may not see is not shown to it', async () => {
  const { id, owner } = journey
  const version = () => journeys.version(journey)
  const ask = async (path: string) => (await api.inject('openCorrectionRequest', {
    params: { id }, body: { version: await version(), fields: [path], reason: '号码应为 13800000008', providerId: other.id },
  }, { as: owner })).body.id
  const requestId = await ask('services.s2.person.mobile')
  const content = structuredClone((await journeys.see(id, other.staff)).content) as RegistrationContent
  content.services[1]!.person.mobile = '13800000008'
  const body = { version: await version(), requestId, reason: '改为 13800000008', content }
  expect((await api.inject('correctFiling', { params: { id }, body }, { as: other.staff })).status).toBe(201)
  const seenBy = async (as: TestAccount) => JSON.stringify(await journeys.see(id, as))
  for (const as of [owner, other.staff, journey.reviewer]) expect(await seenBy(as)).toContain('改为 13800000008')
  expect(await seenBy(one.staff)).not.toContain('13800000008')
})

test('link and code are on screen for the owner alone, and only while the SMS platform is off', async () => {
  const passed = await journeys.passed([one])
  const onScreen = async (as: TestAccount) => (await journeys.see(passed.id, as)).confirmations.map((confirmation) => confirmation.onScreen !== null)
  expect(await onScreen(passed.owner)).toEqual([true])
  expect(await onScreen(one.staff)).toEqual([false])
  expect(await onScreen(passed.reviewer)).toEqual([false])
  const as = await api.accounts.operator()
  await api.db.query(`INSERT INTO switches (name, value) VALUES ('sms-platform', 'on') ON CONFLICT (name) DO UPDATE SET value = 'on'`)
  expect(await onScreen(passed.owner)).toEqual([false])
  await api.db.query(`UPDATE switches SET value = 'off' WHERE name = 'sms-platform'`)
  expect((await api.inject('listFilings', {}, { as })).status).toBe(403)
})

test('a list is paged by a cursor, newest status first, and a review queue in order of arrival', async () => {
  const owner = await api.accounts.owner()
  const reviewer = await api.accounts.reviewer('330000')
  const ids: string[] = []
  for (let n = 0; n < 22; n++) {
    api.clock.advance(60)
    const content = journeys.content([one])
    const { id } = await journeys.inReview([one], { ...content, subject: { ...content.subject, province: '330000', city: '330100', county: '330102' } })
    ids.push(id)
  }
  const pages = async (as: TestAccount, query: object) => {
    const first = (await api.inject('listFilings', { query }, { as })).body
    const second = (await api.inject('listFilings', { query: { ...query, cursor: first.next! } }, { as })).body
    expect([first.total, first.rows.length, second.rows.length, second.next]).toEqual([22, 20, 2, null])
    return [...first.rows, ...second.rows].map((row) => row.id)
  }
  expect(await pages(reviewer, { status: 'in-review' })).toEqual(ids)
  expect(await pages(reviewer, {})).toEqual([...ids].reverse())
  expect((await api.inject('listFilings', { query: { cursor: 'nonsense' } }, { as: owner })).status).toBe(400)
})

/** Every path at which a document holds something, lists of values counting as one. */
const pathsIn = (value: unknown, at = ''): string[] => {
  if (Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && 'id' in item)) {
    return (value as { id: string }[]).flatMap((item) => pathsIn(item, `${at}.${item.id}`))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [at]
  return Object.entries(value).flatMap(([key, part]) => pathsIn(part, at === '' ? key : `${at}.${key}`))
}

test('no answer about a filing carries a value that the table of visible fields keeps from its reader, nor a field that the table does not know', async () => {
  const record = await api.db.transaction((tx) => api.app.get(FilingsRepository, { strict: false }).find(tx, journey.id))
  const stored = record!.filing.content as RegistrationContent
  const readers: [TestAccount, Actor][] = [
    [journey.owner, { role: 'owner', accountId: journey.owner.id }], [journey.reviewer, { role: 'reviewer', accountId: journey.reviewer.id, province: '110000' }],
    ...[one, other].map((provider): [TestAccount, Actor] => [provider.staff, { role: 'provider', accountId: provider.staff.id, providerId: provider.id }]),
  ]
  for (const [as, actor] of readers) {
    const texts = [
      (await api.inject('getFiling', { params: { id: journey.id } }, { as })).text, (await api.inject('listFilings', {}, { as })).text,
      (await api.inject('getRevision', { params: { id: journey.id, number: 1 } }, { as })).text,
    ]
    const sights = everyField(stored).map((field) => ({ value: fieldAt(stored, field.path), path: field.path, sight: sightOf(field, fieldReaderOf(stored, 'with-providers', field.path, actor)) }))
    const open = new Set(sights.filter(({ sight }) => sight === 'clear').map(({ value }) => JSON.stringify(value)))
    const kept = sights.filter(({ sight, value }) => sight !== 'clear' && value !== '' && !open.has(JSON.stringify(value)))
    expect(kept.length).toBeGreaterThan(5)
    for (const { path, value } of kept) for (const text of texts) expect([actor.role, path, text.includes(JSON.stringify(value))]).toEqual([actor.role, path, false])
    const known = new Set([...everyField(stored).map(({ path }) => path), 'form'])
    const structure = /\.(?:id|providerId)$/
    expect(pathsIn((await journeys.see(journey.id, as)).content).filter((path) => !known.has(path) && !structure.test(path))).toEqual([])
  }
})
