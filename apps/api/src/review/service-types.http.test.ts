import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { FilingKind, RegistrationContent, Service } from '@icp/domain'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleApp, sampleAppId, sampleMiniProgram, sampleQuickApp, sampleService } from '../testing/filing-samples.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api, await api.accounts.reviewer('110000'))
  provider = await journeys.provider('云杉')
})
afterAll(() => api.close())

const approvedWith = (services: readonly Service[]): Promise<Journey> => journeys.approved([provider], journeys.content([provider], { services: [...services] }))
const recordOf = async (owner: TestAccount) => (await api.inject('listOwnRecords', {}, { as: owner })).body.rows[0]!
const publicly = async (q: string) => (await api.inject('lookUp', { query: { q } })).body
const numbersBy = async (q: string) => (await publicly(q)).rows.map(({ serviceNumber }) => serviceNumber)

async function draft(owner: TestAccount, kind: FilingKind, servicesOf: (filed: readonly Service[]) => readonly Service[]) {
  const { body } = await api.inject('createFiling', { body: { kind, subjectNumber: (await recordOf(owner)).number } }, { as: owner })
  const content = body.content as RegistrationContent
  const saved = await api.inject('saveDraft', { params: { id: body.id }, body: { version: body.version, content: { ...content, services: [...servicesOf(content.services)] } } }, { as: owner })
  return { id: body.id, version: saved.body.version, blocks: saved.body.findings.filter(({ severity }) => severity === 'block').map(({ rule, path }) => `${rule} ${path}`) }
}

async function toReview({ id, version }: { id: string; version: number }, { owner, reviewer }: Journey): Promise<Journey> {
  const finish = await api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })
  if (finish.status !== 200) throw new Error(finish.text)
  const journey = { id, owner, staff: [provider.staff], reviewer }
  await journeys.pass(journey)
  await journeys.confirm(journey)
  return journey
}
const approve = async (journey: Journey) => api.inject('approveFiling', { params: { id: journey.id }, body: { version: await journeys.version(journey) } }, { as: journey.reviewer })

test('services of all four types share one sequence of a subject, each with the letter of its type, and anyone finds them by name and by package', async () => {
  const journey = await approvedWith([sampleService('w1', 'sizhong.com', [provider]), sampleApp('a1', 'api.sizhong.com', [provider])])
  const { number } = await recordOf(journey.owner)
  const added = await draft(journey.owner, 'new-service', () => [sampleMiniProgram('m1', [provider]), sampleQuickApp('q1', [provider])])
  expect(added.blocks).toEqual([])
  expect((await approve(await toReview(added, journey))).body).toMatchObject({ serviceNumbers: [`${number}-3X`, `${number}-4K`] })

  const record = await recordOf(journey.owner)
  expect(record.services.map((service) => [service.number, service.type])).toEqual([
    [`${number}-1`, 'website'], [`${number}-2A`, 'app'], [`${number}-3X`, 'mini-program'], [`${number}-4K`, 'quick-app'],
  ])
  expect(record.certificates.map(({ version, state, services }) => [version, state, services])).toEqual([[2, 'current', 4], [1, 'replaced', 2]])
  expect(await numbersBy(`${number.replace('号', '')}-2a`)).toEqual([`${number}-2A`])
  expect(await numbersBy('晨光书城a1')).toEqual([`${number}-2A`])
  expect((await publicly('COM.chenguang.A1')).read).toEqual({ as: 'package', text: 'COM.chenguang.A1' })
  expect(await numbersBy('COM.chenguang.A1')).toEqual([`${number}-2A`])
  expect(await numbersBy('com.chenguang.a1.ios')).toEqual([`${number}-2A`])
  expect(await numbersBy(sampleAppId('m1'))).toEqual([`${number}-3X`])
  expect(await numbersBy('com.chenguang.quick.q1')).toEqual([`${number}-4K`])
  expect(await numbersBy('api.sizhong.com')).toEqual([`${number}-1`, `${number}-2A`])
  const found = (await publicly('晨光书城a1')).rows[0]
  expect(found).toMatchObject({ serviceType: 'app', domain: 'api.sizhong.com', state: 'in-force' })
  expect(JSON.stringify(found)).not.toMatch(/publicKey|fingerprint|com\.chenguang/)

  const certificate = record.certificates[0]!
  const { body: check } = await api.inject('verifyByCode', { params: { code: certificate.code } })
  expect(check.certificate?.services.map(({ number: at, type, domain }) => [at, type, domain])).toEqual([
    [`${number}-1`, 'website', 'sizhong.com'], [`${number}-2A`, 'app', 'api.sizhong.com'], [`${number}-3X`, 'mini-program', ''], [`${number}-4K`, 'quick-app', ''],
  ])
})

