import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { RegisterCertificate } from '@icp/domain'
import { Transactions } from '../platform/transaction.service.js'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { CertificatesApi } from './certificates.api.js'
import { cancelService, type RegisteredSubject, registerSubject } from './registered-subject.fixture.js'
import { judgeStatement } from './statement.js'

let api: TestApp
let owner: TestAccount
let reviewer: TestAccount

beforeAll(async () => {
  api = await startTestApp()
  owner = await api.accounts.owner()
  reviewer = await api.accounts.reviewer('330000')
})
// A test that moves the clock must not end the sessions of the next one.
beforeEach(() => api.clock.set('2026-11-23T02:00:00Z'))
afterAll(() => api.close())

const issue = (order: RegisteredSubject): Promise<RegisterCertificate> =>
  api.app.get(Transactions).write(null, (tx) => api.app.get(CertificatesApi).issue(tx, order))
const endAll = (subjectId: string) => api.app.get(Transactions).write(null, (tx) => api.app.get(CertificatesApi).endAll(tx, subjectId))
const download = (id: string, as: TestAccount | undefined) => api.inject('downloadCertificate', { params: { id } }, as ? { as } : {})
const check = (code: string) => api.inject('verifyByCode', { params: { code } })
const checkPdf = (body: Buffer) => api.inject('verifyPdf', { body })

test('what was issued is in the row at commit, and its paper is the same bytes for everyone who asks', async () => {
  const order = await registerSubject(api, owner.id, ['example.com', '例子.中国'])
  const issued = await issue(order)
  expect(issued).toMatchObject({ version: 1, state: 'current', code: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/) })
  const [row] = await api.db.query('SELECT payload, pdf FROM certificates WHERE id = $1', [issued.id])
  expect(row.payload).toMatchObject({ subjectNumber: order.subject.number, services: [{ domains: [{ ascii: 'example.com' }] }, { domains: [{ unicode: '例子.中国' }] }] })
  expect(row.pdf).toBeNull()

  const [mine, theirs] = await Promise.all([download(issued.id, owner), download(issued.id, reviewer)])
  expect(mine.status).toBe(200)
  expect(mine.headers).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': `inline; filename="icp-certificate-${issued.code}.pdf"` })
  expect(mine.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(theirs.bytes.equals(mine.bytes)).toBe(true)
  expect(await api.runJobs('certificates-draw-paper')).toBeGreaterThan(0)
  expect((await download(issued.id, owner)).bytes.equals(mine.bytes)).toBe(true)
  const [stored] = await api.db.query('SELECT sha256 FROM certificates WHERE id = $1', [issued.id])
  expect(stored.sha256).toBe(createHash('sha256').update(mine.bytes).digest('hex'))
})

test('the job after the approval draws the paper without anybody asking', async () => {
  const issued = await issue(await registerSubject(api, owner.id, ['job.example.com']))
  await api.runJobs('certificates-draw-paper')
  const [row] = await api.db.query('SELECT octet_length(pdf) AS size FROM certificates WHERE id = $1', [issued.id])
  expect(Number(row.size)).toBeGreaterThan(10_000)
})

