import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { QueryOf } from '@icp/contract'
import { randomUUID } from 'node:crypto'
import { tapLogs } from '../drills/canaries/log-tap.js'
import { sha256 } from '../platform/digest.js'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { clean, silent, startClamd } from '../testing/clamd.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleJpeg, samplePng } from '../testing/pictures.js'

let api: TestApp
let scanner: Awaited<ReturnType<typeof startClamd>>
let journeys: FilingJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  scanner = await startClamd()
  api = await startTestApp({ env: scanner.env, logLevel: 'warn' })
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
})
afterEach(() => {
  scanner.answerWith(clean)
  scanner.received.length = 0
})
afterAll(async () => {
  await api.close()
  await scanner.close()
})

const certificate: QueryOf<'putPaper'> = { purpose: '2', about: 'subject' }
const put = (as: TestAccount, id: string, { body = sampleJpeg(), key = randomUUID(), at = certificate, to = api } = {}) => to.inject('putPaper', { params: { id }, query: at, body }, { as, idempotencyKey: key })

async function drafted() {
  const owner = await api.accounts.owner()
  const { id, version } = await journeys.draft(owner, journeys.content([provider]))
  return { id, owner, version }
}

/** What is there of a refused picture: no paper, no use of its key, and of the audit the entries that are named. */
async function left(id: string, owner: TestAccount) {
  const [papers] = await api.db.query('SELECT count(*)::int AS n FROM filing_papers WHERE filing_id = $1', [id])
  const [keys] = await api.db.query(`SELECT count(*)::int AS n FROM idempotency_records WHERE actor = $1 AND operation = 'putPaper'`, [owner.id])
  const entries = await api.db.query(`SELECT action, object_type AS "objectType", digest, detail FROM audit_entries WHERE filing_id = $1 AND action LIKE 'paper.%' ORDER BY position`, [id])
  return { papers: papers.n, keys: keys.n, entries }
}
const nothing = { papers: 0, keys: 0, entries: [] }

/** What the API logged meanwhile, without its lines of requests. */
async function logged(act: () => Promise<void>): Promise<string> {
  const logs = tapLogs()
  await act().finally(logs.close)
  return logs.text().split('\n').filter((line) => line.includes('"context":"PictureCheck"')).join('\n')
}

test('the scanner sees a picture whole and as it was sent, and what it finds clean is kept without what the camera wrote', async () => {
  const { id, owner } = await drafted()
  const [photo, scan] = [sampleJpeg({ taken: '39.9042N', length: 90_000 }), samplePng({ taken: '39.9042N' })]
  const first = await put(owner, id, { body: photo })
  expect(first).toMatchObject({ status: 201, body: { paper: { digest: sha256(sampleJpeg({ length: 90_000 })) } } })
  expect((await put(owner, id, { body: scan, at: { purpose: '3', about: 'subject' } })).status).toBe(201)
  expect(scanner.received.map((bytes) => sha256(bytes))).toEqual([photo, sampleJpeg({ length: 90_000 }), scan, samplePng()].map((bytes) => sha256(bytes)))
})

test('a picture in which the scanner finds something is refused with a finding at its place, is not kept, and stands in audit and log without a word that it says', async () => {
  const { id, owner } = await drafted()
  const body = sampleJpeg({ says: 'canary-of-the-picture' })
  scanner.answerWith(`stream: Win.Test.EICAR_HDB-1(44d8:68) ${'x'.repeat(200)}<b>姓名</b> FOUND\0`)
  const says = await logged(async () => {
    const { status, problem } = await put(owner, id, { body })
    expect([status, problem.code]).toEqual([422, 'paper-findings'])
    expect(problem.findings).toMatchObject([{ rule: 'F-07', path: 'papers.2.subject', severity: 'block', text: { zh: '文件中检出恶意代码，未保存。', en: expect.stringMatching(/^Malicious code was found/) } }])
    expect(JSON.stringify(problem)).not.toContain('EICAR')
  })
  const signature = expect.stringMatching(/^Win\.Test\.EICAR_HDB-1_44d8_68__x{50}$/)
  expect(await left(id, owner)).toEqual({ papers: 0, keys: 0, entries: [{ action: 'paper.refused', objectType: 'filing', digest: sha256(body), detail: { purpose: '2', about: 'subject', signature } }] })
  expect(says).toMatch(/"account":"[0-9a-f-]{36}","signature":"Win\.Test\.EICAR_HDB-1_44d8_68__x{50}"/)
  expect(says).not.toMatch(/canary|姓名/)
})

test.each([
  ['of garbage', 'HTTP/1.1 200 OK\r\n\r\n\0'],
  ['that is too long', `stream: ${'x'.repeat(2000)} FOUND\0`],
  ['that never ends', `stream: ${'x'.repeat(100_000)}`],
  ['that breaks off', 'stream: OK'],
  ['with more behind it', 'stream: OK\0stream: OK\0'],
  ['that a limit was exceeded', 'INSTREAM size limit exceeded. ERROR\0'],
  ['of nothing', ''],
])('on an answer %s the picture is not taken, and says when to try again; then the same request is taken', async (_what, answer) => {
  const { id, owner } = await drafted()
  scanner.answerWith(answer)
  const key = randomUUID()
  const says = await logged(async () => {
    const refused = await put(owner, id, { body: sampleJpeg({ says: 'canary-of-the-picture' }), key })
    expect(refused).toMatchObject({ status: 503, headers: { 'retry-after': '60' }, problem: { code: 'not-scanned', findings: [], text: { zh: expect.stringContaining('图片未保存，请在 60 秒后重试') } } })
  })
  expect(says).toMatch(/"level":50.*"scanner":"(?:unreadable|away)"/)
  expect(says).not.toMatch(/canary|xxx|HTTP/)
  expect(await left(id, owner)).toEqual(nothing)
  scanner.answerWith(clean)
  expect((await put(owner, id, { body: sampleJpeg({ says: 'canary-of-the-picture' }), key })).status).toBe(201)
})

