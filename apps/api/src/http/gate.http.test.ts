import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Problem } from '@icp/contract'
import type { InjectOptions } from 'fastify'
import net from 'node:net'
import { Config } from '../platform/config.js'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { problemFor, withStatus } from './refusal.filter.js'

let api: TestApp
let operator: TestAccount
let port: number

beforeAll(async () => {
  api = await startTestApp()
  operator = await api.accounts.operator()
  await api.app.listen(0, '127.0.0.1')
  port = (api.app.getHttpServer().address() as net.AddressInfo).port
})
afterAll(() => api.close())

const send = async (given: InjectOptions & { url?: string }) => {
  const answer = await api.app.inject({ method: 'POST', url: '/api/log-on/code', ...given, headers: { 'x-icp-client': '1', 'content-type': 'application/json', ...given.headers } })
  return { status: answer.statusCode, headers: answer.headers, problem: answer.statusCode >= 400 ? answer.json<Problem>() : undefined }
}

/** What a socket hears for bytes that no client of ours would send. */
const hear = (bytes: string) =>
  new Promise<string>((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => void socket.write(bytes, 'latin1'))
    let heard = ''
    socket.on('data', (chunk) => (heard += chunk.toString()))
    socket.once('error', () => resolve(heard))
    socket.once('close', () => resolve(heard))
  })

test.each([
  ['another site', 'https://evil.example'], ['no site, as a sandboxed page', 'null'], ['a longer name that begins like ours', 'http://localhost:3001.evil.example'],
  ['a name that ends like ours', 'http://evil-localhost:3001'], ['our name on another port', 'http://localhost:4444'], ['our name by another scheme', 'https://localhost:3001'],
  ['the name in upper case', 'HTTP://LOCALHOST:3001'], ['an address with a path', 'http://localhost:3001/x'], ['a file', 'file://'], ['our name with a user', 'http://localhost:3001@evil.example'],
])('a change that comes from %s is refused', async (_, origin) => {
  expect((await send({ payload: '{"code":"1"}', headers: { origin } })).problem).toMatchObject({ status: 403, code: 'foreign-origin' })
})