test('a rolled back approval leaves no certificate and no job', async () => {
  const order = await registerSubject(api, owner.id, ['rollback.example.com'])
  await api.runJobs('certificates-draw-paper')
  const before = await api.count('certificates')
  const failing = api.app.get(Transactions).write(null, async (tx) => {
    await api.app.get(CertificatesApi).issue(tx, order)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await api.count('certificates')).toBe(before)
  expect(await api.runJobs('certificates-draw-paper')).toBe(0)
})

test('only its owner and the administration of its province have it', async () => {
  const issued = await issue(await registerSubject(api, owner.id, ['mine.example.com']))
  const others = [await api.accounts.owner(), await api.accounts.reviewer('440000')]
  for (const as of others) expect((await download(issued.id, as)).status).toBe(404)
  expect((await download(issued.id, await api.accounts.provider(randomUUID()))).status).toBe(403)
  expect((await download(issued.id, undefined)).status).toBe(401)
  expect((await download(randomUUID(), owner)).status).toBe(404)
})

test('a new version replaces the one before; both can be had, and the old one says so', async () => {
  const order = await registerSubject(api, owner.id, ['one.example.com', 'two.example.com'])
  const first = await issue(order)
  api.clock.advance(60)
  await cancelService(api, order.services[1]!)
  const second = await issue({ ...order, services: [order.services[0]!, { ...order.services[1]!, state: 'cancelled', cancelledOn: '2026-11-23' }] })
  expect(second).toMatchObject({ version: 2, state: 'current' })

  const old = (await check(first.code)).body.certificate!
  expect(old).toMatchObject({ state: 'replaced', replacedBy: second.code, endedAt: api.clock.now() })
  expect(old.services.map(({ state, cancelledOn }) => ({ state, cancelledOn }))).toEqual([
    { state: 'in-force', cancelledOn: null }, { state: 'cancelled', cancelledOn: '2026-11-23' },
  ])
  const current = (await check(second.code)).body.certificate!
  expect(current).toMatchObject({ state: 'current', replacedBy: null, endedAt: null })
  expect(current.services).toHaveLength(1)
  expect((await download(first.id, owner)).status).toBe(200)
  expect((await download(second.id, owner)).status).toBe(200)

  const rows = (await api.app.get(CertificatesApi).of(api.db.manager, [order.subject.id, randomUUID()])).get(order.subject.id)!
  expect(rows.map(({ version, state }) => [version, state])).toEqual([[2, 'current'], [1, 'replaced']])
  expect(rows[0]!.verifyUrl).toMatch(new RegExp(`/verify/${second.code}$`))
})

test('after the subject is cancelled no version can be downloaded, and every one says when it ended', async () => {
  const order = await registerSubject(api, owner.id, ['gone.example.com'])
  const first = await issue(order)
  const second = await issue(order)
  // 00:00:30 on the 24th in Shanghai.
  api.clock.set('2026-11-23T16:00:30Z')
  await endAll(order.subject.id)
  api.clock.set('2026-11-23T02:01:00Z')
  for (const { id, code } of [first, second]) {
    const { status, problem } = await download(id, owner)
    expect(status).toBe(409)
    expect(problem).toMatchObject({ code: 'subject-cancelled', text: { zh: expect.stringContaining('2026-11-24'), en: expect.stringContaining('2026-11-24') } })
    expect((await check(code)).body.certificate).toMatchObject({ state: 'cancelled' })
  }
  await endAll(order.subject.id)
  await endAll(randomUUID())
})

test('two approvals of one subject at the same time give two versions, and one of them is current', async () => {
  const order = await registerSubject(api, owner.id, ['race.example.com'])
  await issue(order)
  const both = await Promise.allSettled([issue(order), issue(order)])
  const kept: { version: number; state: string }[] = await api.db.query('SELECT version, state FROM certificates WHERE subject_id = $1 ORDER BY version', [order.subject.id])
  expect(kept).toHaveLength(1 + both.filter(({ status }) => status === 'fulfilled').length)
  expect(kept.map(({ version }) => version)).toEqual(kept.map((_, index) => index + 1))
  expect(kept.filter(({ state }) => state === 'current')).toHaveLength(1)
})

test('a genuine file is told from a changed, a lengthened and a foreign one', async () => {
  const order = await registerSubject(api, owner.id, ['file.example.com'])
  const issued = await issue(order)
  const pdf = (await download(issued.id, owner)).bytes
  const genuine = await checkPdf(pdf)
  expect(genuine.body).toMatchObject({ verdict: 'genuine', certificate: { code: issued.code, state: 'current', subjectNumber: order.subject.number } })

  const changed = Buffer.from(pdf)
  changed[Math.floor(pdf.length / 3)]! ^= 1
  expect((await checkPdf(changed)).body).toMatchObject({ verdict: 'tampered', certificate: null })
  expect((await checkPdf(Buffer.concat([pdf, Buffer.from('\n% more\n')]))).body).toMatchObject({ verdict: 'appended' })
  expect((await checkPdf(Buffer.from('%PDF-1.7\nnothing\n%%EOF'))).body).toMatchObject({ verdict: 'not-signed', certificate: null })
  expect((await checkPdf(Buffer.from('hello'))).body).toMatchObject({ verdict: 'unreadable', certificate: null })
})

test('a file or code is judged for anybody, and shows nothing but what is public', async () => {
  const order = await registerSubject(api, owner.id, ['public.example.com'])
  const { code } = await issue(order)
  const { text } = await check(code.toLowerCase().replaceAll('-', ' '))
  expect(text).not.toMatch(/ownerAccountId|certificateNumber|mobile|email|provider/)
  expect(text).toContain('浙江省通信管理局')
})

test('a certificate for programs is verified offline with nothing but the root; what was issued stays true after it was replaced', async () => {
  const order = await registerSubject(api, owner.id, ['program.example.com'])
  const { code } = await issue(order)
  const root = fs.readFileSync(path.join(api.dataDir, 'authority/root/certificate.pem'), 'utf8')
  const { text, headers } = await api.inject('getCertificateStatement', { params: { code } })
  expect(headers['content-type']).toBe('application/json')
  const trust = { root, revoked: new Map() }
  expect(judgeStatement(text, trust)).toMatchObject({ word: 'genuine', said: { code, subjectNumber: order.subject.number, services: [{ domains: [{ ascii: 'program.example.com' }] }] } })
  expect(judgeStatement(text.replace('program.example.com', 'progrem.example.com'), trust)).toEqual({ word: 'not-genuine' })
  await issue(order)
  expect((await api.inject('getCertificateStatement', { params: { code } })).text).toBe(text)
  expect((await api.inject('getCertificateStatement', { params: { code: '0000-0000-0000' } })).problem).toMatchObject({ status: 404, code: 'code-unknown' })
})

test('cancelled is said at once, by code and by file', async () => {
  const order = await registerSubject(api, owner.id, ['gone.example.com'])
  const { id, code } = await issue(order)
  const { bytes } = await download(id, owner)
  expect((await checkPdf(bytes)).body).toMatchObject({ verdict: 'genuine', certificate: { state: 'current' } })
  await endAll(order.subject.id)
  expect((await check(code)).body.certificate).toMatchObject({ state: 'cancelled', endedAt: api.clock.now() })
  expect((await checkPdf(bytes)).body).toMatchObject({ verdict: 'genuine', certificate: { state: 'cancelled' } })
})

test('past the end of the authority nothing is issued, which is said, and what was signed before is still told genuine', async () => {
  const order = await registerSubject(api, owner.id, ['longlived.example.com'])
  const { id } = await issue(order)
  const { bytes } = await download(id, owner)
  api.clock.set('2036-12-01T00:00:00Z')
  await expect(issue(order)).rejects.toMatchObject({ kind: 'unavailable', code: 'cannot-sign', retryAfter: 3600 })
  expect(await api.db.query('SELECT version FROM certificates WHERE subject_id = $1', [order.subject.id])).toEqual([{ version: 1 }])
  expect((await checkPdf(bytes)).body).toMatchObject({ verdict: 'genuine', certificate: { state: 'current' } })
})

test('a mistyped code and an unknown one are refused, each with its own words', async () => {
  expect((await check('AAAA-AAAA-AAAA')).problem).toMatchObject({ status: 404, code: 'code-malformed' })
  expect((await check('7F3K-9Q2M-XX4')).problem).toMatchObject({ status: 404, code: 'code-malformed' })
  expect((await check('0000-0000-0000')).problem).toMatchObject({ status: 404, code: 'code-unknown' })
})

test('whoever tries codes through is stopped, with a time to try again', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.200' }
  for (let n = 0; n < 60; n++) await api.inject('verifyByCode', { params: { code: '0000-0000-0000' } }, { headers })
  const refused = await api.inject('verifyByCode', { params: { code: '0000-0000-0000' } }, { headers })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await check('0000-0000-0000')).status).toBe(404)
})

