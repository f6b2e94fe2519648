import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { FilingContent, FilingKind, RegistrationContent } from '@icp/domain'
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
/** What was filed, in clear, by filing. */
const typed = new Map<string, RegistrationContent>()
const withThree = async (): Promise<Journey> => {
  n++
  const content = journeys.content([one], {
    services: [sampleService('s1', `zhuxiao${n}.com`, [one]), sampleService('s2', `zhuxiao${n}.net`, [other]), sampleService('s3', `zhuxiao${n}.cn`, [one])],
  })
  const journey = await journeys.approved([one, other], content)
  typed.set(journey.id, content)
  return journey
}

const ownRecord = async (owner: TestAccount) => (await api.inject('listOwnRecords', {}, { as: owner })).body.rows[0]!
const start = (owner: TestAccount, kind: FilingKind, subjectNumber: string, serviceNumbers: string[] = []) =>
  api.inject('createFiling', { body: { kind, subjectNumber, serviceNumbers } }, { as: owner })
const stepUp = async (owner: TestAccount) => (await api.inject('sendStepUpCode', { body: { purpose: 'cancel' } }, { as: owner })).body.onScreen!.code

async function finish(owner: TestAccount, kind: FilingKind, subjectNumber: string, serviceNumbers: string[] = []) {
  const draft = (await start(owner, kind, subjectNumber, serviceNumbers)).body
  const content = { ...draft.content, reason: '1', note: '不再经营' } as FilingContent
  const { version } = (await api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content } }, { as: owner })).body
  return { id: draft.id, version, answer: await api.inject('finishFiling', { params: { id: draft.id }, body: { version, code: await stepUp(owner) } }, { as: owner }) }
}

async function carry(id: string, { owner, reviewer }: Journey, staff: readonly TestAccount[]) {
  await journeys.pass({ id, owner, staff, reviewer })
  await journeys.confirm({ id, owner, staff, reviewer })
  const { version } = await journeys.see(id, owner)
  return api.inject('approveFiling', { params: { id }, body: { version } }, { as: reviewer })
}

test('one of three websites is cancelled: the others stay, the certificate is issued anew, the domain is free', async () => {
  const journey = await withThree()
  const { owner } = journey
  const { number, services, certificates } = await ownRecord(owner)
  const falling = services[1]!.number
  const { id, answer } = await finish(owner, 'cancel-service', number, [falling])
  expect(answer.status).toBe(200)
  const view = await journeys.see(id, owner)
  expect(view.providers.map((provider) => provider.name)).toEqual(['乙方云'])
  expect(view.services).toEqual([{ name: services[1]!.name, domain: services[1]!.domain }])
  expect((await carry(id, journey, [other.staff])).status).toBe(200)
  const after = await ownRecord(owner)
  expect(after.state).toBe('in-force')
  expect(after.services.map((service) => service.state)).toEqual(['in-force', 'cancelled', 'in-force'])
  expect(after.services[1]!.cancelledOn).toBe('2026-11-23')
  expect(after.certificates.map(({ version, state, services }) => [version, state, services])).toEqual([[2, 'current', 2], [1, 'replaced', 3]])
  expect(after.certificates[1]!.id).toBe(certificates[0]!.id)
  const fates = async (as: TestAccount) => {
    const { comparedWith, standing } = await journeys.see(id, as)
    return [comparedWith, ...standing.map((service) => [service.number, service.fate])]
  }
  const then = ['register-at-end', ...services.map((service) => [service.number, service.number === falling ? 'falls' : 'stays'])]
  expect(await fates(owner)).toEqual(then)
  const again = journeys.content([one], { services: [sampleService('s1', services[1]!.domain, [one])] })
  const refiled = await journeys.approved([one], again)
  const { result } = await journeys.see(refiled.id, refiled.owner)
  expect(result!.serviceNumbers).not.toContain(falling)
  const next = await finish(owner, 'cancel-service', number, [services[0]!.number])
  expect((await journeys.see(next.id, owner)).standing.map((service) => service.fate)).toEqual(['falls', 'stays'])
  expect((await carry(next.id, journey, [one.staff])).status).toBe(200)
  for (const reader of [owner, journey.reviewer, other.staff]) expect(await fates(reader)).toEqual(then)
})

