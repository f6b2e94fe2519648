import { afterEach, afterAll, beforeAll, expect, test } from '@jest/globals'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { publishChange, sampleYear } from '../testing/rule-changes.js'
import { SilenceService } from './silence.service.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
const start = '2026-11-02T02:00:00.000Z'

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
})
afterAll(() => api.close())
afterEach(() => api.clock.set(start))

/** The same people with new sessions, since the clock has ended the old ones. */
const awake = async (journey: Journey): Promise<Journey> => ({
  ...journey, owner: await api.accounts.logOnAgain(journey.owner), reviewer: await api.accounts.logOnAgain(journey.reviewer), staff: await Promise.all(journey.staff.map((one) => api.accounts.logOnAgain(one))),
})
const begin = async (work: () => Promise<Journey>): Promise<Journey> => {
  api.clock.set(start)
  return awake(await work())
}
const at = async (instant: string, journey: Journey): Promise<Journey> => {
  api.clock.set(instant)
  return awake(journey)
}
const urge = () => api.app.get(SilenceService, { strict: false }).urge()
const told = async (as: TestAccount, { id }: Journey) => (await api.inject('listNotices', {}, { as })).body.rows.filter(({ filingId }) => filingId === id).map(({ title }) => title.en)

test('a provider that says nothing for seven days is urged once, the owner is told, and lists show it', async () => {
  const finished = await begin(async () => {
    provider = { ...provider, staff: await api.accounts.logOnAgain(provider.staff) }
    return journeys.finished([provider])
  })
  api.clock.set('2026-11-09T01:59:59.000Z')
  expect(await urge()).toBe(0)
  const late = await at('2026-11-09T02:00:00.000Z', finished)
  expect(await urge()).toBe(1)
  expect(await urge()).toBe(0)
  expect((await told(late.staff[0]!, late))[0]).toMatch(/has waited for 7 days$/)
  expect((await told(late.owner, late))[0]).toMatch(/has not been verified for 7 days$/)
  const seen = await journeys.see(late.id, late.owner)
  expect([seen.urgedAt, seen.due?.tone]).toEqual(['2026-11-09T02:00:00.000Z', 'overdue'])
  const { rows } = (await api.inject('listFilings', { query: { attention: 'overdue' } }, { as: late.staff[0]! })).body
  expect(rows.find(({ id }) => id === late.id)?.urgedAt).toBe('2026-11-09T02:00:00.000Z')
  expect(await api.db.query(`SELECT count(*)::int AS n FROM audit_entries WHERE filing_id = $1 AND action = 'filing.urge'`, [late.id])).toEqual([{ n: 1 }])

  // It is over as soon as somebody moves the filing.
  await journeys.pass(late)
  expect((await journeys.see(late.id, late.owner)).urgedAt).toBeUndefined()
})

test('of two providers only the silent one is urged', async () => {
  const other = await journeys.provider()
  const finished = await begin(() => journeys.finished([provider, other]))
  await journeys.pass({ ...finished, staff: [finished.staff[1]!] })
  const late = await at('2026-11-10T02:00:00.000Z', finished)
  expect(await urge()).toBe(1)
  expect((await told(late.staff[0]!, late))[0]).toMatch(/has waited/)
  expect((await told(late.staff[1]!, late)).filter((title) => /has waited/.test(title))).toEqual([])
})

test('a review beyond its twenty working days is urged at the administration, the owner is told, and the dashboard counts it', async () => {
  const inReview = await begin(() => journeys.inReview([provider]))
  const last = await at('2026-11-30T15:59:59.000Z', inReview)
  expect(await urge()).toBe(0)
  expect((await journeys.see(last.id, last.reviewer)).due).toMatchObject({ used: 20, left: 0, tone: 'warn', at: '2026-11-30T15:59:59.000Z' })
  const late = await at('2026-11-30T16:00:00.000Z', inReview)
  expect(await urge()).toBe(1)
  expect((await told(late.reviewer, late))[0]).toMatch(/beyond its 20 working days$/)
  expect((await told(late.owner, late))[0]).toMatch(/is overdue$/)
  expect((await api.inject('getFigures', {}, { as: late.reviewer })).body.attention.overdue).toBeGreaterThan(0)
  expect(await journeys.see(late.id, late.reviewer)).toMatchObject({ urgedAt: '2026-11-30T16:00:00.000Z', due: { tone: 'overdue' } })
})

