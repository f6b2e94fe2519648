import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { AnsweredLine } from '@icp/domain'
import { randomUUID } from 'node:crypto'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleService } from '../testing/filing-samples.js'
import { publishChange } from '../testing/rule-changes.js'

let api: TestApp
let journeys: FilingJourneys
let one: ProviderWithStaff
let other: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  ;[one, other] = [await journeys.provider('甲方云'), await journeys.provider('乙方云')]
})
afterAll(() => api.close())

const pass = async (journey: Journey, as: TestAccount, sheet: readonly AnsweredLine[], idempotencyKey: string = randomUUID()) => api.inject(
  'passFiling', { params: { id: journey.id }, body: { version: await journeys.version(journey), sheet: [...sheet] } }, { as, idempotencyKey },
)
const sheetFor = (id: string, as: TestAccount) => api.inject('getVerificationSheet', { params: { id } }, { as })
const written = async ({ id }: Journey) => (await api.db.query(
  `SELECT f.version, f.status, (SELECT count(*) FROM audit_entries WHERE filing_id = f.id) AS entries,
          (SELECT count(*) FROM verification_sheets WHERE filing_id = f.id) AS sheets FROM filings f WHERE id = $1`, [id]))[0]

test('a pass without its sheet is refused with one finding for each line, and nothing is written', async () => {
  const journey = await journeys.finished([one])
  const { asked } = (await sheetFor(journey.id, one.staff)).body
  const before = await written(journey)
  const { status, problem } = await api.inject('passFiling', { params: { id: journey.id }, body: { version: await journeys.version(journey) } }, { as: one.staff })
  expect([status, problem.code]).toEqual([422, 'sheet-incomplete'])
  expect(problem.findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual(asked.map(({ rule, path }) => `${rule} ${path}`))
  expect(asked.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['V-01', 'V-08', 'V-11', 'V-13', 'V-17', 'V-20', 'V-24']))
  expect(await written(journey)).toEqual(before)
})

test.each<[string, (sheet: AnsweredLine[]) => AnsweredLine[], string]>([
  ['is missing', (sheet) => sheet.slice(1), 'V-01'],
  ['does not hold', ([first, ...rest]) => [{ ...first!, answer: 'does-not-hold' }, ...rest], 'V-01'],
  ['does not apply without a reason', (sheet) => sheet.map((line) => (line.rule === 'V-15' ? { ...line, answer: 'does-not-apply' } : line)), 'V-15'],
  ['rests on another figure', (sheet) => sheet.map((line) => (line.rule === 'V-11' ? { ...line, figure: '1' } : line)), 'V-11'],
  ['is of no sheet', (sheet) => [...sheet, { ...sheet[0]!, path: 'services.s9.domain' }], 'V-01'],
])('a line that %s is found at its place, and nothing is written', async (_, spoil, rule) => {
  const journey = await journeys.finished([one])
  const before = await written(journey)
  const answer = await pass(journey, one.staff, spoil(await journeys.sheet(journey.id, one.staff)))
  expect([answer.status, answer.problem.findings.map((finding) => finding.rule)]).toEqual([422, [rule]])
  expect(await written(journey)).toEqual(before)
})

