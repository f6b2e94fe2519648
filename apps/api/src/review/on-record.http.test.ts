import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { FilingContent, FilingKind, RegistrationContent } from '@icp/domain'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { ownerOf } from '../testing/database.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleService, wang } from '../testing/filing-samples.js'
import { publishChange } from '../testing/rule-changes.js'

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
/** A subject in force with two websites, both at the first provider; the second site has a person in charge of its own. */
const filed = async (): Promise<Journey> => {
  n++
  return journeys.approved([one], journeys.content([one], {
    services: [sampleService('s1', `zengbian${n}.com`, [one]), sampleService('s2', `zengbian${n}.net`, [one], { personSource: 'own', person: wang })],
  }))
}

const ownRecord = async (owner: TestAccount) => (await api.inject('listOwnRecords', {}, { as: owner })).body.rows[0]!
const start = async (owner: TestAccount, kind: FilingKind, more: { serviceNumbers?: string[]; accessIds?: string[] } = {}) =>
  api.inject('createFiling', { body: { kind, subjectNumber: (await ownRecord(owner)).number, ...more } }, { as: owner })
const stepUp = async (owner: TestAccount) => (await api.inject('sendStepUpCode', { body: { purpose: 'cancel' } }, { as: owner })).body.onScreen!.code

/** Saves what `alter` makes of the draft and hands it in. */
async function handIn(owner: TestAccount, draft: { id: string; version: number; content: FilingContent }, alter: (content: FilingContent) => FilingContent, code?: string) {
  const saved = await api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content: alter(draft.content) } }, { as: owner })
  const { version } = saved.body
  return api.inject('finishFiling', { params: { id: draft.id }, body: { version, ...(code ? { code } : {}) } }, { as: owner })
}
const registration = (alter: (content: RegistrationContent) => RegistrationContent) => (content: FilingContent): FilingContent => alter(content as RegistrationContent)

async function carry(id: string, { owner, reviewer }: Journey, staff: readonly TestAccount[]) {
  const journey = { id, owner, staff, reviewer }
  await journeys.pass(journey)
  await journeys.confirm(journey)
  return api.inject('approveFiling', { params: { id }, body: { version: await journeys.version(journey) } }, { as: reviewer })
}

const publicly = async (q: string) => (await api.inject('lookUp', { query: { q } })).body.rows

test('a new service starts from the subject as filed, goes to its own provider only, and gets the next number and a new certificate', async () => {
  const journey = await filed()
  const { owner } = journey
  const before = await ownRecord(owner)
  const draft = (await start(owner, 'new-service')).body
  expect((draft.content as RegistrationContent).services).toEqual([])
  const finish = await handIn(owner, draft, registration((content) => ({
    ...content, subject: { ...content.subject, address: '别处9号' }, services: [sampleService('n1', `xinzeng${n}.com`, [other])],
  })))
  expect(finish.status).toBe(200)
  const view = await journeys.see(draft.id, owner)
  expect(view.providers.map((provider) => provider.name)).toEqual(['乙方云'])
  expect((view.content as RegistrationContent).subject.address).toBe('示例路1号101室')
  const approved = await carry(draft.id, journey, [other.staff])
  expect(approved.body).toMatchObject({ subjectNumber: before.number, serviceNumbers: [`${before.number}-3`] })
  const after = await ownRecord(owner)
  expect(after.services.map((service) => [service.number, service.domain, service.state])).toEqual([
    ...before.services.map((service) => [service.number, service.domain, 'in-force']), [`${before.number}-3`, `xinzeng${n}.com`, 'in-force'],
  ])
  expect(after.certificates.map(({ version, state, services }) => [version, state, services])).toEqual([[2, 'current', 3], [1, 'replaced', 2]])
  expect(await publicly(`xinzeng${n}.com`)).toEqual([expect.objectContaining({ serviceNumber: `${before.number}-3` })])
})