test('the code of a cancellation gives the session a new cookie; the one before opens nothing', async () => {
  const { owner } = await withThree()
  const { number } = await ownRecord(owner)
  const before = owner.cookie
  expect((await finish(owner, 'cancel-subject', number)).answer.status).toBe(200)
  expect(owner.cookie).not.toBe(before)
  expect((await api.inject('getMe', {}, { headers: { cookie: before } })).status).toBe(401)
  expect((await api.inject('getMe', {}, { as: owner })).status).toBe(200)
})

test('the subject is cancelled: everything falls, the certificate ends, and its number is never given again', async () => {
  const journey = await withThree()
  const { owner } = journey
  const { number } = await ownRecord(owner)
  const { id } = await finish(owner, 'cancel-subject', number)
  expect((await journeys.see(id, owner)).providers.map((provider) => provider.name).sort()).toEqual(['乙方云', '甲方云'])
  const approved = await carry(id, journey, [one.staff, other.staff])
  expect(approved.body).toMatchObject({ status: 'approved', subjectNumber: number, certificateId: null })
  expect(approved.body.serviceNumbers).toHaveLength(3)
  const after = await ownRecord(owner)
  expect([after.state, ...after.services.map((service) => service.state)]).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled'])
  expect(after.certificates.map((certificate) => certificate.state)).toEqual(['cancelled'])
  const refiled = await journeys.approved([one], { ...journeys.content([one]), subject: typed.get(journey.id)!.subject })
  expect((await journeys.see(refiled.id, refiled.owner)).result!.subjectNumber).not.toBe(number)
})

test('a cancellation without the code, or with a wrong one, is refused at the code and stays a draft', async () => {
  const { owner } = await withThree()
  const { number } = await ownRecord(owner)
  const draft = (await start(owner, 'cancel-subject', number)).body
  const content = { ...draft.content, reason: '1' } as FilingContent
  const { version } = (await api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content } }, { as: owner })).body
  const code = await stepUp(owner)
  for (const wrong of [undefined, code === '000000' ? '000001' : '000000']) {
    const refused = await api.inject('finishFiling', { params: { id: draft.id }, body: { version, ...(wrong ? { code: wrong } : {}) } }, { as: owner })
    expect([refused.status, refused.problem.findings.map((finding) => finding.path)]).toEqual([422, ['code']])
  }
  expect((await journeys.see(draft.id, owner)).status).toBe('draft')
  expect((await api.inject('finishFiling', { params: { id: draft.id }, body: { version, code } }, { as: owner })).status).toBe(200)
})

test('the two cancellations exclude each other, and none is started twice', async () => {
  const journey = await withThree()
  const { owner } = journey
  const { number, services } = await ownRecord(owner)
  const { id } = await finish(owner, 'cancel-service', number, [services[0]!.number])
  const { reference } = await journeys.see(id, owner)
  const twice = await start(owner, 'cancel-service', number, [services[0]!.number])
  expect([twice.status, twice.problem.code]).toEqual([409, '1030'])
  expect(twice.problem.text.en).toContain(reference!)
  expect(twice.problem.findings.map(({ rule }) => rule)).toEqual(['C-22'])
  expect((await start(owner, 'cancel-subject', number)).problem.code).toBe('1043')
  expect((await start(owner, 'cancel-service', number, [services[1]!.number])).problem.code).toBe('1017')
  expect((await ownRecord(owner)).openFilings).toEqual([{ id, kind: 'cancel-service', status: 'with-providers', reference, serviceNumbers: [services[0]!.number] }])
  await api.inject('withdrawFiling', { params: { id }, body: { version: await journeys.version({ ...journey, id }) } }, { as: owner })
  await finish(owner, 'cancel-subject', number)
  expect((await start(owner, 'cancel-subject', number)).problem.code).toBe('1027')
  expect((await start(owner, 'cancel-service', number, [services[0]!.number])).problem.code).toBe('1042')
})

