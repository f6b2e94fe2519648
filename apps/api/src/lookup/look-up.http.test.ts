import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { Queries } from '../platform/queries.js'
import { startTestApp, type TestApp } from '../testing/app.js'

interface Registered {
  readonly number: string
  readonly name: string
  readonly services: readonly { name: string; domain: string; key?: string; cancelledAt?: string; preApprovals?: string[] }[]
}

let api: TestApp
let visitor = 0

const lookUp = (q: string, cursor?: string) => api.inject('lookUp', { query: { q, cursor } }, { headers: { 'x-forwarded-for': `203.0.113.${visitor % 250}` } })
const numbers = async (q: string) => (await lookUp(q)).body.rows.map(({ serviceNumber }) => serviceNumber)

async function register({ number, name, services }: Registered): Promise<void> {
  const subjectId = randomUUID()
  const gone = services.every(({ cancelledAt }) => cancelledAt) ? services[0]!.cancelledAt! : null
  await api.db.query(
    `INSERT INTO register_subjects (id, number, certificate_key, name, nature, province, owner_account_id, content, state, last_service_index, approved_at, cancelled_at)
     VALUES ($1, $2, $3, $4, '4', '110000', $5, '{"certificateNumber":"SECRET-ID","person":{"mobile":"SECRET-MOBILE"}}', $6, $7, '2026-01-05T16:00:00Z', $8)`,
    [subjectId, number, randomUUID(), name, randomUUID(), gone ? 'cancelled' : 'in-force', services.length, gone],
  )
  for (const [index, service] of services.entries()) {
    await api.db.query(
      `INSERT INTO register_services (id, subject_id, number, service_index, type, name, domain, domain_key, content, state, approved_at, cancelled_at)
       VALUES ($1, $2, $3, $4, 'website', $5, $6, $7, $8, $9, '2026-01-05T15:59:59Z', $10)`,
      [
        randomUUID(), subjectId, `${number}-${index + 1}`, index + 1, service.name, service.domain, service.key ?? service.domain,
        JSON.stringify({
          preApprovalAnswer: service.preApprovals ? 'some' : 'none',
          preApprovals: (service.preApprovals ?? []).map((item) => ({ item, approvalNumber: 'SECRET-APPROVAL' })), person: { name: 'SECRET-PERSON' },
        }),
        service.cancelledAt ? 'cancelled' : 'in-force', service.cancelledAt ?? null,
      ],
    )
  }
}

beforeAll(async () => {
  api = await startTestApp()
  await register({
    number: '京ICP备2026000001号', name: '北京示例科技有限公司',
    services: [
      { name: '示例官网', domain: 'example.com', preApprovals: ['1'] },
      { name: '中文域名站', domain: '例子.中国', key: 'xn--fsqu00a.xn--fiqs8s' },
      { name: '旧站', domain: 'old.example', cancelledAt: '2026-06-30T16:30:00Z' },
      ...Array.from({ length: 9 }, (_, n) => ({ name: `分站${n}`, domain: `branch${n}.cn` })),
    ],
  })
  await register({ number: '京ICP备2025000009号', name: '上一家有限公司', services: [{ name: '前站', domain: 'example.com', cancelledAt: '2025-12-01T00:00:00Z' }] })
  await register({ number: '京ICP备2026000002号', name: '示例（北京）100%数据_有限公司', services: [{ name: '数据', domain: 'data.cn' }] })
  await register({ number: '京ICP备2026000003号', name: '示例', services: [{ name: '短', domain: 'short.cn' }] })
})
afterAll(() => api.close())
beforeEach(() => {
  visitor++
})

test('a domain is found whatever stands around it, in force before cancelled', async () => {
  for (const q of ['example.com', 'https://www.example.com/a', 'A.B.EXAMPLE.COM']) {
    expect(await numbers(q)).toEqual(['京ICP备2026000001号-1', '京ICP备2025000009号-1'])
  }
})

