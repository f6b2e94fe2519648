import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Person, type RegistrationContent, residentIdCheckCharacter, type Service } from '@icp/domain'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { placeIn, sampleService, wang } from '../testing/filing-samples.js'
import { contestLimits } from '../filings/finish-contests.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let other: ProviderWithStaff
let beijing: TestAccount
let zhejiang: TestAccount

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  ;[provider, other] = [await journeys.provider(), await journeys.provider()]
  ;[beijing, zhejiang] = [await api.accounts.reviewer('110000'), await api.accounts.reviewer('330000')]
})
afterAll(() => api.close())

let made = 0
const fresh = (parts: Partial<Service> = {}, province = '110000', through = provider): RegistrationContent => {
  const content = journeys.content([through], { services: [sampleService('s1', `chongtu${++made}.com`, [through], parts)] })
  return { ...content, subject: { ...content.subject, ...placeIn(province) } }
}
const domainOf = (content: RegistrationContent) => content.services[0]!.domain
const typed = async (content: RegistrationContent) => {
  const owner = await api.accounts.owner()
  const { id } = (await api.inject('createFiling', { body: { kind: 'new-subject' } }, { as: owner })).body
  const saved = (await api.inject('saveDraft', { params: { id }, body: { version: 0, content } }, { as: owner })).body
  return { id, owner, ...saved }
}
const finish = ({ id, version, owner }: { id: string; version: number; owner: TestAccount }) => api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })
/** Of conflicts alone: a certificate of another province is a warning. */
const rulesOf = (findings: readonly { rule: string; path: string }[]) => findings.filter(({ rule }) => rule.startsWith('X-')).map(({ rule, path }) => `${rule} ${path}`)
const seenBy = async ({ id }: { id: string }, as: TestAccount) => rulesOf((await journeys.see(id, as)).findings)
const conflictsOf = async ({ id }: { id: string }, as: TestAccount) => (await api.inject('listConflicts', { params: { id } }, { as })).body.rows
const party = (own: { id: string }, partyId: string, as: TestAccount) => api.inject('getConflictParty', { params: { id: own.id, partyId } }, { as })

test('a domain that somebody else is filing is not told while typing, only at finish, without a word of who it is; the administration sees both sides', async () => {
  const first = await journeys.finished([provider], fresh())
  const { content } = await journeys.see(first.id, first.owner)
  const wanted = fresh({ domain: domainOf(content as RegistrationContent), homePage: (content as RegistrationContent).services[0]!.homePage }, '330000')
  const second = await typed(wanted)
  expect(rulesOf(second.findings)).toEqual([])
  const refused = await finish(second)
  expect(rulesOf(refused.problem.findings)).toEqual(['X-02 services.s1.domain', 'X-22 services.s1.homePage'])
  const { reference, subjectName } = await journeys.see(first.id, first.owner)
  for (const told of [refused.text, (await api.inject('getFiling', { params: { id: second.id } }, { as: second.owner })).text]) {
    for (const secret of [reference!, subjectName, first.id]) expect(told).not.toContain(secret)
  }
  expect(await conflictsOf(first, beijing)).toEqual([{
    over: 'domain', rule: 'X-02', severity: 'block', path: 'services.s1.domain', otherPath: domainOf(wanted), first: 'own',
    other: { is: 'attempt', id: null, number: null, status: 'draft', subjectName: wanted.subject.name, province: '330000', since: api.clock.now() },
  }])
})

test('of eight owners who finish with one domain at one moment one succeeds, and all others are told of the conflict', async () => {
  const shared = fresh()
  const drafts = await Promise.all(Array.from({ length: 8 }, () => typed({ ...fresh(), services: shared.services })))
  const answers = await Promise.all(drafts.map(finish))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const answer of answers.filter(({ status }) => status !== 200)) expect(rulesOf(answer.problem.findings)).toContain('X-02 services.s1.domain')
})

test('whoever hands in filings in order to ask for others’ is stopped, and told when to try again', async () => {
  const first = await journeys.finished([provider], fresh())
  const { content } = await journeys.see(first.id, first.owner)
  const asking = await typed({ ...fresh(), services: (content as RegistrationContent).services })
  const statuses = []
  for (let n = 0; n <= contestLimits[0]!.points; n++) statuses.push((await finish(asking)).status)
  expect(statuses).toEqual([...Array<number>(contestLimits[0]!.points).fill(422), 429])
  expect((await finish(asking)).headers['retry-after']).toBeDefined()
})

