import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RegistrationContent } from '@icp/domain'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleService } from '../testing/filing-samples.js'
import { madeHollow, tellOfHollow, toldDaysAgo } from '../testing/hollow.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let reviewer: TestAccount

beforeAll(async () => {
  api = await startTestApp()
  reviewer = await api.accounts.reviewer('110000')
  journeys = new FilingJourneys(api, reviewer)
  provider = await journeys.provider()
})
afterAll(() => api.close())

const listed = async (as: TestAccount) => (await api.inject('listHollow', {}, { as })).body.rows
const ownOf = async ({ owner }: Journey) => (await listed(owner))[0]!
const clear = (ids: string[], as = reviewer, key: string = randomUUID()) => api.inject('clearHollow', { body: { ids } }, { as, idempotencyKey: key })
const inboxOf = async ({ owner }: Journey) => (await api.inject('listNotices', {}, { as: owner })).body.rows.map(({ title }) => title.zh)
const recordOf = async ({ owner }: Journey) => (await api.inject('listOwnRecords', {}, { as: owner })).body.rows[0]!

/** A filing that would fill it, ready to be finished. */
async function readyToFill(journey: Journey & { subjectNumber: string }, serviceNumber: string): Promise<{ id: string; version: number }> {
  const { owner } = journey
  const draft = (await api.inject('createFiling', { body: { kind: 'new-access', subjectNumber: journey.subjectNumber, serviceNumbers: [serviceNumber] } }, { as: owner })).body
  const content = draft.content as RegistrationContent
  const services = content.services.map((service) => ({ ...service, accesses: sampleService('x', 'x.com', [provider]).accesses }))
  const saved = await api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content: { ...content, services } } }, { as: owner })
  return { id: draft.id, version: saved.body.version }
}

const finish = ({ id, version }: { id: string; version: number }, { owner }: Journey) => api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })

/** The same, finished. */
async function filling(journey: Journey & { subjectNumber: string }, serviceNumber: string): Promise<string> {
  const draft = await readyToFill(journey, serviceNumber)
  const finished = await finish(draft, journey)
  if (finished.status !== 200) throw new Error(finished.text)
  return draft.id
}

test('a website whose last access ends is listed with since when; its owner is told once, and after seven days it is cleared with its certificate', async () => {
  const journey = await madeHollow(api, journeys, provider)
  const row = await ownOf(journey)
  expect(row).toMatchObject({ kind: 'service', subjectNumber: journey.subjectNumber, serviceNumber: `${journey.subjectNumber}-1`, since: api.clock.now(), toldAt: null, standing: 'found', until: null })
  expect((await listed(reviewer)).map(({ id }) => id)).toContain(row.id)
  expect(await listed(await api.accounts.reviewer('330000'))).toEqual([])
  expect(await listed(await api.accounts.owner())).toEqual([])
  expect((await clear([row.id])).body.results).toMatchObject([{ outcome: 'refused', text: { en: expect.stringMatching(/not been told yet/) } }])

  expect(await tellOfHollow(api)).toBeGreaterThan(0)
  expect(await tellOfHollow(api)).toBe(0)
  expect((await inboxOf(journey)).filter((title) => title === '空壳网站清理通知')).toHaveLength(1)
  expect(await ownOf(journey)).toMatchObject({ standing: 'told', until: new Date(Date.parse(api.clock.now()) + 7 * 86_400_000).toISOString() })
  expect((await clear([row.id])).body.results).toMatchObject([{ outcome: 'refused', text: { en: expect.stringMatching(/Seven days have not passed/) } }])

  await toldDaysAgo(api, row.id, 7)
  expect((await clear([row.id], await api.accounts.reviewer('330000'))).body.results).toEqual([{ id: row.id, outcome: 'gone', numbers: [], text: null }])
  const key = randomUUID()
  const first = await clear([row.id], reviewer, key)
  expect(first.body.results).toEqual([{ id: row.id, outcome: 'cleared', numbers: [`${journey.subjectNumber}-1`], text: null }])
  const again = await clear([row.id], reviewer, key)
  expect([again.body, again.headers['idempotency-replayed']]).toEqual([first.body, 'true'])
  expect((await clear([row.id])).body.results).toMatchObject([{ outcome: 'gone' }])
  const record = await recordOf(journey)
  expect([record.state, record.services.map(({ state }) => state), record.certificates.map(({ state }) => state)]).toEqual(['in-force', ['cancelled'], ['cancelled']])
  const shown = (await api.inject('lookUp', { query: { q: `${journey.subjectNumber}-1` } })).body.rows
  expect(shown.map(({ state }) => state)).toEqual(['cancelled'])
  expect(await inboxOf(journey)).toContain('空壳备案已清理')
  const entries = await api.db.query(`SELECT actor ->> 'accountId' AS by FROM audit_entries WHERE action = 'register.clear' AND object_id = $1`, [record.id])
  expect(entries).toEqual([{ by: reviewer.id }])
})