test('a scanner that is silent, and one that is away, let no picture in', async () => {
  const { id, owner } = await drafted()
  const gone = await startClamd()
  await gone.close()
  const other = await startTestApp({ beside: api, env: gone.env })
  scanner.answerWith(silent)
  const answers = await Promise.all([put(owner, id), put(owner, id, { to: other })])
  await other.close()
  expect(answers.map(({ status, problem }) => [status, problem.code, problem.retryAfter])).toEqual([[503, 'not-scanned', 60], [503, 'not-scanned', 60]])
  expect(scanner.received).toHaveLength(1)
  expect(await left(id, owner)).toEqual(nothing)
})

test('what is left out of a picture hides nothing in the rest: what would be kept is scanned too', async () => {
  const { id, owner } = await drafted()
  const whole = sampleJpeg()
  const table = (sign: number) => Buffer.concat([Buffer.from([0xff, 0xdb, 0, 67]), Buffer.alloc(65, sign)])
  const comment = Buffer.from([0xff, 0xfe, 0, 3, 0x78])
  const withTables = (between: Buffer) => Buffer.concat([whole.subarray(0, 2), table(1), between, table(2), whole.subarray(2)])
  const signature = Buffer.from([1, 0xff, 0xdb, 0, 67, 2])
  expect([withTables(Buffer.alloc(0)).includes(signature), withTables(comment).includes(signature)]).toEqual([true, false])
  scanner.answerWith((bytes) => (bytes.includes(signature) ? 'stream: Evil.Jpeg FOUND\0' : clean))
  for (const body of [withTables(Buffer.alloc(0)), withTables(comment)]) expect((await put(owner, id, { body })).problem.findings.map(({ rule }) => rule)).toEqual(['F-07'])
  expect((await left(id, owner)).papers).toBe(0)
})

test('who is disabled while the scanner looks hands nothing in', async () => {
  const { id } = await journeys.finished([provider])
  const clerk = await api.accounts.provider(provider.id)
  let tell: (answer: string) => void = () => {}
  scanner.answerWith(new Promise<string>((resolve) => (tell = resolve)))
  const putting = put(clerk, id, { at: { purpose: '5', about: 'services.s1' } })
  while (scanner.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  expect((await api.inject('disableAccount', { params: { id: clerk.id }, body: { reason: '离职' } }, { as: await api.accounts.securityAdministrator() })).status).toBe(200)
  tell(clean)
  scanner.answerWith(clean)
  expect((await putting).status).toBe(401)
  expect((await left(id, clerk)).papers).toBe(0)
})

test('nobody waits at a lock for the scanner, and what became of the filing meanwhile decides', async () => {
  const { id, owner, version } = await drafted()
  let answer: (said: string) => void = () => {}
  scanner.answerWith(new Promise<string>((resolve) => { answer = resolve }))
  const waiting = put(owner, id)
  while (scanner.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  expect((await api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })).status).toBe(200)
  answer(clean)
  expect((await waiting).status).toBe(423)
  expect(await left(id, owner)).toEqual(nothing)
})

test('what is refused without a scanner does not get to it: a stranger’s, one for no place, one that is no picture, one for a locked filing', async () => {
  const { id, owner } = await drafted()
  const stranger = await api.accounts.owner()
  const told = ({ status, problem: { code, text, findings } }: Awaited<ReturnType<typeof put>>) => ({ status, code, text, findings })
  const [others, none] = [told(await put(stranger, id)), told(await put(stranger, randomUUID()))]
  expect([others, others.status]).toEqual([none, 404])
  expect((await put(provider.staff, id)).status).toBe(404)
  expect((await put(owner, id, { at: { purpose: '4', about: 'services.s9' } })).problem.findings.map(({ rule }) => rule)).toEqual(['F-04'])
  expect((await put(owner, id, { body: Buffer.from('%PDF-1.4') })).problem.findings.map(({ rule }) => rule)).toEqual(['F-01'])
  const finished = await journeys.finished([provider])
  expect((await put(finished.owner, finished.id)).status).toBe(423)
  expect(scanner.received).toEqual([])
})

test('a repeat of what was taken gets the first answer, also while the scanner is away, and its key is good for nothing else', async () => {
  const { id, owner } = await drafted()
  const key = randomUUID()
  const first = await put(owner, id, { key })
  scanner.answerWith('')
  const again = await put(owner, id, { key })
  expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([201, first.body, 'true'])
  expect((await put(owner, id, { key, body: sampleJpeg({ says: 'other' }) })).problem.code).toBe('idempotency-key-reused')
  expect(scanner.received).toHaveLength(1)
  expect(await left(id, owner)).toMatchObject({ papers: 1, keys: 1, entries: [{ action: 'paper.put' }] })
})

test('where no scanner is configured a picture passes', async () => {
  const { id, owner } = await drafted()
  const other = await startTestApp({ beside: api })
  expect((await put(owner, id, { to: other })).status).toBe(201)
  await other.close()
  expect(scanner.received).toEqual([])
})
