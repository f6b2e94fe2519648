import { shanghaiDay } from '@icp/domain'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { verifyDatabase } from '../audit/verify/verify-database.js'
import { Config } from '../platform/config.js'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleService } from '../testing/filing-samples.js'
import { force, ground, onRecord, type OnRecord, orderOf, preview, urgeCuts } from '../testing/forced.js'
import { MigrationJourneys } from '../testing/migration-journey.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let other: ProviderWithStaff
let stranger: ProviderWithStaff
let zhejiang: TestAccount

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  ;[provider, other, stranger] = [await journeys.provider('甲方云'), await journeys.provider('乙方云'), await journeys.provider('丙方云')]
  zhejiang = await api.accounts.reviewer('330000')
})
afterAll(() => api.close())

/** Two websites: one that both providers serve, and one of the first alone. */
const withTwo = (): Promise<OnRecord> => {
  const name = `qiangzhi-${randomUUID().slice(0, 8)}`
  const services = [sampleService('s1', `${name}.com`, [provider, other]), sampleService('s2', `${name}.net`, [provider])]
  return onRecord(api, journeys, [provider, other], journeys.content([provider, other], { services }))
}

const own = async ({ owner, subjectNumber }: OnRecord) => (await api.inject('listOwnRecords', {}, { as: owner })).body.rows.find(({ number }) => number === subjectNumber)!
const lookUp = async (q: string) => (await api.inject('lookUp', { query: { q } })).body.rows
const cutsOf = async (as: TestAccount, numbers: readonly string[], cuts?: 'open' | 'done') =>
  (await api.inject('listCutOrders', { query: cuts ? { cuts } : {} }, { as })).body.rows.filter(({ serviceNumber }) => numbers.includes(serviceNumber))
const listed = async (as: TestAccount, { subjectNumber }: OnRecord, cuts?: 'open' | 'done') =>
  (await api.inject('listForcedCancellations', { query: cuts ? { cuts } : {} }, { as })).body.rows.filter((row) => row.subjectNumber === subjectNumber)
const inbox = async (as: TestAccount) => (await api.inject('listNotices', {}, { as })).body.rows
const acknowledge = (ids: readonly string[], as: TestAccount) => api.inject('acknowledgeCuts', { body: { ids: [...ids] } }, { as })
const certificateState = async (code: string) => (await api.inject('verifyByCode', { params: { code } })).body.certificate?.state
/** A change names every website of the subject. */
const change = async ({ owner, subjectNumber }: OnRecord) => {
  const draft = (await api.inject('createFiling', { body: { kind: 'change', subjectNumber } }, { as: owner })).body
  if (draft.content.form !== 'registration') throw new Error('a change is a registration')
  const content = { ...draft.content, services: draft.content.services.map((service) => ({ ...service, name: '晨光更名网' })) }
  const { version } = (await api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content } }, { as: owner })).body
  const finished = await api.inject('finishFiling', { params: { id: draft.id }, body: { version } }, { as: owner })
  if (finished.status !== 200) throw new Error(finished.text)
  return draft.id
}

test('a service is found by its number and by its domain, only in its province, and everything that falls is shown before', async () => {
  const record = await withTwo()
  const [first] = record.serviceNumbers
  const { domain } = (await own(record)).services[0]!
  for (const [q, asked] of [[first!, first], [domain, first], [`HTTP://www.${domain}/a?b`, first], [record.subjectNumber, record.subjectNumber]] as const) {
    const { rows } = (await api.inject('findForcible', { query: { q } }, { as: record.reviewer })).body
    expect([q, rows.map((row) => [row.subjectNumber, row.asked])]).toEqual([q, [[record.subjectNumber, asked]]])
    expect((await api.inject('findForcible', { query: { q } }, { as: zhejiang })).body.rows).toEqual([])
  }
  const shown = (await preview(api, record, first!, record.reviewer)).body
  expect(shown).toMatchObject({
    number: first, whole: false, numbers: [first], leavesHollowSubject: false, domains: [domain], certificates: [{ version: 1, becomes: 'replaced' }], filings: [],
    accesses: [{ serviceNumber: first, providerName: '甲方云' }, { serviceNumber: first, providerName: '乙方云' }],
  })
  const whole = (await preview(api, record, record.subjectNumber, record.reviewer)).body
  expect(whole).toMatchObject({ whole: true, numbers: [record.subjectNumber, ...record.serviceNumbers], certificates: [{ becomes: 'cancelled' }] })
  const foreign = await preview(api, record, first!, zhejiang)
  const absent = await preview(api, { subjectId: randomUUID() }, first!, zhejiang)
  expect([foreign.status, foreign.problem.code, foreign.problem.title]).toEqual([404, absent.problem.code, absent.problem.title])
})