test('an administration lists what it issued, newest first, and finds by number, name and code', async () => {
  const order = await registerSubject(api, owner.id, ['list.example.com'], '绍兴百分之%科技有限公司')
  api.clock.advance(300)
  const { code } = await issue(order)
  const list = (q?: string) => api.inject('listCertificates', { query: { q } }, { as: reviewer })
  expect((await list()).body.rows[0]).toMatchObject({ code, subjectNumber: order.subject.number, state: 'current', services: 1 })
  for (const q of [code, order.subject.number, '绍兴', '%科技']) expect((await list(q)).body.rows.map((row) => row.code)).toEqual([code])
  const guangdong = await api.accounts.reviewer('440000')
  expect((await api.inject('listCertificates', {}, { as: guangdong })).body).toEqual({ rows: [], total: 0, next: null })
  expect((await api.inject('listCertificates', {}, { as: owner })).status).toBe(403)
})

test('the list goes on page by page', async () => {
  for (let n = 0; n < 22; n++) {
    api.clock.advance(n % 3)
    await issue(await registerSubject(api, owner.id, [`page${n}.example.com`], `翻页示例${n}`))
  }
  const page = (cursor?: string) => api.inject('listCertificates', { query: { q: '翻页', cursor } }, { as: reviewer })
  const first = (await page()).body
  const second = (await page(first.next!)).body
  expect([first.rows.length, second.rows.length, first.total, second.next]).toEqual([20, 2, 22, null])
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(22)
})