test('the subject that is left is hollow itself, with seven days of its own; its numbers are never given again', async () => {
  const journey = await madeHollow(api, journeys, provider)
  const service = await ownOf(journey)
  await toldDaysAgo(api, service.id, 7)
  await clear([service.id])
  const subject = await ownOf(journey)
  expect(subject).toMatchObject({ kind: 'subject', serviceNumber: null, toldAt: null, standing: 'found' })
  await toldDaysAgo(api, subject.id, 8)
  expect((await clear([subject.id])).body.results).toMatchObject([{ outcome: 'cleared', numbers: [journey.subjectNumber] }])
  expect((await recordOf(journey)).state).toBe('cancelled')
  expect(await listed(journey.owner)).toEqual([])
  const next = await journeys.approved([provider])
  expect((await recordOf(next)).number).not.toBe(journey.subjectNumber)
})

test('a filing on its way stops the clock, which goes on where it stopped; one that is approved ends it', async () => {
  const journey = await madeHollow(api, journeys, provider)
  const row = await ownOf(journey)
  const id = await filling(journey, row.serviceNumber!)
  expect(await ownOf(journey)).toMatchObject({ standing: 'stopped' })
  await tellOfHollow(api)
  expect(await ownOf(journey)).toMatchObject({ toldAt: null })
  await toldDaysAgo(api, row.id, 6)
  expect((await clear([row.id])).body.results).toMatchObject([{ outcome: 'refused', text: { en: expect.stringMatching(/on its way/) } }])
  api.clock.advance(600)
  await api.inject('withdrawFiling', { params: { id }, body: { version: await journeys.version({ ...journey, id }) } }, { as: journey.owner })
  expect(await ownOf(journey)).toMatchObject({ standing: 'told', until: new Date(Date.parse(api.clock.now()) + 86_400_000).toISOString() })
  const second = { ...journey, id: await filling(journey, row.serviceNumber!) }
  await journeys.pass(second)
  await journeys.confirm(second)
  const approved = await api.inject('approveFiling', { params: { id: second.id }, body: { version: await journeys.version(second) } }, { as: reviewer })
  expect([approved.status, await listed(journey.owner)]).toEqual([200, []])
})

test('a batch has a result for each; of two batches at one moment each is cleared by one', async () => {
  const made = await Promise.all([1, 2, 3].map(() => madeHollow(api, journeys, provider)))
  const rows = await Promise.all(made.map(ownOf))
  for (const { id } of rows.slice(0, 2)) await toldDaysAgo(api, id, 9)
  const ids = [...rows.map(({ id }) => id), randomUUID()]
  const both = await Promise.all([clear(ids), clear(ids, await api.accounts.reviewer('110000'))])
  const outcomes = ids.map((id) => both.map(({ body }) => body.results.find((one) => one.id === id)!.outcome))
  expect(outcomes.map((two) => two.filter((outcome) => outcome === 'cleared').length)).toEqual([1, 1, 0, 0])
  expect(outcomes.slice(2)).toEqual([['refused', 'refused'], ['gone', 'gone']])
  const states = await Promise.all(made.map(async (one) => (await recordOf(one)).services[0]!.state))
  expect(states).toEqual(['cancelled', 'cancelled', 'in-force'])
})

test('of a clearing and the finish of what would fill the record, at the same moment, one happens and the other is told', async () => {
  const outcomes: string[] = []
  for (let round = 0; round < 6; round += 1) {
    const journey = await madeHollow(api, journeys, provider)
    const row = await ownOf(journey)
    await tellOfHollow(api)
    await toldDaysAgo(api, row.id, 7)
    const draft = await readyToFill(journey, `${journey.subjectNumber}-1`)
    const [cleared, finished] = await Promise.all([clear([row.id]), finish(draft, journey)])
    outcomes.push(`${cleared.body.results[0]?.outcome} ${finished.status < 400 ? 'finished' : 'refused'}`)
  }
  expect(outcomes.filter((outcome) => outcome !== 'cleared refused' && outcome !== 'refused finished')).toEqual([])
})