test('a new access is verified by the new provider alone, confirmed by the person on file, and changes neither number nor certificate', async () => {
  const journey = await filed()
  const { owner } = journey
  const before = await ownRecord(owner)
  const number = before.services[1]!.number
  const draft = (await start(owner, 'new-access', { serviceNumbers: [number] })).body
  expect((draft.content as RegistrationContent).services).toMatchObject([{ id: before.services[1]!.id, domain: before.services[1]!.domain, accesses: [] }])
  const finish = await handIn(owner, draft, registration((content) => ({
    ...content, services: content.services.map((service) => ({ ...service, name: '夹带的新名称', accesses: sampleService('x', 'x.cn', [other]).accesses })),
  })))
  expect(finish.status).toBe(200)
  const view = await journeys.see(draft.id, owner)
  expect(view.providers.map((provider) => provider.name)).toEqual(['乙方云'])
  expect((view.content as RegistrationContent).services[0]!.name).toBe(before.services[1]!.name)
  await journeys.pass({ id: draft.id, owner, staff: [other.staff], reviewer: journey.reviewer })
  expect((await journeys.see(draft.id, owner)).confirmations.map((confirmation) => confirmation.name)).toEqual(['王芳'])
  await journeys.confirm({ ...journey, id: draft.id })
  const approved = await api.inject('approveFiling', { params: { id: draft.id }, body: { version: await journeys.version({ ...journey, id: draft.id }) } }, { as: journey.reviewer })
  expect(approved.body).toMatchObject({ serviceNumbers: [number], certificateId: null })
  const after = await ownRecord(owner)
  expect(after.services[1]!.providers.map((provider) => provider.name)).toEqual(['甲方云', '乙方云'])
  expect(after.certificates).toEqual(before.certificates)
  const twice = (await start(owner, 'new-access', { serviceNumbers: [number] })).body
  const refused = await handIn(owner, twice, registration((content) => ({
    ...content, services: content.services.map((service) => ({ ...service, accesses: sampleService('y', 'y.cn', [other]).accesses })),
  })))
  expect(refused.status).toBe(422)
  expect(refused.problem.findings!.map((finding) => finding.rule)).toContain('X-12')
})

test('a change replaces what it names; the record stays in force meanwhile, and a refused one leaves it as it was', async () => {
  const journey = await filed()
  const { owner, reviewer } = journey
  const before = await ownRecord(owner)
  const rename = registration((content) => ({ ...content, services: content.services.map((service, at) => (at === 0 ? { ...service, name: '晨光书店新版' } : service)) }))
  const first = (await start(owner, 'change')).body
  expect((first.content as RegistrationContent).services.map((service) => service.id)).toEqual(before.services.map((service) => service.id))
  expect((await handIn(owner, first, (content) => content)).problem.findings!.map((finding) => finding.rule)).toEqual(['X-15'])
  expect((await handIn(owner, await journeys.see(first.id, owner), rename)).status).toBe(200)
  await journeys.pass({ id: first.id, owner, staff: [one.staff], reviewer })
  await journeys.confirm({ ...journey, id: first.id })
  const seen = await journeys.see(first.id, reviewer)
  expect(seen.differences.map(({ before, after }) => [before, after])).toEqual([[before.services[0]!.name, '晨光书店新版']])
  expect((await journeys.see(first.id, one.staff)).differences).toEqual(seen.differences)
  const refusal = await api.inject('refuseFiling', { params: { id: first.id }, body: { version: await journeys.version({ ...journey, id: first.id }), reason: '名称不符' } }, { as: reviewer })
  expect(refusal.status).toBe(200)
  for (const reader of [owner, one.staff, reviewer]) {
    const { comparedWith, differences } = await journeys.see(first.id, reader)
    expect([comparedWith, differences]).toEqual(['register-at-end', seen.differences])
  }
  expect((await ownRecord(owner)).services.map((service) => [service.name, service.state])).toEqual(before.services.map((service) => [service.name, 'in-force']))

  const second = (await api.inject('createFiling', { body: { kind: 'change', fromFilingId: first.id } }, { as: owner })).body
  expect((await handIn(owner, second, rename)).status).toBe(200)
  expect((await publicly(before.services[0]!.domain))[0]).toMatchObject({ serviceName: before.services[0]!.name })
  expect((await carry(second.id, journey, [one.staff])).body).toMatchObject({ serviceNumbers: [before.services[0]!.number] })
  const after = await ownRecord(owner)
  expect(after.services.map((service) => [service.number, service.name])).toEqual([
    [before.services[0]!.number, '晨光书店新版'], [before.services[1]!.number, before.services[1]!.name],
  ])
  expect(after.certificates.map(({ version, state }) => [version, state])).toEqual([[2, 'current'], [1, 'replaced']])
  expect((await publicly(before.services[0]!.domain))[0]).toMatchObject({ serviceName: '晨光书店新版', serviceNumber: before.services[0]!.number })

  // The register says what the filing says, and goes on; what the filing changed stays what it was.
  const third = (await start(owner, 'change')).body
  const back = registration((content) => ({ ...content, services: content.services.map((service, at) => (at === 0 ? { ...service, name: '晨光书店三版' } : service)) }))
  expect((await handIn(owner, third, back)).status).toBe(200)
  expect((await carry(third.id, journey, [one.staff])).status).toBe(200)
  for (const reader of [owner, one.staff, reviewer]) {
    const [changed, later] = [await journeys.see(second.id, reader), await journeys.see(third.id, reader)]
    expect([changed.status, changed.comparedWith, changed.differences]).toEqual(['approved', 'register-at-end', seen.differences])
    expect(later.differences.map(({ before, after }) => [before, after])).toEqual([['晨光书店新版', '晨光书店三版']])
  }
})