test('a cancellation that was prepared says by which rule another one has come first, and the same access is cancelled once', async () => {
  const { owner } = await withThree()
  const { number, services } = await ownRecord(owner)
  const prepared = (await start(owner, 'cancel-service', number, [services[1]!.number])).body
  const access = { kind: 'cancel-access' as const, subjectNumber: number, serviceNumbers: [services[0]!.number], accessIds: [services[0]!.accesses[0]!.id] }
  const begin = () => api.inject('createFiling', { body: access }, { as: owner })
  const ends = (await begin()).body
  const { version } = (await api.inject('saveDraft', { params: { id: ends.id }, body: { version: ends.version, content: { ...ends.content, reason: '1' } as FilingContent } }, { as: owner })).body
  const rulesFor = async () => (await journeys.see(prepared.id, owner)).findings.map(({ rule }) => rule).filter((rule) => rule === 'X-04' || rule.startsWith('C-2'))
  expect(await rulesFor()).toEqual([])
  expect((await api.inject('finishFiling', { params: { id: ends.id }, body: { version, code: await stepUp(owner) } }, { as: owner })).status).toBe(200)
  expect(await rulesFor()).toEqual(['X-04'])
  const twice = await begin()
  expect([twice.status, twice.problem.code, twice.problem.findings.map(({ rule }) => rule)]).toEqual([409, '1032', ['C-23']])
})

test('the last website is not cancelled alone', async () => {
  const { owner } = await journeys.approved([one])
  const { number, services } = await ownRecord(owner)
  const refused = await start(owner, 'cancel-service', number, [services[0]!.number])
  expect([refused.status, refused.problem.code]).toEqual([409, 'last-service'])
})

test('nobody cancels what is not his, or what is not there', async () => {
  const { owner } = await journeys.approved([one])
  const { number } = await ownRecord(owner)
  expect((await start(await api.accounts.owner(), 'cancel-subject', number)).status).toBe(404)
  expect((await start(owner, 'cancel-subject', '京ICP备2020000001号')).status).toBe(404)
  expect((await start(owner, 'cancel-service', number, [`${number}-9`])).status).toBe(404)
})

test('a draft of a cancellation is taken up again and follows the choice made last', async () => {
  const { owner } = await withThree()
  const { number, services } = await ownRecord(owner)
  const first = (await start(owner, 'cancel-service', number, [services[0]!.number])).body
  const second = (await start(owner, 'cancel-service', number, [services[2]!.number])).body
  expect(second.id).toBe(first.id)
  expect(second.content).toMatchObject({ form: 'cancellation', serviceNumbers: [services[2]!.number] })
})

test('a wrong code of a cancellation is counted though refused; with its key it is counted once', async () => {
  const { owner } = await withThree()
  const { number } = await ownRecord(owner)
  const draft = (await start(owner, 'cancel-subject', number)).body
  const content = { ...draft.content, reason: '1' } as FilingContent
  const { version } = (await api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content } }, { as: owner })).body
  const code = await stepUp(owner)
  const wrong = code === '000000' ? '000001' : '000000'
  const ask = (typed: string, idempotencyKey: string = randomUUID()) =>
    api.inject('finishFiling', { params: { id: draft.id }, body: { version, code: typed } }, { as: owner, idempotencyKey })
  const idempotencyKey = randomUUID()
  const texts = []
  for (let n = 0; n < 3; n++) texts.push((await ask(wrong, idempotencyKey)).problem.text.en)
  expect(new Set(texts).size).toBe(1)
  expect(texts[0]).toContain('4')
  // More at once than the API has connections for: each waits for the one before on the same connection.
  const answers = await Promise.all(Array.from({ length: 24 }, () => ask(wrong)))
  const codes = answers.map(({ problem }) => problem.code)
  expect(codes.filter((one) => one === 'code-wrong')).toHaveLength(4)
  expect(codes.filter((one) => !['code-wrong', 'code-expired', 'busy'].includes(one))).toEqual([])
  expect((await ask(code)).problem.code).toBe('code-expired')
  expect((await journeys.see(draft.id, owner)).status).toBe('draft')
})