test('whoever has not filled in the filing is told at finish no more than while typing', async () => {
  const first = await journeys.finished([provider], fresh())
  const { content } = await journeys.see(first.id, first.owner)
  const unfinished = { ...fresh(), services: (content as RegistrationContent).services }
  const answer = await finish(await typed({ ...unfinished, subject: { ...unfinished.subject, address: '' } }))
  expect(rulesOf(answer.problem.findings)).toEqual([])
})

test('a certificate that is filed already is told at finish; to whom it belongs at once', async () => {
  const { subject } = fresh()
  const filed = await journeys.approved([provider], { ...fresh(), subject })
  const stranger = await typed({ ...fresh(), subject })
  expect(rulesOf(stranger.findings)).toEqual([])
  expect(rulesOf((await finish(stranger)).problem.findings)).toEqual(['X-03 subject.certificateNumber'])
  const { id } = (await api.inject('createFiling', { body: { kind: 'new-subject' } }, { as: filed.owner })).body
  const saved = (await api.inject('saveDraft', { params: { id }, body: { version: 0, content: { ...fresh(), subject } } }, { as: filed.owner })).body
  expect(rulesOf(saved.findings)).toEqual(['X-03 subject.certificateNumber'])
})

test('the name of a website in force is told while typing, one on its way after finish; two provinces see each other’s side, masked, and in no other filing', async () => {
  const held = await journeys.approved([provider], fresh({ name: '示例山海经读书会' }))
  const late = await typed(fresh({ name: ' 示例 山海经读书会' }, '330000'))
  expect(rulesOf(late.findings)).toEqual(['X-21 services.s1.name'])
  expect((await finish(late)).status).toBe(200)
  const [row] = await conflictsOf(late, zhejiang)
  const { subjectName, result } = await journeys.see(held.id, held.owner)
  expect(row).toMatchObject({ over: 'service-name', rule: 'X-21', severity: 'reviewer', first: 'other', other: { is: 'record', number: result!.subjectNumber, province: '110000', subjectName, status: 'in-force' } })
  const shown = (await party(late, row!.other.id!, zhejiang)).body
  expect(shown).toMatchObject({ kind: null, side: { number: result!.subjectNumber } })
  const { person, certificateNumber } = (shown.content as RegistrationContent).subject
  expect([person.name, person.mobile, certificateNumber].map((value) => value.includes('*'))).toEqual([false, true, true])
  const third = await journeys.finished([provider], fresh({ name: '示例山海经读书会' }))
  expect(await seenBy(third, third.owner)).toEqual(['X-21 services.s1.name'])
  expect((await conflictsOf(third, beijing)).map(({ other: { is, province } }) => [is, province])).toEqual([['record', '110000'], ['filing', '330000']])
  const own = await journeys.finished([provider], fresh())
  expect((await party(own, row!.other.id!, beijing)).status).toBe(404)
})

