import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { contestLimits } from '../filings/finish-contests.js'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import { ask, contested, type Contested, contestedPath } from '../testing/mediations.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let beijing: TestAccount
let zhejiang: TestAccount
let shanghai: TestAccount

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
  ;[beijing, zhejiang, shanghai] = [await api.accounts.reviewer('110000'), await api.accounts.reviewer('330000'), await api.accounts.reviewer('310000')]
})
afterAll(() => api.close())

const answered = { outcome: 'holder-asked', answer: '已请对方核对域名', tellHolder: true } as const
const answer = (id: string, as: TestAccount, body: object = answered) => api.inject('answerMediation', { params: { id }, body: body as typeof answered }, { as })
const withdraw = (id: string, as: TestAccount) => api.inject('withdrawMediation', { params: { id } }, { as })
const listed = async (as: TestAccount, state?: 'open' | 'answered' | 'withdrawn' | 'lapsed') => (await api.inject('listMediations', { query: state ? { state } : {} }, { as })).body.rows
const own = async ({ id, owner }: Contested) => (await api.inject('listFilingMediations', { params: { id } }, { as: owner })).body.rows
const inbox = async (as: TestAccount) => (await api.inject('listNotices', {}, { as })).body.rows.map(({ text }) => text.en)
const entries = async (id: string): Promise<string[]> =>
  (await api.db.query(`SELECT action FROM audit_entries WHERE object_type = 'mediation' AND object_id = $1 ORDER BY position`, [id])).map(({ action }: { action: string }) => action)