test('the database refuses to change, remove or draw again what was issued', async () => {
  const issued = await issue(await registerSubject(api, owner.id, ['fixed.example.com']))
  await download(issued.id, owner)
  const change = (set: string) => api.db.query(`UPDATE certificates SET ${set} WHERE id = $1`, [issued.id])
  for (const set of ["payload = '{}'", "subject_name = 'x'", 'version = 9', "code = 'x'", "pdf = 'x', sha256 = 'x'", 'pdf = NULL, sha256 = NULL']) {
    await expect(change(set)).rejects.toMatchObject({ driverError: { code: 'IC004' } })
  }
  await expect(api.db.query('DELETE FROM certificates')).rejects.toThrow('permission denied')
})

test('a row written past the API becomes no paper', async () => {
  const issued = await issue(await registerSubject(api, owner.id, ['forged.example.com']))
  const forged = randomUUID()
  await api.db.query(
    `INSERT INTO certificates (id, subject_id, version, code, owner_account_id, province, subject_number, subject_name, services, payload, signature, signer, issued_at)
     SELECT $2, $3, 1, 'FORGED', owner_account_id, province, subject_number, 'x', services, jsonb_set(payload, '{subjectName}', '"x"'), signature, signer, issued_at
     FROM certificates WHERE id = $1`,
    [issued.id, forged, randomUUID()],
  )
  expect((await download(forged, owner)).status).toBe(500)
  const [row] = await api.db.query('SELECT pdf FROM certificates WHERE id = $1', [forged])
  expect(row.pdf).toBeNull()
})

test('a name that the paper cannot show is refused at issue, naming the character', async () => {
  const order = await registerSubject(api, owner.id, ['emoji.example.com'], '示例😀科技')
  await expect(issue(order)).rejects.toMatchObject({ kind: 'invalid', code: 'certificate-character', text: { en: expect.stringContaining('U+1F600') } })
})

test('thirty-two subjects are certified at once, and none of them waits for a lock in vain', async () => {
  const orders = await Promise.all(Array.from({ length: 32 }, (_, n) => registerSubject(api, owner.id, [`many${n}.example.com`])))
  const issued = await Promise.all(orders.map(issue))
  expect(new Set(issued.map(({ code }) => code)).size).toBe(32)
})