test('the other side is seen by nobody else, and no longer than the conflict is there; each look is an entry', async () => {
  const [a, b] = [await journeys.finished([provider], fresh({ name: '示例云上博物馆' })), await journeys.finished([provider], fresh({ name: '示例云上博物馆' }, '330000'))]
  expect((await party(a, b.id, beijing)).body.side).toMatchObject({ is: 'filing', province: '330000', status: 'with-providers' })
  expect((await party(b, a.id, zhejiang)).body.kind).toBe('new-subject')
  for (const as of [zhejiang, a.owner, provider.staff]) expect([403, 404]).toContain((await party(a, b.id, as)).status)
  expect((await api.inject('getFiling', { params: { id: b.id } }, { as: beijing })).status).toBe(404)
  const entries = await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'filing.open-other-side' AND detail ->> 'because' = $1`, [a.id])
  expect(entries).toEqual([{ detail: { because: a.id, objects: [`filing:${b.id}`] } }])
  await api.inject('withdrawFiling', { params: { id: b.id }, body: { version: await journeys.version(b) } }, { as: b.owner })
  expect((await party(a, b.id, beijing)).status).toBe(404)
  expect(await conflictsOf(a, beijing)).toEqual([])
})

let persons = 100
/** A person in charge whom no other test knows. */
const somebody = (): Person => {
  const body = `11010118900101${++persons}`
  return { ...wang, certificateNumber: `${body}${residentIdCheckCharacter(body)}` }
}
const withPerson = (person: Person, province?: string): RegistrationContent => {
  const content = fresh({}, province)
  return { ...content, subject: { ...content.subject, person } }
}

test('one mobile of two persons is told after finish, one of one person is not', async () => {
  const mobile = '13811112222'
  const li = somebody()
  const a = await journeys.finished([provider], withPerson({ ...li, mobile }))
  const draft = await typed(withPerson({ ...somebody(), mobile: '138 1111 2222' }, '330000'))
  expect(rulesOf(draft.findings)).toEqual([])
  expect((await finish(draft)).status).toBe(200)
  expect(await seenBy(draft, draft.owner)).toEqual(['X-23 subject.person.mobile'])
  const same = await journeys.finished([provider], withPerson({ ...li, mobile }))
  expect(await seenBy(same, same.owner)).toEqual(['X-23 subject.person.mobile'])
  expect((await conflictsOf(same, beijing)).map(({ other }) => other.id)).toEqual([draft.id])
  expect(await seenBy(a, a.owner)).toEqual(['X-23 subject.person.mobile'])
})

test('one person with two mobiles in two subjects is told after finish; the administration sees both sides, masked', async () => {
  const person = somebody()
  const a = await journeys.finished([provider], withPerson({ ...person, mobile: '13822220001' }))
  const draft = await typed(withPerson({ ...person, mobile: '13822220002' }, '330000'))
  expect(rulesOf(draft.findings)).toEqual([])
  expect((await finish(draft)).status).toBe(200)
  for (const side of [a, draft]) expect(await seenBy(side, side.owner)).toEqual(['X-28 subject.person.mobile'])
  const [row] = await conflictsOf(draft, zhejiang)
  expect(row).toMatchObject({ over: 'person', rule: 'X-28', severity: 'reviewer', path: 'subject.person.mobile', other: { is: 'filing', id: a.id, province: '110000' } })
  const shown = await party(draft, a.id, zhejiang)
  expect(shown.status).toBe(200)
  expect(shown.text).not.toContain('13822220001')
  const alike = await journeys.finished([provider], withPerson({ ...person, mobile: '13822220001' }))
  expect((await conflictsOf(alike, beijing)).map(({ other: { id } }) => id)).toEqual([draft.id])
})

test('addresses outside of the provider’s blocks keep a filing from being finished', async () => {
  const content = fresh()
  const at = (from: string, to = from): RegistrationContent => ({ ...content, services: content.services.map((service) => ({ ...service, accesses: service.accesses.map((access) => ({ ...access, ipRanges: [{ from, to }] })) })) })
  const draft = await typed(at('192.0.2.250', '192.0.3.1'))
  expect(rulesOf(draft.findings)).toEqual(['X-24 services.s1.accesses.s1-a1.ipRanges'])
  expect((await finish(draft)).status).toBe(422)
  const saved = (await api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content: at('192.0.2.250', '192.0.2.255') } }, { as: draft.owner })).body
  expect(saved.findings).toEqual([])
})

test('addresses that another subject has filed through another provider are told to both after finish; through the same provider many may share one', async () => {
  const range = [{ from: '192.0.2.101', to: '192.0.2.110' }]
  const through = async (who: ProviderWithStaff, ipRanges: typeof range, province?: string): Promise<Journey> => {
    const content = fresh({}, province, who)
    return journeys.finished([who], { ...content, services: content.services.map((service) => ({ ...service, accesses: service.accesses.map((access) => ({ ...access, ipRanges })) })) })
  }
  const [a, alike] = [await through(provider, range), await through(provider, range)]
  expect([await seenBy(a, a.owner), await seenBy(alike, alike.owner)]).toEqual([[], []])
  const b = await through(other, [{ from: '192.0.2.110', to: '192.0.2.120' }], '330000')
  expect(await seenBy(b, other.staff)).toEqual(['X-25 services.s1.accesses.s1-a1.ipRanges'])
  expect(await seenBy(a, a.owner)).toEqual(['X-25 services.s1.accesses.s1-a1.ipRanges'])
  expect((await conflictsOf(b, zhejiang)).map(({ over, other: { id } }) => [over, id]).toSorted()).toEqual([['address', a.id], ['address', alike.id]].toSorted())
})

test('what a subject claimed is free again once it is cancelled', async () => {
  const held = await journeys.approved([provider], fresh({ name: '示例不再开办的网站' }))
  const again = await typed(fresh({ name: '示例不再开办的网站' }))
  expect(rulesOf(again.findings)).toEqual(['X-21 services.s1.name'])
  const { result } = await journeys.see(held.id, held.owner)
  const cancelled = await journeys.cancelled(held, 'cancel-subject', { subjectNumber: result!.subjectNumber })
  expect(cancelled.status).toBe('approved')
  expect(await seenBy(again, again.owner)).toEqual([])
})