test('whoever wants a domain that is in force elsewhere asks; both administrations see both sides, and the one of the other side answers', async () => {
  const wanted = await contested(api, journeys, provider, 'record')
  const asked = await ask(api, wanted)
  expect(asked.status).toBe(201)
  const { result, subjectName } = await journeys.see(wanted.holder.id, wanted.holder.owner)
  for (const secret of [result!.subjectNumber, subjectName, wanted.holder.id]) expect([secret, asked.text.includes(secret)]).toEqual([secret, false])
  const { id } = asked.body
  for (const [reviewer, mayAnswer] of [[beijing, true], [zhejiang, false]] as const) {
    expect((await listed(reviewer, 'open')).find((row) => row.id === id)).toMatchObject({
      over: 'domain', rule: 'X-01', domain: wanted.domain, reason: '域名已于去年转让给我单位', state: 'open', mayAnswer, first: 'holder',
      applicant: { subjectName: wanted.content.subject.name, province: '330000' },
      holder: { is: 'record', number: result!.subjectNumber, status: 'in-force', subjectName, province: '110000' },
    })
  }
  expect((await listed(shanghai)).map((row) => row.id)).toEqual([])
  expect(await inbox(beijing)).toContain(`An owner asks you to settle a conflict over the domain ${wanted.domain}. See both sides and answer under “Conflicts to settle”.`)
  const [{ reason }] = await api.db.query('SELECT reason FROM mediations WHERE id = $1', [id])
  expect(reason).not.toContain('转让')

  const done = await answer(id, beijing)
  expect(done).toMatchObject({ status: 200, body: { state: 'answered', outcome: 'holder-asked', holderTold: true, mayAnswer: false } })
  expect(await own(wanted)).toMatchObject([{ id, state: 'answered', outcome: 'holder-asked', answer: '已请对方核对域名' }])
  expect(await inbox(wanted.owner)).toContain(`About the domain ${wanted.domain}: The other side was asked to cancel or correct; finish again later. The administration says: 已请对方核对域名`)
  const told = (await inbox(wanted.holder.owner)).filter((text) => text.includes('asks you to check'))
  expect(told).toHaveLength(1)
  expect(told[0]).not.toContain(wanted.content.subject.name)
  expect(await entries(id)).toEqual(['mediation.ask', 'mediation.answer'])
  const [{ detail }] = await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'mediation.list' ORDER BY at DESC, position DESC LIMIT 1`)
  expect(Object.keys(detail)).toEqual(['objects', 'quietMinutes'])
})

test('the other side hears of it only when the administration chooses so', async () => {
  const wanted = await contested(api, journeys, provider, 'record')
  const { id } = (await ask(api, wanted)).body
  expect((await answer(id, beijing, { ...answered, outcome: 'holder-keeps', tellHolder: false })).status).toBe(200)
  expect((await inbox(wanted.holder.owner)).filter((text) => text.includes('asks you to check'))).toEqual([])
})

test('nobody is promised that a record will be cleared which is not listed as hollow', async () => {
  const wanted = await contested(api, journeys, provider, 'record')
  const { id } = (await ask(api, wanted)).body
  const clearing = { ...answered, outcome: 'clearing' } as const
  expect(await answer(id, beijing, clearing)).toMatchObject({ status: 409, problem: { code: 'mediation-not-hollow' } })
  expect(await own(wanted)).toMatchObject([{ id, state: 'open' }])
  await api.db.query(
    `INSERT INTO hollow_records (id, subject_id, service_id, since) SELECT gen_random_uuid(), s.subject_id, s.id, now() FROM register_services s WHERE s.domain_key = $1`, [wanted.domain],
  )
  expect(await answer(id, beijing, clearing)).toMatchObject({ status: 200, body: { state: 'answered', outcome: 'clearing' } })
})

test('what is on its way elsewhere can be asked about only after a finish was refused for it, and only while the draft stays as it was', async () => {
  const wanted = await contested(api, journeys, provider, 'filing')
  const typing = await contested(api, journeys, provider, 'filing')
  const changed = (await api.inject('saveDraft', { params: { id: typing.id }, body: { version: typing.version, content: { ...typing.content, services: wanted.content.services } } }, { as: typing.owner })).body
  expect(await ask(api, { ...typing, version: changed.version })).toMatchObject({ status: 409, problem: { code: 'not-contested' } })
  expect(await ask(api, typing)).toMatchObject({ status: 409, problem: { code: 'changed-meanwhile' } })
  expect(await ask(api, wanted)).toMatchObject({ status: 201, body: { rule: 'X-02', state: 'open' } })
  expect(await ask(api, wanted, 'services.s1.name')).toMatchObject({ status: 409, problem: { code: 'not-contested' } })
})

test('a subject that is filed already is asked about after the refused finish, and no other is tried by changing the draft', async () => {
  const held = journeys.content([provider])
  await journeys.approved([provider], held)
  const { subject } = held
  const fresh = journeys.content([provider])
  const content = { ...fresh, subject }
  const owner = await api.accounts.owner()
  const { id } = (await api.inject('createFiling', { body: { kind: 'new-subject' } }, { as: owner })).body
  const { version } = (await api.inject('saveDraft', { params: { id }, body: { version: 0, content } }, { as: owner })).body
  expect(await ask(api, { id, version, owner }, 'subject.certificateNumber')).toMatchObject({ status: 409, problem: { code: 'not-contested' } })
  expect((await api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })).problem.findings.map(({ rule }) => rule)).toContain('X-03')
  const asked = await ask(api, { id, version, owner }, 'subject.certificateNumber')
  expect(asked).toMatchObject({ status: 201, body: { over: 'subject', domain: null, rule: 'X-03' } })
  expect((await listed(beijing, 'open')).find((row) => row.id === asked.body.id)?.holder?.subjectName).toBe(subject.name)
  await api.inject('saveDraft', { params: { id }, body: { version, content: { ...content, subject: { ...fresh.subject } } } }, { as: owner })
  expect((await api.inject('listFilingMediations', { params: { id } }, { as: owner })).body.rows.map(({ state }) => state)).toEqual(['lapsed'])
})

test('a draft that something else keeps back as well is told so at its fields', async () => {
  const wanted = await contested(api, journeys, provider, 'record')
  const { version } = (await api.inject('saveDraft', { params: { id: wanted.id }, body: { version: wanted.version, content: { ...wanted.content, subject: { ...wanted.content.subject, name: '' } } } }, { as: wanted.owner })).body
  const refused = await ask(api, { ...wanted, version })
  expect(refused.status).toBe(422)
  expect(refused.problem.findings.map(({ path }) => path)).toContain('subject.name')
  expect(await own(wanted)).toEqual([])
})

test('of four requests about one conflict at one moment one is there; withdrawn, it can be asked anew', async () => {
  const wanted = await contested(api, journeys, provider, 'record')
  const answers = await Promise.all(Array.from({ length: 4 }, () => ask(api, wanted)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409])
  const [only] = await own(wanted)
  expect(await withdraw(only!.id, wanted.owner)).toMatchObject({ status: 200, body: { state: 'withdrawn' } })
  expect(await withdraw(only!.id, wanted.owner)).toMatchObject({ status: 409, problem: { code: 'mediation-ended' } })
  expect((await ask(api, wanted)).status).toBe(201)
  expect((await own(wanted)).map(({ state }) => state).toSorted()).toEqual(['open', 'withdrawn'])
})

test('of an answer and a withdrawal at one moment one holds, and the other is told that it has ended', async () => {
  const seen = new Set<string>()
  for (let round = 0; round < 3; round++) {
    const wanted = await contested(api, journeys, provider, 'record')
    const { id } = (await ask(api, wanted)).body
    const [one, other] = await Promise.all([answer(id, beijing), withdraw(id, wanted.owner)])
    expect([one.status, other.status].toSorted()).toEqual([200, 409])
    const [row] = await own(wanted)
    expect(row!.state).toBe(one.status === 200 ? 'answered' : 'withdrawn')
    expect(await entries(id)).toEqual(['mediation.ask', one.status === 200 ? 'mediation.answer' : 'mediation.withdraw'])
    seen.add(row!.state)
  }
  expect(seen.size).toBeGreaterThan(0)
})

test('a request lapses once the other side has gone, and when the draft wants something else or is handed in', async () => {
  const gone = await contested(api, journeys, provider, 'filing')
  const { id } = (await ask(api, gone)).body
  await api.inject('withdrawFiling', { params: { id: gone.holder.id }, body: { version: await journeys.version(gone.holder) } }, { as: gone.holder.owner })
  expect(await own(gone)).toMatchObject([{ id, state: 'lapsed' }])
  expect(await answer(id, beijing)).toMatchObject({ status: 409, problem: { code: 'mediation-ended' } })
  expect((await listed(beijing, 'lapsed')).find((row) => row.id === id)).toMatchObject({ holder: null, mayAnswer: false })
  expect((await api.inject('finishFiling', { params: { id: gone.id }, body: { version: gone.version } }, { as: gone.owner })).status).toBe(200)
  expect(await api.db.query('SELECT state FROM mediations WHERE id = $1', [id])).toEqual([{ state: 'lapsed' }])

  const turned = await contested(api, journeys, provider, 'record')
  await ask(api, turned)
  const services = journeys.content([provider]).services
  await api.inject('saveDraft', { params: { id: turned.id }, body: { version: turned.version, content: { ...turned.content, services } } }, { as: turned.owner })
  expect((await own(turned)).map(({ state }) => state)).toEqual(['lapsed'])
})

test('only its owner withdraws and only the province of the other side answers; what is another’s and what is absent are one answer', async () => {
  const wanted = await contested(api, journeys, provider, 'record')
  const { id } = (await ask(api, wanted)).body
  const stranger = await api.accounts.owner()
  const shape = ({ status, problem }: Awaited<ReturnType<typeof answer>>) => [status, problem.code]
  expect(shape(await answer(id, shanghai))).toEqual(shape(await answer(randomUUID(), shanghai)))
  expect((await answer(id, shanghai)).status).toBe(404)
  expect(await answer(id, zhejiang)).toMatchObject({ status: 409, problem: { code: 'mediation-of-other-province' } })
  for (const one of [id, randomUUID()]) expect(await withdraw(one, stranger)).toMatchObject({ status: 404, problem: { code: 'mediation-not-found' } })
  for (const one of [wanted.id, randomUUID()]) {
    expect((await api.inject('listFilingMediations', { params: { id: one } }, { as: stranger })).status).toBe(404)
    expect((await ask(api, { id: one, version: wanted.version, owner: stranger })).status).toBe(404)
  }
  expect((await withdraw(id, wanted.holder.owner)).status).toBe(404)
  expect(await entries(id)).toEqual(['mediation.ask'])
})

test('asking counts as a finish does, and a draft that is discarded takes its requests along', async () => {
  const wanted = await contested(api, journeys, provider, 'record')
  const statuses = []
  for (let n = 0; n <= contestLimits[0]!.points; n++) statuses.push((await ask(api, wanted, contestedPath)).status)
  expect(statuses).toEqual([201, ...Array<number>(contestLimits[0]!.points - 1).fill(409), 429])
  expect((await api.inject('discardDraft', { params: { id: wanted.id }, body: { version: wanted.version } }, { as: wanted.owner })).status).toBeLessThan(300)
  expect(await api.db.query('SELECT state FROM mediations WHERE filing_id = $1', [wanted.id])).toEqual([])
})