test('an internationalised domain is found by either of its forms', async () => {
  for (const q of ['例子.中国', 'www.例子.中国', 'xn--fsqu00a.xn--fiqs8s']) {
    const { body } = await lookUp(q)
    expect(body.read).toEqual({ as: 'domain', text: '例子.中国' })
    expect(body.rows.map(({ serviceNumber }) => serviceNumber)).toEqual(['京ICP备2026000001号-2'])
  }
})

test('a number with its suffix finds one service, without it all of them in order', async () => {
  expect(await numbers('京icp备2026000001-3')).toEqual(['京ICP备2026000001号-3'])
  const all = await numbers('京ICP备2026000001号')
  expect(all).toHaveLength(12)
  // The cancelled one stands last.
  expect(all.map((number) => Number(number.split('-')[1]))).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 3])
})

test('a cancelled record is shown as cancelled, with its date', async () => {
  const [row] = (await lookUp('京ICP备2026000001号-3')).body.rows
  expect(row).toMatchObject({ state: 'cancelled', cancelledOn: '2026-07-01', approvedOn: '2026-01-05' })
})

test('two characters find names that begin so, three and more names that hold them anywhere', async () => {
  expect(await numbers('示例')).toEqual(['京ICP备2026000003号-1', '京ICP备2026000002号-1'])
  expect((await numbers('示例科技')).length).toBe(12)
  expect(await numbers('示例(北京)')).toEqual(['京ICP备2026000002号-1'])
  expect(await numbers('100%数据_')).toEqual(['京ICP备2026000002号-1'])
  expect(await numbers('100_数据')).toEqual([])
})

test('what is not on record answers an empty list that says how the query was read', async () => {
  expect((await lookUp('nothing.cn')).body).toEqual({ read: { as: 'domain', text: 'nothing.cn' }, rows: [], next: null })
})

test('only public fields leave', async () => {
  const { text, body } = await lookUp('京ICP备2026000001号')
  expect(text).not.toContain('SECRET')
  expect(Object.keys(body.rows[0]!).sort()).toEqual([
    'approvedOn', 'cancelledOn', 'domain', 'movedTo', 'nature', 'preApprovals', 'serviceName', 'serviceNumber', 'serviceType', 'state', 'subjectName', 'subjectNumber',
  ])
  expect(body.rows[0]!.preApprovals).toEqual(['1'])
})

test('look-ups run as a role that can read the public view and nothing else', async () => {
  const queries = api.app.get(Queries)
  for (const table of ['register_subjects', 'register_services', 'filings', 'accounts', 'certificates', 'providers']) {
    await expect(queries.publicly(`test.${table}`, `SELECT 1 FROM ${table}`)).rejects.toMatchObject({ code: '42501' })
  }
})

test('fewer than two letters are refused, and wild cards list nothing', async () => {
  expect((await lookUp('京')).status).toBe(400)
  for (const q of ['%%', '__', '（）']) expect((await lookUp(q)).problem).toMatchObject({ status: 422, code: 'look-up-too-short', findings: [{ path: 'q' }] })
})

test('pages go on without gap or repeat', async () => {
  for (let n = 0; n < 45; n++) {
    await register({ number: `沪ICP备2026${String(n + 1).padStart(6, '0')}号`, name: `翻页示例${n % 3}有限公司`, services: [{ name: 'x', domain: `p${n}.cn` }] })
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { body } = await lookUp('翻页示例', cursor)
    seen.push(...body.rows.map(({ serviceNumber }) => serviceNumber))
    cursor = body.next ?? undefined
  } while (cursor)
  expect(seen).toHaveLength(45)
  expect(new Set(seen).size).toBe(45)
})

test('the thirty-first look-up in a minute is refused with a time, not answered empty, and others are not touched', async () => {
  for (let n = 0; n < 30; n++) expect((await lookUp('example.com')).status).toBe(200)
  const refused = await lookUp('example.com')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.problem).toMatchObject({ code: 'too-many', retryAfter: expect.any(Number) })
  visitor++
  expect((await lookUp('example.com')).status).toBe(200)
  visitor--
  api.clock.advance(61)
  expect((await lookUp('example.com')).status).toBe(200)
})