test('one website is cancelled: out of the register at once, the certificate anew without it, providers ordered to cut, the owner told how to object', async () => {
  const record = await withTwo()
  const [first, second] = record.serviceNumbers as [string, string]
  const before = (await own(record)).certificates[0]!
  const done = await force(api, record, first)
  expect(done).toMatchObject({ status: 201, body: { number: first, whole: false, numbers: [first], reason: 'false-data', ground } })
  const after = await own(record)
  expect(after.state).toBe('in-force')
  expect(after.services.map(({ state, byForce }) => [state, byForce?.ground])).toEqual([['cancelled', ground], ['in-force', undefined]])
  expect(await lookUp(first)).toMatchObject([{ serviceNumber: first, state: 'cancelled' }])
  expect(await lookUp(second)).toMatchObject([{ serviceNumber: second, state: 'in-force' }])
  expect([await certificateState(before.code), await certificateState(after.certificates[0]!.code)]).toEqual(['replaced', 'current'])

  expect((await cutsOf(provider.staff, [first])).map(({ ground: said, standing }) => [said, standing])).toEqual([[ground, 'waiting']])
  expect(await cutsOf(other.staff, [first, second])).toMatchObject([{ serviceNumber: first }])
  expect(await cutsOf(stranger.staff, [first, second])).toEqual([])
  expect((await inbox(other.staff)).map(({ text }) => text.en)).toContainEqual(expect.stringContaining(`has cancelled ${first} by force. Cut it by`))
  const told = (await inbox(record.owner)).find(({ title }) => title.en === 'Your record was cancelled by force')!
  for (const part of [first, ground, 'The filed data are false', 'reconsideration within sixty days']) expect(told.text.en).toContain(part)
  const [{ mails }] = await api.db.query(`SELECT count(*)::int AS mails FROM outbox_messages WHERE at >= $1 AND channel = 'mail'`, [done.body.at])
  expect(mails).toBeGreaterThan(0)
  const [{ detail }] = await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'register.force' AND object_id = $1`, [record.subjectId])
  expect(detail).toMatchObject({ number: first, serviceNumbers: [first], subjectNumber: record.subjectNumber, providers: 2 })
  expect(JSON.stringify(detail)).not.toContain('京通管罚')
})

test('the subject falls with all of its websites, and its numbers are never given again', async () => {
  const record = await withTwo()
  const { code } = (await own(record)).certificates[0]!
  expect((await force(api, record, record.subjectNumber)).body.numbers).toEqual([record.subjectNumber, ...record.serviceNumbers])
  const after = await own(record)
  expect([after.state, after.byForce?.reason, after.services.map(({ state, byForce }) => [state, byForce?.reason])]).toEqual(['cancelled', 'false-data', [['cancelled', 'false-data'], ['cancelled', 'false-data']]])
  expect(await certificateState(code)).toBe('cancelled')
  expect((await lookUp(record.subjectNumber)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
  expect(await cutsOf(provider.staff, record.serviceNumbers)).toHaveLength(2)
  expect((await journeys.see(record.id, record.owner)).status).toBe('approved')
  const again = await onRecord(api, journeys, [provider])
  expect([record.subjectNumber, ...record.serviceNumbers]).not.toContain(again.subjectNumber)
})

test('an administration may take the last website, which leaves a hollow subject that its owner is told of', async () => {
  const record = await onRecord(api, journeys, [provider])
  const [only] = record.serviceNumbers as [string]
  expect((await preview(api, record, only, record.reviewer)).body).toMatchObject({ leavesHollowSubject: true, certificates: [{ becomes: 'cancelled' }] })
  expect((await force(api, record, only)).status).toBe(201)
  expect((await own(record)).state).toBe('in-force')
  expect((await api.inject('listHollow', {}, { as: record.owner })).body.rows).toMatchObject([{ kind: 'subject', subjectNumber: record.subjectNumber }])
})

test('a hollow subject that adds a website has a certificate in force again; those of before stay cancelled, and the register is whole', async () => {
  const record = await onRecord(api, journeys, [provider])
  const { owner, subjectNumber, reviewer } = record
  await force(api, record, record.serviceNumbers[0]!)
  const draft = (await api.inject('createFiling', { body: { kind: 'new-service', subjectNumber } }, { as: owner })).body
  const content = { ...draft.content, services: [sampleService('n1', `xinzeng-${randomUUID().slice(0, 8)}.com`, [provider])] } as typeof draft.content
  const { version } = (await api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content } }, { as: owner })).body
  await api.inject('finishFiling', { params: { id: draft.id }, body: { version } }, { as: owner })
  const running = { id: draft.id, owner, staff: [provider.staff], reviewer }
  await journeys.pass(running)
  await journeys.confirm(running)
  expect((await api.inject('approveFiling', { params: { id: draft.id }, body: { version: await journeys.version(running) } }, { as: reviewer })).status).toBe(200)
  const { certificates } = await own(record)
  expect(certificates.map((one) => [one.version, one.state])).toEqual([[2, 'current'], [1, 'cancelled']])
  expect(await Promise.all(certificates.map(({ code }) => certificateState(code)))).toEqual(['current', 'cancelled'])
  expect((await api.inject('downloadCertificate', { params: { id: certificates[0]!.id } }, { as: owner })).status).toBe(200)
  const { parts } = await verifyDatabase(api.app.get(Config))
  expect(parts.filter(({ kind }) => kind === 'certificates' || kind === 'register').map(({ kind, first }) => [kind, first])).toEqual([['register', null], ['certificates', null]])
})

test.each(['with-providers', 'awaiting-confirmation', 'in-review'] as const)('a filing about it that is “%s” ends with it, both owner and providers are told, and no code works any more', async (status) => {
  const record = await withTwo()
  const id = await change(record)
  const journey = { ...record, id }
  if (status !== 'with-providers') await journeys.pass(journey)
  const confirmation = status === 'awaiting-confirmation' ? (await journeys.see(id, record.owner)).confirmations[0] : undefined
  if (status === 'in-review') await journeys.confirm(journey)
  expect((await journeys.see(id, record.owner)).status).toBe(status)
  const [first] = record.serviceNumbers as [string]
  expect((await preview(api, record, first, record.reviewer)).body.filings).toMatchObject([{ id, kind: 'change', status }])
  expect((await force(api, record, first)).status).toBe(201)
  const ended = await journeys.see(id, record.owner)
  expect([ended.status, ended.endedWithRecord, ended.history.at(-1)?.action]).toEqual(['refused', true, 'end-with-record'])
  expect((await api.inject('listFilings', {}, { as: record.owner })).body.rows.filter((row) => row.endedWithRecord).map((row) => row.id)).toEqual([id])
  for (const as of [record.owner, provider.staff]) expect((await inbox(as)).some(({ title, filingId }) => filingId === id && title.en.endsWith('has ended'))).toBe(true)
  if (confirmation) {
    const token = confirmation.onScreen!.link.split('/').at(-1)!
    expect((await api.inject('getConfirmation', { params: { token } })).body.state).toBe('closed')
  }
  // The subject is free to file again.
  expect((await change(record)).length).toBeGreaterThan(0)
})

test('a filing of the subject that is about something else goes on', async () => {
  const record = await withTwo()
  const [first, second] = record.serviceNumbers as [string, string]
  const accessIds = (await own(record)).services[1]!.accesses.map(({ id }) => id)
  const { id } = await journeys.cancelling({ ...record, staff: [provider.staff] }, 'cancel-access', { subjectNumber: record.subjectNumber, serviceNumbers: [second], accessIds })
  expect((await force(api, record, first)).status).toBe(201)
  expect((await journeys.see(id, record.owner)).status).toBe('in-review')
})

test('a move that both owners agreed on ends with the subject that was to receive', async () => {
  const moves = new MigrationJourneys(api, journeys, provider)
  const { id, owner, receiver, reviewer } = await moves.agreed()
  const { id: subjectId, number } = (await api.inject('listOwnRecords', {}, { as: receiver })).body.rows[0]!
  const body = await orderOf(api, { subjectId }, number, reviewer)
  expect((await api.inject('cancelByForce', { params: { id: subjectId }, body }, { as: reviewer })).status).toBe(201)
  expect((await journeys.see(id, owner)).status).toBe('refused')
})

test('what is wrong is said at its field, other provinces find nothing, and nothing is written', async () => {
  const record = await withTwo()
  const [first, second] = record.serviceNumbers as [string, string]
  const send = async (more: object, as = record.reviewer) => {
    const body = { ...(await orderOf(api, record, first, record.reviewer)), ...more }
    return api.inject('cancelByForce', { params: { id: record.subjectId }, body }, { as })
  }
  const refused = await send({ typedNumber: second, reason: 'none', ground: ' ' })
  expect([refused.status, refused.problem.findings.map(({ rule, path }) => `${rule} ${path}`)]).toEqual([422, ['G-02 reason', 'G-03 ground', 'G-01 typedNumber']])
  expect((await send({ ground: 'x'.repeat(201) })).status).toBe(422)
  expect((await send({ seen: 'x' })).problem.code).toBe('changed-meanwhile')
  expect((await send({}, zhejiang)).status).toBe(404)
  expect((await send({}, record.owner)).status).toBe(403)
  expect((await send({}, provider.staff)).status).toBe(403)
  expect((await own(record)).services.map(({ state }) => state)).toEqual(['in-force', 'in-force'])
  expect(await cutsOf(provider.staff, record.serviceNumbers)).toEqual([])
  expect(await listed(record.reviewer, record)).toEqual([])
})

test('what would fall is not what was shown any more: nothing happens until the reviewer has looked again', async () => {
  const record = await withTwo()
  const body = await orderOf(api, record, record.subjectNumber, record.reviewer)
  const id = await change(record)
  expect((await api.inject('cancelByForce', { params: { id: record.subjectId }, body }, { as: record.reviewer })).problem.code).toBe('changed-meanwhile')
  expect([(await own(record)).state, (await journeys.see(id, record.owner)).status]).toEqual(['in-force', 'with-providers'])
})

test('subject and domains go on the blacklist in the same act, once, and keep both from being filed', async () => {
  const record = await withTwo()
  const { domain } = (await own(record)).services[0]!
  const operator = await api.accounts.operator()
  await api.inject('addToBlacklist', { body: { kind: 'domain', domain, certificateType: '', certificateNumber: '', reason: '诈骗', source: '京通管〔2026〕1号', validFrom: '2026-01-01', validUntil: '' } }, { as: operator })
  expect(await force(api, record, record.subjectNumber, { listSubject: true, listDomains: true })).toMatchObject({ status: 201, body: { subjectListed: true, domainsListed: true } })
  const entries = (await api.inject('listBlacklist', { query: {} }, { as: operator })).body.rows.filter(({ source, domain: of }) => source === ground || of === domain)
  expect(entries.map(({ kind, reason }) => `${kind} ${reason}`).toSorted()).toEqual(['domain 提供虚假备案信息', 'domain 诈骗', 'subject 提供虚假备案信息'])
  const { content } = await journeys.see(record.id, record.owner)
  const draft = (await api.inject('createFiling', { body: { kind: 'new-subject' } }, { as: record.owner })).body
  const { version } = (await api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content } }, { as: record.owner })).body
  const kept = await api.inject('finishFiling', { params: { id: draft.id }, body: { version } }, { as: record.owner })
  expect([kept.status, kept.problem.findings.map(({ rule }) => rule).filter((rule) => ['X-26', 'X-27'].includes(rule)).length > 0]).toEqual([422, true])
})

test('an entry of the blacklist that ends some day does not keep out the one without end', async () => {
  const record = await withTwo()
  const { domain } = (await own(record)).services[0]!
  const operator = await api.accounts.operator()
  const today = shanghaiDay(new Date().toISOString())
  await api.inject('addToBlacklist', { body: { kind: 'domain', domain, certificateType: '', certificateNumber: '', reason: '诈骗', source: '京通管〔2026〕2号', validFrom: today, validUntil: today } }, { as: operator })
  expect(await force(api, record, record.subjectNumber, { listDomains: true })).toMatchObject({ status: 201 })
  const entries = (await api.inject('listBlacklist', { query: {} }, { as: operator })).body.rows.filter((entry) => entry.domain === domain)
  expect(entries.map(({ validUntil }) => validUntil).toSorted()).toEqual([today, null])
})

test('each provider acknowledges its own, many at once, and the administration sees who has not', async () => {
  const record = await withTwo()
  await force(api, record, record.subjectNumber)
  const [mine, theirs] = [await cutsOf(provider.staff, record.serviceNumbers), await cutsOf(other.staff, record.serviceNumbers)]
  const ids = mine.map(({ id }) => id)
  const foreign = await acknowledge([theirs[0]!.id], provider.staff)
  expect([foreign.status, foreign.problem.code]).toEqual([404, (await acknowledge([randomUUID()], provider.staff)).problem.code])
  expect((await acknowledge([...ids, theirs[0]!.id], provider.staff)).status).toBe(404)
  expect(await cutsOf(provider.staff, record.serviceNumbers, 'done')).toEqual([])
  const done = await acknowledge(ids, provider.staff)
  expect([done.status, done.body.rows.map(({ standing }) => standing)]).toEqual([200, ['acknowledged', 'acknowledged']])
  const again = (await acknowledge(ids, provider.staff)).body.rows
  expect(again.map(({ acknowledgedAt }) => acknowledgedAt)).toEqual(done.body.rows.map(({ acknowledgedAt }) => acknowledgedAt))
  const entries: { detail: { orders: string[] } }[] = await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'cut-order.acknowledge' AND object_id = $1 ORDER BY position`, [provider.id])
  expect(entries.map(({ detail }) => detail.orders.toSorted())).toEqual([ids.toSorted(), []])
  expect((await listed(record.reviewer, record, 'open'))[0]!.orders.map(({ providerName, standing }) => [providerName, standing])).toEqual([['乙方云', 'waiting'], ['甲方云', 'acknowledged'], ['甲方云', 'acknowledged']])
  await acknowledge(theirs.map(({ id }) => id), other.staff)
  expect([await listed(record.reviewer, record, 'open'), (await listed(record.reviewer, record, 'done')).length, await listed(zhejiang, record)]).toEqual([[], 1, []])
})

