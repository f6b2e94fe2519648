import { expect, test } from '@jest/globals'
import { ApiProblem } from './api-problem.js'
import { createClient } from './client.js'

const answering = (status: number, body: unknown, seen: { url?: string; init?: RequestInit } = {}) =>
  (async (url: string, init: RequestInit) => {
    Object.assign(seen, { url, init })
    return {
      ok: status < 400, status, headers: { get: () => null },
      json: async () => body,
    }
  }) as unknown as typeof fetch

test('path parameters and query values are put where the contract says, and the client header is sent', async () => {
  const seen: { url?: string; init?: RequestInit } = {}
  await createClient({ fetch: answering(200, { rows: [], total: 0, next: null }, seen) }).call('searchProviders', { query: { q: '阿里 云' } })
  expect(seen.url).toBe(`/api/providers?${new URLSearchParams({ q: '阿里 云' }).toString()}`)
  expect((seen.init?.headers as Record<string, string>)['x-icp-client']).toBe('1')
})

test('a changing operation carries the idempotency key that it was given', async () => {
  const seen: { url?: string; init?: RequestInit } = {}
  await createClient({ fetch: answering(200, {}, seen) }).call(
    'passFiling', { params: { id: '00000000-0000-4000-8000-000000000001' }, body: { version: 3 } }, { idempotencyKey: 'key-0001' },
  )
  expect(seen.url).toBe('/api/filings/00000000-0000-4000-8000-000000000001/pass')
  expect((seen.init?.headers as Record<string, string>)['idempotency-key']).toBe('key-0001')
  expect(seen.init?.body).toBe('{"version":3}')
})

test('a problem document becomes an ApiProblem with its findings and waiting time', async () => {
  const problem = {
    type: 'about:blank', status: 429, code: 'too-many', title: 'Too many', text: { zh: '过于频繁', en: 'Too many' }, findings: [], retryAfter: 30, requestId: 'r1',
  }
  const call = createClient({ fetch: answering(429, problem) }).call('lookUp', { query: { q: 'ab' } })
  await expect(call).rejects.toMatchObject({ name: 'ApiProblem', status: 429, code: 'too-many', retryAfter: 30 })
})

test('an answer that is no problem document still becomes an ApiProblem', async () => {
  await expect(createClient({ fetch: answering(502, '<html>') }).call('getSite', {})).rejects.toMatchObject({ status: 502, code: 'unexpected' })
})

test('a lost connection says that nothing typed is lost', async () => {
  const failing = (async () => { throw new TypeError('Failed to fetch') }) as unknown as typeof fetch
  const error = await createClient({ fetch: failing }).call('getSite', {}).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ApiProblem)
  expect((error as ApiProblem).code).toBe('offline')
})

test('a 401 of an operation that needs a session tells the shell, one of the log-on does not', async () => {
  const told: string[] = []
  const problem = { type: 'about:blank', status: 401, code: 'signed-out', title: '', text: { zh: '', en: '' }, findings: [], requestId: '' }
  const client = createClient({ fetch: answering(401, problem), onSignedOut: (id) => told.push(id) })
  await client.call('getMe', {}).catch(() => {})
  await client.call('enterLogOnCode', { body: { code: '1' } }).catch(() => {})
  expect(told).toEqual(['getMe'])
})