test('the domain and the programs of a subject are closed to others, and its own app may share the domain of its website', async () => {
  const holder = await approvedWith([sampleService('w2', 'gongyong.com', [provider]), sampleApp('b1', 'b.gongyong.com', [provider])])
  const owner = (await approvedWith([sampleService('w3', 'bieren.com', [provider])])).owner
  const foreign = await draft(owner, 'new-service', () => [
    sampleApp('b2', 'x.gongyong.com', [provider], { platforms: sampleApp('B1', '', []).platforms! }),
  ])
  expect(foreign.blocks.toSorted()).toEqual([
    'X-01 services.b2.domain', 'X-41 services.b2.platforms.p1.packageName', 'X-41 services.b2.platforms.p2.packageName',
  ])
  const own = await draft(holder.owner, 'new-service', () => [sampleApp('b3', 'gongyong.com', [provider]), sampleService('w4', 'gongyong.com', [provider], { name: '晨光另一站' })])
  expect(own.blocks.filter((block) => block.startsWith('X-'))).toEqual(['X-01 services.w4.domain'])
})

test('a new platform is a change of the app, which keeps its number; what the app is, and under which domain, stays', async () => {
  const journey = await approvedWith([sampleApp('c1', 'c1.pingtai.com', [provider])])
  const { number } = await recordOf(journey.owner)
  const again = await draft(journey.owner, 'new-service', () => [sampleApp('c2', 'c2.pingtai.com', [provider], { name: '晨光书城c1' })])
  expect(again.blocks).toEqual(['X-40 services.c2.name'])
  await api.inject('discardDraft', { params: { id: again.id }, body: { version: again.version } }, { as: journey.owner })

  const harmony = { ...sampleApp('c1', '', []).platforms![0]!, id: 'p3', platform: 'harmonyos', packageName: 'com.chenguang.c1.harmony' }
  const frozen = await draft(journey.owner, 'change', ([app]) => [{ ...app!, domain: 'other.pingtai.com' }])
  expect(frozen.blocks.some((block) => block.endsWith('.domain'))).toBe(true)
  await api.inject('discardDraft', { params: { id: frozen.id }, body: { version: frozen.version } }, { as: journey.owner })
  const change = await draft(journey.owner, 'change', ([app]) => [{ ...app!, platforms: [...app!.platforms!, harmony] }])
  expect(change.blocks).toEqual([])
  const inReview = await toReview(change, journey)
  const { differences } = await journeys.see(change.id, journey.reviewer)
  expect(differences.map(({ label, after }) => [label.en, after])).toEqual([['App “晨光书城c1” · HarmonyOS (com.chenguang.c1.harmony)', 'com.chenguang.c1.harmony']])
  expect((await approve(inReview)).status).toBe(200)
  expect(await numbersBy('com.chenguang.c1.harmony')).toEqual([`${number}-1A`])
})

test('of two subjects that file one program at once, one gets it', async () => {
  const filings = await Promise.all([1, 2].map((n) => journeys.inReview([provider], journeys.content([provider], {
    services: [sampleApp('d1', `paodui${n}.com`, [provider], { platforms: [sampleApp('d1', '', []).platforms![0]!] })],
  }))))
  const answers = await Promise.all(filings.map(approve))
  // Whoever comes later finds it taken while it decides (422) or when it writes (409).
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const { status } of answers) expect([200, 409, 422]).toContain(status)
  expect(await numbersBy('com.chenguang.d1')).toHaveLength(1)
})