test('a change from a portal, from the address itself, or from no page at all is judged on its merits', async () => {
  for (const origin of [...Object.values(api.app.get(Config).portals), 'http://filing.example:8080', undefined]) {
    const { status } = await send({ payload: '{"code":"1"}', headers: { host: 'filing.example:8080', ...(origin ? { origin } : {}) } })
    expect([origin, status]).toEqual([origin, 401])
  }
  expect((await send({ payload: '{"code":"1"}', headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
})

test('no other origin is ever let in to read, and it is not told what it might send', async () => {
  const asked = { origin: 'https://evil.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-icp-client' }
  const preflight = await send({ method: 'OPTIONS', url: '/api/log-on', headers: asked })
  expect(preflight.status).toBe(404)
  const read = await send({ method: 'GET', url: '/api/site', headers: { origin: 'https://evil.example' } })
  for (const { headers } of [preflight, read]) expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('a body that is no UTF-8 is refused instead of being stored as something else', async () => {
  const bytes = Buffer.concat([Buffer.from('{"code":"'), Buffer.from([0xff, 0xc0]), Buffer.from('"}')])
  expect((await send({ payload: bytes })).problem).toMatchObject({ status: 400, code: 'ill-formed-text' })
  expect((await send({ payload: Buffer.from('{"code":"京ICP备"}') })).status).not.toBe(400)
})

test('a cookie that holds what cannot be stored is refused', async () => {
  expect((await send({ payload: '{"code":"1"}', headers: { cookie: 'icp-owner=%00' } })).problem).toMatchObject({ status: 400, code: 'ill-formed-text' })
})

test('a parameter that comes twice is not read as either', async () => {
  const as = { cookie: operator.cookie, 'x-icp-portal': operator.portal }
  expect((await send({ method: 'GET', url: '/api/administration/providers?q=a&q=b', headers: as })).problem).toMatchObject({ status: 400, code: 'malformed-query' })
})

test('null where the contract has none is a finding of its field', async () => {
  const { problem } = await send({ payload: '{"code":null}' })
  expect(problem).toMatchObject({ status: 422, findings: [{ path: 'code', rule: 'form-invalid-type' }] })
})

test('fields that the contract does not know reach nobody', async () => {
  const answer = await api.app.inject({
    method: 'PUT', url: '/api/administration/switches', payload: { smsPlatform: 'on', role: 'operator', changedBy: 'somebody', __proto__: undefined, constructor: { prototype: { x: 1 } } },
    headers: { 'x-icp-client': '1', 'idempotency-key': 'unknown-keys-1', cookie: operator.cookie, 'x-icp-portal': operator.portal },
  })
  expect(answer.json()).toMatchObject({ smsPlatform: 'on', changedBy: operator.userName })
})

test('a refusal for size says how much is allowed', async () => {
  const { problem } = await send({ payload: `{"code":"${'x'.repeat(300 * 1024)}"}` })
  expect(problem).toMatchObject({ status: 413, text: { en: 'What was sent is too large: 256 KB at most for a form, 2048 KB for a PDF, 1024 KB for the picture of a paper.' } })
})

test('a refusal for frequency says which limit it is and when to try again', async () => {
  let refused
  for (let n = 0; n < 200 && refused?.status !== 429; n++) refused = await api.inject('lookUp', { query: { q: 'chenguang.com' } })
  expect(refused!.problem.text.en).toMatch(/^Too many requests: \d+ in \d+ \w+ at most\. Try again in \d+ seconds\.$/)
  expect(refused!.headers['retry-after']).toBe(String(refused!.problem.retryAfter))
})

test.each([
  ['22021', `SELECT convert_from('\\xff'::bytea, 'UTF8')`, []], ['22001', `SELECT lpad('', 300, 'x')::varchar(10)::text FROM (SELECT 1) a WHERE $1 = $1`, ['x']],
  ['22003', 'SELECT ($1::text)::int', ['99999999999']], ['22P02', 'SELECT ($1::text)::uuid', ['x']], ['22P05', `SELECT ($1::text)::jsonb->>'a'`, ['{"a":"\\u0000"}']],
  ['22007', 'SELECT ($1::text)::date', ['yesterday-ish']], ['22008', 'SELECT ($1::text)::date', ['2023-02-30']], ['2201B', 'SELECT $1::text ~ $2::text', ['a', '(']],
  ['22012', 'SELECT 1 / ($1::text)::int', ['0']],
])('what PostgreSQL refuses with %s is a finding, never a fault', async (state, text, values) => {
  const error = await api.db.query(text, values).then(() => undefined, (thrown: unknown) => thrown)
  if (state === '22001') return expect(problemFor(Object.assign(new Error(), { code: state }), 'r')).toMatchObject({ status: 422, findings: [{ rule: 'stored-22001' }] })
  expect(problemFor(error, 'r')).toMatchObject({ status: 422, findings: [{ rule: `stored-${state.toLowerCase()}`, severity: 'block' }] })
})

test.each([
  ['a NUL in a header', 'GET /api/site HTTP/1.1\r\nHost: x\r\nX-A: \0\r\n\r\n', 400], ['no HTTP at all', 'hello\r\n\r\n', 400],
  ['headers without end', `GET /api/site HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
  ['two lengths', 'POST /api/log-on HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
  ['a length and chunks', 'POST /api/log-on HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
])('%s is told so in the form of every refusal, and the connection ends', async (_, bytes, status) => {
  const heard = await hear(bytes)
  expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(JSON.parse(heard.split('\r\n\r\n')[1] ?? '')).toMatchObject({ type: 'about:blank', status, findings: [], text: { zh: expect.any(String), en: expect.any(String) } })
})

test('an address is decoded once: what is still encoded then is text', async () => {
  const statusOf = async (url: string) => (await send({ method: 'GET', url })).status
  expect([await statusOf('/api/site'), await statusOf('/api/%73ite'), await statusOf('/api/%2573ite'), await statusOf('/api/verify/..%2fsite'), await statusOf('/api/verify/..%252fsite')]).toEqual([200, 200, 404, 404, 404])
})

test('an address that cannot be decoded is refused in the same form', async () => {
  expect((await send({ method: 'GET', url: '/api/filings/%c0%af' })).problem).toMatchObject({ status: 400, code: 'malformed-path', text: { en: expect.any(String) } })
})

test('a query that cannot be decoded is refused instead of being read as the signs that stand for it', async () => {
  for (const q of ['%ED%A0%80', '%ff', '%', '%zz']) expect((await send({ method: 'GET', url: `/api/look-up?q=${q}` })).problem).toMatchObject({ status: 400, code: 'malformed-query' })
  expect((await send({ method: 'GET', url: `/api/site?q=${encodeURIComponent('100% 京')}` })).status).toBe(200)
})

test('what is refused before there is a route is neither kept, guessed at nor framed, and has its request id', async () => {
  for (const url of ['/api/filings/%c0%af', `/api/filings/${'x'.repeat(201)}`]) {
    const { headers, problem } = await send({ method: 'GET', url })
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringContaining("frame-ancestors 'none'"), 'x-request-id': problem?.requestId })
  }
  const heard = await hear('hello\r\n\r\n')
  for (const part of ['cache-control: no-store', 'x-content-type-options: nosniff', "content-security-policy: default-src 'none';frame-ancestors 'none'"]) expect(heard).toContain(part)
})

test('refusals of size, depth and time name their figure and when to try again', async () => {
  const long = await send({ method: 'GET', url: `/api/filings/${'x'.repeat(201)}` })
  expect(long.problem).toMatchObject({ status: 414, code: 'address-too-long', text: { zh: expect.stringContaining('200 个字符'), en: expect.stringContaining('200 characters') } })
  const heard = await hear(`GET /api/site HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(40_000)}\r\n\r\n`)
  expect(JSON.parse(heard.split('\r\n\r\n')[1] ?? '').text).toMatchObject({ zh: expect.stringContaining('16 KB'), en: expect.stringContaining('16 KB') })
  expect(withStatus(408, 'r').text).toMatchObject({ zh: expect.stringContaining('30 秒'), en: expect.stringContaining('30 seconds') })
  expect(withStatus(503, 'r')).toMatchObject({ retryAfter: 5, text: { zh: expect.stringContaining('5 秒'), en: expect.stringContaining('5 seconds') } })
})

test('TRACE gives nothing back, and no answer names what it was made with', async () => {
  const heard = await hear('TRACE /api/site HTTP/1.1\r\nHost: x\r\nCookie: icp-owner=secret\r\nConnection: close\r\n\r\n')
  expect(heard).toMatch(/^HTTP\/1\.1 40[045] /)
  expect(heard).not.toContain('secret')
  const { headers } = await send({ method: 'GET', url: '/api/site' })
  expect([headers.server, headers['x-powered-by'], headers['referrer-policy'], headers['x-frame-options']]).toEqual([undefined, undefined, 'no-referrer', 'DENY'])
})

test('strict transport is promised only where the portals are reached by https', async () => {
  expect((await send({ method: 'GET', url: '/api/site' })).headers['strict-transport-security']).toBeUndefined()
})