test('whoever is silent past the last day is reminded once and the administration told; a word that comes late still counts', async () => {
  const record = await onRecord(api, journeys, [other])
  await force(api, record, record.subjectNumber)
  await urgeCuts(api)
  const { id } = (await cutsOf(other.staff, record.serviceNumbers))[0]!
  await api.db.query(`UPDATE cut_orders SET due_on = '2026-01-05' WHERE id = $1`, [id])
  expect((await cutsOf(other.staff, record.serviceNumbers))[0]!.standing).toBe('late')
  expect([await urgeCuts(api), await urgeCuts(api)]).toEqual([1, 0])
  expect((await inbox(other.staff)).filter(({ title }) => title.en.startsWith('Late:'))).toHaveLength(1)
  expect((await inbox(record.reviewer)).filter(({ text }) => text.en.includes(`in time that it cut ${record.serviceNumbers.join()}`))).toHaveLength(1)
  expect((await acknowledge([id], other.staff)).body.rows).toMatchObject([{ standing: 'acknowledged' }])
})

test('where all orders stand together is answered with every page, to the administration and to the provider alike, and of no other province or provider', async () => {
  const tianjin = await api.accounts.reviewer('120000')
  const [late, done] = [await journeys.provider('戊方云'), await journeys.provider('己方云')]
  const record = await onRecord(api, journeys, [late, done])
  await force(api, record, record.subjectNumber)
  const standings = async (cuts?: 'open' | 'done') => {
    const query = cuts ? { cuts } : {}
    const ofProviders = await Promise.all([late, done, stranger].map(({ staff }) => api.inject('listCutOrders', { query }, { as: staff })))
    const ofProvinces = await Promise.all([record.reviewer, tianjin].map((as) => api.inject('listForcedCancellations', { query }, { as })))
    return [...ofProviders, ...ofProvinces].map(({ body }) => body.worst)
  }
  // Of what the tests before have left to cut nothing is late.
  expect(await standings()).toEqual(['waiting', 'waiting', null, 'waiting', null])
  const { id } = (await cutsOf(late.staff, record.serviceNumbers))[0]!
  await api.db.query(`UPDATE cut_orders SET due_on = '2026-01-05' WHERE id = $1`, [id])
  await acknowledge((await cutsOf(done.staff, record.serviceNumbers)).map((order) => order.id), done.staff)
  // Also on a page that shows nothing of it.
  for (const cuts of [undefined, 'open', 'done'] as const) expect(await standings(cuts)).toEqual(['late', null, null, 'late', null])
  await acknowledge([id], late.staff)
  expect(await standings()).toEqual([null, null, null, 'waiting', null])
})

