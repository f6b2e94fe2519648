import { expect, test } from '@jest/globals'
import { type AnswerOf, findOperation, type OperationId, Problem } from '@icp/contract'
import { ApiProblem } from './api-problem.js'
import { createClient } from './client.js'
import { randomKey } from './random-key.js'

interface Seen {
  url?: string
  init?: RequestInit
}

/** Answers once and for all; `seen` keeps the last request. */
const answering = (status: number, body: unknown, seen: Seen = {}) =>
  (async (url: string, init: RequestInit) => {
    Object.assign(seen, { url, init })
    return {
      ok: status < 400, status, headers: new Headers({ 'x-request-id': 'request-9' }), blob: async () => new Blob(['%PDF']),
      json: async () => (typeof body === 'string' ? JSON.parse(body) as unknown : body),
    }
  }) as unknown as typeof fetch

const answerOf = <Id extends OperationId>(id: Id, answer: AnswerOf<Id>) => findOperation(id).answer.parse(answer)
const problem = (parts: Partial<Problem>) => Problem.parse({ type: 'about:blank', status: 400, code: 'c', title: 't', text: { zh: '中', en: 'e' }, findings: [], requestId: 'r1', ...parts })
const headersOf = (seen: Seen) => new Headers(seen.init?.headers)
const filingId = '00000000-0000-4000-8000-000000000001'

test('path parameters and query values are put where the contract says, and the client header is sent', async () => {
  const seen: Seen = {}
  const nobody = answerOf('searchProviders', { rows: [], total: 0, next: null })
  await createClient({ fetch: answering(200, nobody, seen) }).call('searchProviders', { query: { q: '阿里 云' } })
  expect(seen.url).toBe(`/api/providers?${new URLSearchParams({ q: '阿里 云' }).toString()}`)
  expect(headersOf(seen).get('x-icp-client')).toBe('1')
})

test('a parameter cannot lead to another path, and a query value that is not given is left out', async () => {
  const seen: Seen = {}
  const client = createClient({ fetch: answering(200, {}, seen), origin: 'http://portal.test' })
  await client.call('verifyByCode', { params: { code: '../me?x=1' } })
  expect(seen.url).toBe('http://portal.test/api/verify/..%2Fme%3Fx%3D1')
  await client.call('listFilings', { query: { q: '', cursor: undefined, status: 'draft' } })
  expect(seen.url).toBe('http://portal.test/api/filings?status=draft')
})

test('a changing operation carries the idempotency key that it was given, or one of its own', async () => {
  const seen: Seen = {}
  const client = createClient({ fetch: answering(200, answerOf('passFiling', { id: filingId, status: 'in-review', version: 4 }), seen) })
  await client.call('passFiling', { params: { id: filingId }, body: { version: 3 } }, { idempotencyKey: 'key-0001' })
  expect(seen.url).toBe(`/api/filings/${filingId}/pass`)
  expect(headersOf(seen).get('idempotency-key')).toBe('key-0001')
  expect(seen.init?.body).toBe('{"version":3}')
  await client.call('passFiling', { params: { id: filingId }, body: { version: 3 } })
  expect(headersOf(seen).get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
})

test('an operation whose repeat does no harm carries no key, and one without a body sends none', async () => {
  const seen: Seen = {}
  await createClient({ fetch: answering(204, undefined, seen) }).call('logOff', {})
  expect(headersOf(seen).has('idempotency-key')).toBe(false)
  expect(seen.init?.body).toBeUndefined()
})

test('a file is sent as its bytes', async () => {
  const seen: Seen = {}
  const body = new Uint8Array([37, 80, 68, 70])
  await createClient({ fetch: answering(200, answerOf('verifyPdf', { verdict: 'not-signed', signedAt: null, signer: null, certificate: null }), seen) }).call('verifyPdf', { body })
  expect(seen.init?.body).toBe(body)
  expect(headersOf(seen).get('content-type')).toBe('application/pdf')
})

test('an answer without content is undefined, and a download is the bytes', async () => {
  expect(await createClient({ fetch: answering(204, undefined) }).call('markNoticesRead', {})).toBeUndefined()
  const file = await createClient({ fetch: answering(200, null) }).download('downloadCertificate', { params: { id: filingId } })
  expect(file.size).toBe(4)
})

test('a problem document becomes an ApiProblem with its findings and waiting time', async () => {
  const call = createClient({ fetch: answering(429, problem({ status: 429, code: 'too-many', retryAfter: 30 })) }).call('lookUp', { query: { q: 'ab' } })
  await expect(call).rejects.toMatchObject({ name: 'ApiProblem', status: 429, code: 'too-many', retryAfter: 30 })
})

test('a refusal that is no problem document still becomes an ApiProblem, with the request id', async () => {
  await expect(createClient({ fetch: answering(502, '<html>') }).call('getSite', {})).rejects.toMatchObject({ status: 502, code: 'unexpected', requestId: 'request-9' })
})

test('a page of a proxy with status 200 is not taken for an answer', async () => {
  const error = await createClient({ fetch: answering(200, '<html>') }).call('getSite', {}).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ApiProblem)
  expect(error).toMatchObject({ status: 200, code: 'unexpected' })
})

test('a lost connection says that nothing typed is lost', async () => {
  const failing = (async () => { throw new TypeError('Failed to fetch') }) as unknown as typeof fetch
  const error = await createClient({ fetch: failing }).call('getSite', {}).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ApiProblem)
  expect(error).toMatchObject({ status: 0, code: 'offline' })
})

test('an answer that breaks off on its way is a lost connection', async () => {
  const breaking = (async () => ({ ok: true, status: 200, headers: new Headers(), json: async () => { throw new TypeError('terminated') } })) as unknown as typeof fetch
  await expect(createClient({ fetch: breaking }).call('getSite', {})).rejects.toMatchObject({ code: 'offline' })
})

test('a call that was given up ends with the abort, not with a problem', async () => {
  const controller = new AbortController()
  const failing = (async () => { controller.abort(); throw new DOMException('Aborted', 'AbortError') }) as unknown as typeof fetch
  await expect(createClient({ fetch: failing }).call('getSite', {}, { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
})

test('a 401 of an operation that needs a session tells the shell, one of the log-on does not', async () => {
  const told: string[] = []
  const client = createClient({ fetch: answering(401, problem({ status: 401, code: 'signed-out' })), onSignedOut: (id) => told.push(id) })
  await client.call('getMe', {}).catch(() => {})
  await client.call('enterLogOnCode', { body: { code: '1' } }).catch(() => {})
  expect(told).toEqual(['getMe'])
})

test('random keys are UUIDs of version 4, also without a secure context', () => {
  const keys = Array.from({ length: 50 }, randomKey)
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(keys).size).toBe(50)
})