test('a whole sheet passes, is kept sealed with who and when, and its audit entry names it; a repeat keeps no second one', async () => {
  const journey = await journeys.finished([one])
  const key = randomUUID()
  const reason = '同一域名已用于本单位的 APP，王芳来电说明'
  const sheet = (await journeys.sheet(journey.id, one.staff)).map((line): AnsweredLine => (line.rule === 'V-15' ? { ...line, answer: 'does-not-apply', reason } : line))
  const version = await journeys.version(journey)
  const send = () => api.inject('passFiling', { params: { id: journey.id }, body: { version, sheet } }, { as: one.staff, idempotencyKey: key })
  expect([(await send()).status, (await send()).headers['idempotency-replayed']]).toEqual([200, 'true'])
  const { asked, given } = (await sheetFor(journey.id, one.staff)).body
  expect(asked).toEqual([])
  expect(given).toMatchObject([{ provider: { id: one.id, name: '甲方云' }, at: api.clock.now(), revision: 1, stands: true, lines: sheet }])
  expect(given[0]!.by).not.toBe('')
  const [stored] = await api.db.query('SELECT id, lines FROM verification_sheets WHERE filing_id = $1', [journey.id])
  expect(stored.lines).not.toContain('王芳')
  const [entry] = await api.db.query(`SELECT detail FROM audit_entries WHERE filing_id = $1 AND action = 'filing.pass'`, [journey.id])
  expect(entry.detail).toMatchObject({ sheet: stored.id, sheetDigest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(JSON.stringify(entry.detail)).not.toContain('王芳')
})

test('each provider answers for what it serves and sees its own sheet only; the administration sees both, and the owner none', async () => {
  const content = journeys.content([one], { services: [
    sampleService('s1', `jia${randomUUID().slice(0, 8)}.com`, [one, other]), { ...sampleService('s2', `yi${randomUUID().slice(0, 8)}.com`, [other]), name: '晨光读书会' },
  ] })
  const journey = await journeys.finished([one, other], content)
  const [mine, theirs] = [await journeys.sheet(journey.id, one.staff), await journeys.sheet(journey.id, other.staff)]
  expect(mine.some(({ path }) => path.startsWith('services.s2'))).toBe(false)
  const foreign = await pass(journey, one.staff, theirs)
  expect(foreign.status).toBe(422)
  expect(foreign.problem.findings.map(({ path }) => path)).toEqual(expect.arrayContaining(['services.s2', 'services.s2.domain']))
  expect([(await pass(journey, one.staff, mine)).status, (await pass(journey, other.staff, theirs)).status]).toEqual([200, 200])
  const names = async (as: TestAccount) => (await sheetFor(journey.id, as)).body.given.map(({ provider }) => provider.name)
  expect(await names(one.staff)).toEqual(['甲方云'])
  expect(await names(journey.reviewer)).toEqual(['乙方云', '甲方云'])
  expect((await sheetFor(journey.id, journey.owner)).status).toBe(403)
  expect((await sheetFor(journey.id, await api.accounts.reviewer('440000'))).status).toBe(404)
  expect((await sheetFor(journey.id, (await journeys.provider()).staff)).status).toBe(404)
})

test('a filing that came back is verified anew: the former sheet stays and does not stand any more', async () => {
  const journey = await journeys.inReview([one])
  const findings = [{ path: 'services.s1.domain', reason: 'V-13 域名持有者与主办者不一致', suggestion: '' }]
  await api.inject('returnFiling', { params: { id: journey.id }, body: { version: await journeys.version(journey), opinion: '请核实', findings } }, { as: journey.reviewer })
  const returned = (await sheetFor(journey.id, one.staff)).body
  expect([returned.asked.length > 0, returned.given.map(({ stands }) => stands)]).toEqual([true, [false]])
  await journeys.pass(journey)
  expect((await sheetFor(journey.id, journey.reviewer)).body.given.map(({ stands }) => stands)).toEqual([true, false])
})

test('a figure that the operator changes between looking and passing is looked at again', async () => {
  const journey = await journeys.finished([one])
  const sheet = await journeys.sheet(journey.id, one.staff)
  await publishChange(api, await api.accounts.operator(), { id: 'months-left-on-domains', province: '110000', value: 9 })
  const late = await pass(journey, one.staff, sheet)
  expect(late.problem.findings.map(({ rule, text }) => [rule, text.en])).toEqual([['V-11', 'The domain is valid for long enough: What is asked for here has changed.']])
  expect((await journeys.sheet(journey.id, one.staff)).find(({ rule }) => rule === 'V-11')?.figure).toBe('9')
  await journeys.pass(journey)
})

test('every kind of filing is passed with a sheet of its own, cancellations too', async () => {
  const journey = await journeys.approved([one])
  const subjectNumber = (await journeys.see(journey.id, journey.owner)).result!.subjectNumber
  const { id } = await journeys.cancelled(journey, 'cancel-subject', { subjectNumber })
  const [given] = (await sheetFor(id, one.staff)).body.given
  expect(given!.lines.map(({ rule }) => rule)).toEqual(['V-21'])
})

test('the role of the API can neither change nor delete a sheet', async () => {
  const { id } = await journeys.passed([one])
  for (const text of ['UPDATE verification_sheets SET lines = lines WHERE filing_id = $1', 'DELETE FROM verification_sheets WHERE filing_id = $1']) {
    await expect(api.db.query(text, [id])).rejects.toMatchObject({ code: '42501' })
  }
})