test('the other reviewers of the province are told at once who has cancelled what', async () => {
  const colleague = await api.accounts.reviewer('110000')
  const record = await onRecord(api, journeys, [provider])
  await force(api, record, record.subjectNumber)
  expect((await inbox(colleague)).some(({ title }) => title.en === `${record.subjectNumber} was cancelled by force`)).toBe(true)
  expect((await inbox(record.reviewer)).some(({ title }) => title.en === `${record.subjectNumber} was cancelled by force`)).toBe(false)
})

test('a repeat with the same key is one act; of two reviewers at one moment one cancels', async () => {
  for (let round = 0; round < 4; round += 1) {
    const record = await withTwo()
    const [first] = record.serviceNumbers as [string]
    const body = await orderOf(api, record, first, record.reviewer)
    const colleague = await api.accounts.reviewer('110000')
    const send = (as: TestAccount, idempotencyKey: string) => api.inject('cancelByForce', { params: { id: record.subjectId }, body }, { as, idempotencyKey })
    const key = randomUUID()
    const answers = await Promise.all([send(record.reviewer, key), send(record.reviewer, key), send(colleague, randomUUID())])
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0)
    for (const { status } of answers) expect([201, 409, 425, 503]).toContain(status)
    expect((await listed(record.reviewer, record)).length).toBe(1)
    expect(await cutsOf(other.staff, [first])).toHaveLength(1)
  }
})