test('a review that is late is brought before those who run the system: a message that names no subject, and how many each administration has', async () => {
  const inReview = await begin(() => journeys.inReview([provider]))
  const operator = await api.accounts.logOnAs({ role: 'operator' })
  const beijing = async (as: TestAccount) => (await api.inject('listAdministrations', {}, { as })).body.rows.find(({ province }) => province === '110000')
  const before = await beijing(operator)
  const late = await at('2026-11-30T16:00:00.000Z', inReview)
  const again = await api.accounts.logOnAgain(operator)
  await urge()
  const [notice] = (await api.inject('listNotices', {}, { as: again })).body.rows
  expect(notice).toMatchObject({ filingId: null, title: { en: 'Beijing Communications Administration: one review overdue' } })
  const { reference } = await journeys.see(late.id, late.reviewer)
  expect(JSON.stringify(notice)).not.toContain(reference)
  expect([before?.overdue, (before?.inReview ?? 0) > 0]).toEqual([0, true])
  expect(await beijing(again)).toMatchObject({ inReview: before?.inReview, overdue: before?.inReview })
  expect((await api.inject('getFiling', { params: { id: late.id } }, { as: again })).status).toBe(403)
  await api.inject('approveFiling', { params: { id: late.id }, body: { version: await journeys.version(late) } }, { as: late.reviewer })
})

test('what waits away from the administration takes none of its days: it has its twenty from each time that everything has come', async () => {
  const first = await begin(() => journeys.inReview([provider]))
  const returned = await at('2026-11-20T02:00:00.000Z', first)
  expect((await journeys.see(first.id, returned.owner)).due).toMatchObject({ what: 'review', used: 14, left: 6 })
  const body = { version: await journeys.version(returned), opinion: '请更正', findings: [{ path: 'subject.name', reason: '与证件不符', suggestion: '' }] }
  expect((await api.inject('returnFiling', { params: { id: first.id }, body }, { as: returned.reviewer })).status).toBe(200)

  // Three weeks with the provider and a day with the persons: the review's clock does not run at all.
  const away = await at('2026-12-14T02:00:00.000Z', returned)
  expect((await journeys.see(first.id, away.owner)).due).toMatchObject({ what: 'provider', tone: 'overdue', advisory: true })
  await journeys.pass(away)
  const waiting = await at('2026-12-14T20:00:00.000Z', away)
  expect((await journeys.see(first.id, waiting.owner)).due).toMatchObject({ what: 'confirmation', at: '2026-12-15T02:00:00.000Z' })
  await journeys.confirm(waiting)
  expect((await journeys.see(first.id, waiting.reviewer)).due).toMatchObject({ what: 'review', used: 0, left: 20, total: 20, tone: 'neutral', provisional: true })
})

test('a due day in a year whose holidays are not published is provisional; once they are, everybody sees the day that counts', async () => {
  const inReview = await begin(async () => {
    api.clock.set('2027-01-25T02:00:00.000Z')
    provider = { ...provider, staff: await api.accounts.logOnAgain(provider.staff) }
    return journeys.inReview([provider])
  })
  const listed = async () => (await api.inject('listFilings', { query: { status: 'in-review' } }, { as: inReview.reviewer })).body.rows.find(({ id }) => id === inReview.id)?.due
  expect(await listed()).toMatchObject({ at: '2027-02-22T15:59:59.000Z', provisional: true })

  await publishChange(api, await api.accounts.operator(), sampleYear(api))
  expect(await listed()).toMatchObject({ at: '2027-02-26T15:59:59.000Z', provisional: false })
  expect((await journeys.see(inReview.id, inReview.owner)).due).toMatchObject({ at: '2027-02-26T15:59:59.000Z', provisional: false })

  // Overdue from the day that counts: not on the day after the provisional one.
  const between = await at('2027-02-24T02:00:00.000Z', inReview)
  await urge()
  const seen = await journeys.see(between.id, between.reviewer)
  expect([seen.urgedAt, seen.due?.tone]).toEqual([undefined, 'warn'])
})
