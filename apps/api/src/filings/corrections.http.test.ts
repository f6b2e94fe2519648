import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RegistrationContent } from '@icp/domain'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleService, wang } from '../testing/filing-samples.js'

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
/** `s1` sits with one provider, `s2` with the other and has a person of its own. */
const shared = (): Promise<Journey> => journeys.finished([one, other], sharedContent())

const sharedContent = (): RegistrationContent => {
  n++
  return journeys.content([one], {
    services: [sampleService('s1', `jia${n}.com`, [one]), sampleService('s2', `yi${n}.com`, [other], { personSource: 'own', person: wang })],
  })
}

const ask = async ({ id, owner }: Journey, fields: string[], providerId?: string) => api.inject('openCorrectionRequest', {
  params: { id }, body: { version: (await journeys.see(id, owner)).version, fields, reason: '填写有误', ...(providerId ? { providerId } : {}) },
}, { as: owner })

const correct = async ({ id }: Journey, as: ProviderWithStaff, requestId: string, edit: (content: RegistrationContent) => void, reason = '按证件更正') => {
  const { version, content } = await journeys.see(id, as.staff)
  const edited = structuredClone(content) as RegistrationContent
  edit(edited)
  return api.inject('correctFiling', { params: { id }, body: { version, requestId, reason, content: edited } }, { as: as.staff })
}

const contentOf = async ({ id, owner }: Journey) => (await journeys.see(id, owner)).content as RegistrationContent

test('a correction changes the named field, keeps the former revision, and shows both values to the owner', async () => {
  const journey = await shared()
  const before = await contentOf(journey)
  const { body: request } = await ask(journey, ['services.s1.name'])
  expect(request).toMatchObject({ openedBy: 'owner', state: 'open', provider: { name: '甲方云' }, reason: '填写有误' })
  const answer = await correct(journey, one, request.id, (content) => { content.services[0]!.name = '晨光新书店' })
  expect(answer.status).toBe(201)
  const view = await journeys.see(journey.id, journey.owner)
  expect(view.corrections).toMatchObject([{
    provider: { name: '甲方云' }, by: expect.stringContaining('provider'), reason: '按证件更正', revision: 2,
    changes: [{ path: 'services.s1.name', before: before.services[0]!.name, after: '晨光新书店' }],
  }])
  expect(view.requests[0]!.state).toBe('corrected')
  expect(view.revisions.map(({ number, cause }) => [number, cause])).toEqual([[1, 'finish'], [2, 'correct']])
  const { body: first } = await api.inject('getRevision', { params: { id: journey.id, number: 1 } }, { as: journey.owner })
  expect(first.content).toEqual(before)
})

test('a revision whose number no revision can have is refused as a malformed address', async () => {
  const journey = await journeys.finished([one])
  const { status, problem } = await api.inject('getRevision', { params: { id: journey.id, number: 2_147_483_648 } }, { as: journey.owner })
  expect([status, problem.code]).toEqual([400, 'malformed-path'])
})

test('values that the provider sees masked stay what they are', async () => {
  const journey = await shared()
  const before = await contentOf(journey)
  const { body: request } = await ask(journey, ['services.s1.domain', 'services.s1.homePage'])
  await correct(journey, one, request.id, (content) => {
    content.services[0]!.domain = `jiaxin${n}.com`
    content.services[0]!.homePage = `www.jiaxin${n}.com`
  })
  expect((await contentOf(journey)).services[1]).toEqual(before.services[1])
})

test('a field that the request does not name is refused with the field, and nothing is written', async () => {
  const journey = await shared()
  const before = await contentOf(journey)
  const { body: request } = await ask(journey, ['services.s1.name'])
  const answer = await correct(journey, one, request.id, (content) => { content.services[0]!.remark = '又改了一处' })
  expect(answer.status).toBe(422)
  expect(answer.problem.findings.map((finding) => finding.path)).toEqual(['services.s1.remark'])
  expect(await contentOf(journey)).toEqual(before)
  expect((await journeys.see(journey.id, journey.owner)).revisions).toHaveLength(1)
})

test('a correction without a reason is refused', async () => {
  const journey = await shared()
  const { body: request } = await ask(journey, ['services.s1.name'])
  expect((await correct(journey, one, request.id, (content) => { content.services[0]!.name = '无理由' }, ' ')).status).toBe(422)
})

test('a provider corrects neither what another serves nor under a request to another', async () => {
  const journey = await shared()
  const { body: request } = await ask(journey, ['services.s2.name'])
  expect((await correct(journey, one, request.id, (content) => { content.services[1]!.name = '不是我的' })).status).toBe(409)
  const mine = await api.inject('openCorrectionRequest', {
    params: { id: journey.id }, body: { version: await journeys.version(journey), fields: ['services.s2.name'], reason: '想改' },
  }, { as: one.staff })
  expect(mine.status).toBe(403)
})

test('a field of the subject needs to be told which provider is asked', async () => {
  const journey = await shared()
  expect((await ask(journey, ['subject.address'])).problem.code).toBe('provider-required')
  expect((await ask(journey, ['subject.address'], other.id)).body.provider.name).toBe('乙方云')
})

test('a correction of what another provider has passed reopens that pass', async () => {
  const journey = await shared()
  await api.inject('passFiling', { params: { id: journey.id }, body: { version: await journeys.version(journey), sheet: await journeys.sheet(journey.id, other.staff) } }, { as: other.staff })
  const { body: request } = await ask(journey, ['subject.address'], one.id)
  await correct(journey, one, request.id, (content) => { content.subject.address = '示例路2号202室' })
  expect((await journeys.see(journey.id, journey.owner)).providers.map(({ name, state }) => [name, state])).toEqual([['甲方云', 'waiting'], ['乙方云', 'waiting']])
})