test('of a cancellation by force and the approval of a change, at one moment, one comes first and the register is whole', async () => {
  const outcomes: string[] = []
  for (let round = 0; round < 5; round += 1) {
    const record = await withTwo()
    const [first] = record.serviceNumbers as [string]
    const id = await change(record)
    const journey = { ...record, id }
    await journeys.pass(journey)
    await journeys.confirm(journey)
    const body = await orderOf(api, record, first, record.reviewer)
    const version = await journeys.version(journey)
    const [forced, approved] = await Promise.all([
      api.inject('cancelByForce', { params: { id: record.subjectId }, body }, { as: record.reviewer }), api.inject('approveFiling', { params: { id }, body: { version } }, { as: record.reviewer }),
    ])
    const [service] = (await own(record)).services
    outcomes.push([forced.status, approved.status, service!.state, (await journeys.see(id, record.owner)).status].join(' '))
  }
  for (const outcome of outcomes) expect(['201 409 cancelled refused', '409 200 in-force approved']).toContain(outcome)
})

test('of a cancellation by force and the approval of the owner’s own, at one moment, the website ends once', async () => {
  const outcomes: string[] = []
  for (let round = 0; round < 5; round += 1) {
    const record = await withTwo()
    const [first] = record.serviceNumbers as [string]
    const { id } = await journeys.cancelling(record, 'cancel-service', { subjectNumber: record.subjectNumber, serviceNumbers: [first] })
    const body = await orderOf(api, record, first, record.reviewer)
    const version = await journeys.version({ ...record, id })
    const [forced, approved] = await Promise.all([
      api.inject('cancelByForce', { params: { id: record.subjectId }, body }, { as: record.reviewer }), api.inject('approveFiling', { params: { id }, body: { version } }, { as: record.reviewer }),
    ])
    outcomes.push([forced.status, approved.status, (await own(record)).services[0]!.state, (await listed(record.reviewer, record)).length].join(' '))
  }
  for (const outcome of outcomes) expect(['201 409 cancelled 1', '409 200 cancelled 0']).toContain(outcome)
})