test('what a change may not touch is told at the field, and nothing is handed in', async () => {
  const { owner } = await filed()
  const draft = (await start(owner, 'change')).body
  const answer = await handIn(owner, draft, registration((content) => ({
    ...content, subject: { ...content.subject, certificateNumber: '91110101000000019Y' },
    services: content.services.map((service) => ({ ...service, domain: `neu-${service.domain}`, homePage: `neu-${service.domain}` })),
  })))
  expect(answer.status).toBe(422)
  const found = answer.problem.findings!.filter((finding) => finding.rule === 'X-13').map((finding) => finding.path)
  expect(found).toEqual(['subject.certificateNumber', ...(draft.content as RegistrationContent).services.map((service) => `services.${service.id}.domain`)])
  expect((await journeys.see(draft.id, owner)).status).toBe('draft')
})

test('one access ends without anybody’s confirmation; the last one too, and the website keeps its number', async () => {
  const journey = await filed()
  const { owner, reviewer } = journey
  const before = await ownRecord(owner)
  const { number } = before.services[0]!
  const change = (await start(owner, 'change')).body
  const accessId = (change.content as RegistrationContent).services[0]!.accesses[0]!.id
  await api.inject('discardDraft', { params: { id: change.id }, body: { version: change.version } }, { as: owner })
  expect((await start(owner, 'cancel-access', { serviceNumbers: [number], accessIds: ['nowhere'] })).status).toBe(404)
  const draft = (await start(owner, 'cancel-access', { serviceNumbers: [number], accessIds: [accessId] })).body
  expect(draft.findings.map((finding) => finding.rule)).toContain('C-15')
  expect((await handIn(owner, draft, (content) => ({ ...content, reason: '1', note: '' }) as FilingContent, await stepUp(owner))).status).toBe(200)
  await journeys.pass({ id: draft.id, owner, staff: [one.staff], reviewer })
  const view = await journeys.see(draft.id, owner)
  expect([view.status, view.confirmations]).toEqual(['in-review', []])
  const approved = await api.inject('approveFiling', { params: { id: draft.id }, body: { version: view.version } }, { as: reviewer })
  expect(approved.body).toMatchObject({ serviceNumbers: [number], certificateId: null })
  const after = await ownRecord(owner)
  expect(after.services[0]).toMatchObject({ number, state: 'in-force', providers: [] })
  expect(after.certificates).toEqual(before.certificates)

  // What is left without an access does not keep the rest from being changed.
  const later = (await start(owner, 'change')).body
  expect((await handIn(owner, later, registration((content) => ({ ...content, subject: { ...content.subject, address: '示例路2号202室' } })))).status).toBe(200)
  expect((await carry(later.id, journey, [one.staff])).status).toBe(200)
  expect((await ownRecord(owner)).services[0]).toMatchObject({ number, state: 'in-force', providers: [] })
})

test('while one filing of the subject is on its way no other is started, whatever its kind; somebody else’s record is not there at all', async () => {
  const journey = await filed()
  const { owner } = journey
  const { number } = await ownRecord(owner)
  const draft = (await start(owner, 'new-service')).body
  expect((await handIn(owner, draft, registration((content) => ({ ...content, services: [sampleService('n1', `paidui${n}.com`, [one])] })))).status).toBe(200)
  const { reference } = await journeys.see(draft.id, owner)
  for (const kind of ['new-service', 'new-access', 'change', 'cancel-subject'] as const) {
    const refused = await start(owner, kind)
    expect([kind, refused.status, refused.problem.code]).toEqual([kind, 409, '1017'])
    expect(refused.problem.text.zh).toContain(reference)
  }
  const stranger = await api.accounts.owner()
  for (const kind of ['new-service', 'new-access', 'change', 'cancel-access'] as const) {
    expect((await api.inject('createFiling', { body: { kind, subjectNumber: number } }, { as: stranger })).status).toBe(404)
  }
})