test('a returned filing is corrected, passed, confirmed and reviewed a second time', async () => {
  const journey = await journeys.inReview([one])
  const { id, reviewer, owner } = journey
  await api.inject('returnFiling', {
    params: { id },
    body: { version: await journeys.version(journey), opinion: '地址不符', findings: [{ path: 'subject.address', reason: '与证件不符', suggestion: '补全门牌' }] },
  }, { as: reviewer })
  const { body: request } = await api.inject('openCorrectionRequest', {
    params: { id }, body: { version: await journeys.version(journey), fields: ['subject.address'], reason: '管局退回' },
  }, { as: one.staff })
  await correct(journey, one, request.id, (content) => { content.subject.address = '示例路3号303室' })
  await journeys.pass(journey)
  await journeys.confirm(journey)
  const view = await journeys.see(id, owner)
  expect(view.status).toBe('in-review')
  expect(view.decisions).toMatchObject([{ round: 1, decision: 'return', opinion: '地址不符', findings: [{ path: 'subject.address', reason: '与证件不符' }] }])
  const approved = await api.inject('approveFiling', { params: { id }, body: { version: view.version, opinion: '同意' } }, { as: reviewer })
  expect(approved.body.subjectNumber).toMatch(/^京ICP备2026\d{6}号$/)
  expect((await journeys.see(id, owner)).decisions.map(({ round, decision }) => [round, decision])).toEqual([[1, 'return'], [2, 'approve']])
})

test('an open request keeps its provider from passing until it is corrected or declined', async () => {
  const journey = await journeys.finished([one])
  const { body: request } = await ask(journey, ['subject.name'])
  const sheet = await journeys.sheet(journey.id, one.staff)
  const pass = async () => api.inject('passFiling', { params: { id: journey.id }, body: { version: await journeys.version(journey), sheet } }, { as: one.staff })
  expect((await pass()).problem.code).toBe('open-correction-request')
  const declined = await api.inject('declineCorrectionRequest', {
    params: { id: journey.id, requestId: request.id }, body: { version: await journeys.version(journey), answer: '与证件一致' },
  }, { as: one.staff })
  expect(declined.status).toBe(200)
  expect((await journeys.see(journey.id, journey.owner)).requests[0]).toMatchObject({ state: 'declined', answer: '与证件一致' })
  expect((await pass()).status).toBe(200)
})

test('a correction cannot claim a domain or a subject that another running filing has', async () => {
  const running = sharedContent()
  await journeys.finished([one, other], running)
  const journey = await shared()
  const before = await contentOf(journey)
  const { body: request } = await ask(journey, ['services.s1.domain', 'services.s1.homePage', 'subject.certificateNumber'], one.id)
  const answer = await correct(journey, one, request.id, (content) => {
    content.services[0]!.domain = running.services[0]!.domain
    content.services[0]!.homePage = running.services[0]!.homePage
  })
  expect([answer.status, answer.problem.findings.map(({ rule, path }) => [rule, path])]).toEqual([422, [['X-02', 'services.s1.domain']]])
  const second = await correct(journey, one, request.id, (content) => { content.subject.certificateNumber = running.subject.certificateNumber })
  expect([second.status, second.problem.findings.map(({ rule, path }) => [rule, path])]).toEqual([422, [['X-04', 'subject.certificateNumber']]])
  expect(await contentOf(journey)).toEqual(before)
  expect((await journeys.see(journey.id, journey.owner)).requests[0]!.state).toBe('open')
})

test('of two corrections that claim one domain at the same moment one is taken and the other is told so at the field', async () => {
  const claims = await Promise.all([await shared(), await shared()].map(async (journey) =>
    ({ journey, requestId: (await ask(journey, ['services.s1.domain', 'services.s1.homePage'])).body.id })))
  const answers = await Promise.all(claims.map(({ journey, requestId }) => correct(journey, one, requestId, (content) => {
    content.services[0]!.domain = 'zhengduo.com'
    content.services[0]!.homePage = 'www.zhengduo.com'
  })))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
  expect(answers.find(({ status }) => status === 422)!.problem.findings.map(({ path }) => path)).toEqual(['services.s1.domain'])
})

test('decisions and requests of one moment stand in the order in which they were made', async () => {
  const journey = await journeys.inReview([one])
  const { id, owner } = journey
  for (let round = 0; round < 4; round++) {
    await api.inject('returnFiling', {
      params: { id },
      body: { version: await journeys.version(journey), opinion: `第${round}次`, findings: [{ path: 'subject.address', reason: '不符', suggestion: '' }] },
    }, { as: journey.reviewer })
    const { body: request } = await ask(journey, ['subject.address'], one.id)
    await correct(journey, one, request.id, (content) => { content.subject.address = `示例路${round + 5}号` })
    await journeys.pass(journey)
    await journeys.confirm(journey)
  }
  const { decisions, requests } = await journeys.see(id, owner)
  expect(new Set(decisions.map(({ at }) => at)).size).toBe(1)
  expect(decisions.map(({ opinion }) => opinion)).toEqual(['第0次', '第1次', '第2次', '第3次'])
  expect(requests.map(({ id: requestId }) => requestId)).toEqual((await journeys.see(id, owner)).corrections.map(({ requestId }) => requestId))
})