test('personal values that a change replaced are masked as everywhere, sealed at rest, and never rewritten', async () => {
  const journey = await filed()
  const { owner, reviewer } = journey
  const draft = (await start(owner, 'change')).body
  const person = registration((content) => ({ ...content, subject: { ...content.subject, person: { ...content.subject.person, emergencyPhone: '13912345678', email: 'xin@example.com' } } }))
  expect((await handIn(owner, draft, person)).status).toBe(200)
  expect((await carry(draft.id, journey, [one.staff])).status).toBe(200)
  const { differences } = await journeys.see(draft.id, reviewer)
  expect(Object.fromEntries(differences.map(({ path, before, after }) => [path, [before, after]]))).toEqual({
    'subject.person.emergencyPhone': ['138****0009', '139****5678'], 'subject.person.email': ['l***@example.com', 'x***@example.com'],
  })
  const [{ kept }] = await api.db.query('SELECT changes AS kept FROM filing_changes WHERE filing_id = $1', [draft.id])
  for (const secret of ['13912345678', '13800000009', 'xin@example.com', 'mobile']) expect(kept).not.toContain(secret)
  await expect(api.db.query('UPDATE filing_changes SET at = now() WHERE filing_id = $1', [draft.id])).rejects.toThrow('permission denied')
})

test('a new website is what its filing brought, for good; a first filing is held against nothing', async () => {
  const journey = await filed()
  const { owner } = journey
  expect(await journeys.see(journey.id, owner)).toMatchObject({ comparedWith: 'nothing', differences: [], standing: [] })
  const draft = (await start(owner, 'new-service')).body
  expect((await handIn(owner, draft, registration((content) => ({ ...content, services: [sampleService('n1', `laizhan${n}.com`, [one])] })))).status).toBe(200)
  expect((await carry(draft.id, journey, [one.staff])).status).toBe(200)
  const { comparedWith, differences } = await journeys.see(draft.id, owner)
  expect([comparedWith, differences.map(({ path, before }) => [path, before])]).toEqual(['register-at-end', [['services.n1', '']]])
})

test('of a filing that ended before its changes were kept it is said that nobody knows them', async () => {
  const journey = await filed()
  const { owner } = journey
  const draft = (await start(owner, 'change')).body
  const renamed = registration((content) => ({ ...content, services: content.services.map((service) => ({ ...service, name: `旧${service.name}` })) }))
  expect((await handIn(owner, draft, renamed)).status).toBe(200)
  expect((await carry(draft.id, journey, [one.staff])).status).toBe(200)
  await ownerOf(api, (client) => client.query(`SET session_replication_role = replica; DELETE FROM filing_changes WHERE filing_id = '${draft.id}'`))
  expect(await journeys.see(draft.id, owner)).toMatchObject({ comparedWith: 'unknown', differences: [] })
})

test('how many services a subject has, how often it is changed and what a hollow one may do is judged with what is on record, as its province has it', async () => {
  const journey = await filed()
  const { owner } = journey
  const operator = await api.accounts.operator()
  const say = (id: string, value: number | boolean) => publishChange(api, operator, { id, province: '110000', value })
  const rulesOf = async (kind: FilingKind, alter: (content: RegistrationContent) => RegistrationContent, as = owner) => {
    const draft = (await start(as, kind)).body
    const { findings } = (await api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content: registration(alter)(draft.content) } }, { as })).body
    return findings.map(({ rule, path }) => `${rule} ${path}`)
  }
  const third = (content: RegistrationContent) => ({ ...content, services: [sampleService('n1', `disan${n}.com`, [one])] })
  const moved = (content: RegistrationContent) => ({ ...content, subject: { ...content.subject, address: '示例路3号303室' } })
  expect([await rulesOf('new-service', third), await rulesOf('change', moved)]).toEqual([[], []])
  await say('services-of-units', 2)
  await say('changes-in-thirty-days', 1)
  expect([await rulesOf('new-service', third), await rulesOf('change', moved)]).toEqual([['X-52 services'], []])

  const draft = (await start(owner, 'change')).body
  expect((await handIn(owner, draft, registration(moved))).status).toBe(200)
  await api.inject('withdrawFiling', { params: { id: draft.id }, body: { version: await journeys.version({ ...journey, id: draft.id }) } }, { as: owner })
  expect(await rulesOf('change', moved)).toEqual(['X-51 '])
  // Of a day ago it counts no more where a single day is counted.
  await say('days-of-changes', 1)
  const now = api.clock.now()
  api.clock.advance(25 * 3600)
  expect(await rulesOf('change', moved, await api.accounts.logOnAgain(owner))).toEqual([])
  api.clock.set(now)

  await say('hollow-subject-adds-services', false)
  const { number } = await ownRecord(owner)
  await ownerOf(api, (db) => db.query(
    `UPDATE register_services SET state = 'cancelled', cancelled_at = now() WHERE subject_id = (SELECT id FROM register_subjects WHERE number = $1)`, [number]))
  expect(await rulesOf('new-service', third)).toEqual(['X-50 '])
  await say('hollow-subject-adds-services', true)
  expect(await rulesOf('new-service', third)).toEqual([])
})
