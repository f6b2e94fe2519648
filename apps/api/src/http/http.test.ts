import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { operationIds, findOperation, type Problem } from '@icp/contract'
import type { InjectOptions } from 'fastify'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'

let api: TestApp
let operator: TestAccount

beforeAll(async () => {
  api = await startTestApp()
  operator = await api.accounts.operator()
})
afterAll(() => api.close())

const send = async (given: InjectOptions & { url?: string }) => {
  const answer = await api.app.inject({
    method: 'POST', url: '/api/log-on/code', ...given,
    headers: { 'x-icp-client': '1', 'content-type': 'application/json', ...given.headers },
  })
  return { status: answer.statusCode, headers: answer.headers, problem: answer.statusCode >= 400 ? answer.json<Problem>() : undefined, text: answer.body }
}
const body = (text: string) => send({ payload: text })

test('a refusal is a problem document with a request id and nothing of the inside', async () => {
  const refused = await body('{"code":"1"}')
  expect(refused.status).toBe(401)
  expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(refused.headers['x-request-id']).toBe(refused.problem?.requestId)
  expect(refused.headers['cache-control']).toBe('no-store')
  expect(refused.problem).toMatchObject({ type: 'about:blank', status: 401, code: 'log-on-again', findings: [] })
})

test('every answer says what it is, in which signs, and one without a body says nothing', async () => {
  const typeOf = async (method: 'GET' | 'POST', url: string, as?: TestAccount) => {
    const { headers, statusCode, rawPayload } = await api.app.inject({ method, url, headers: { 'x-icp-client': '1', ...(as ? { cookie: as.cookie, 'x-icp-portal': as.portal } : {}) } })
    return [statusCode, rawPayload.length > 0, headers['content-type']]
  }
  expect(await typeOf('GET', '/api/site')).toEqual([200, true, 'application/json; charset=utf-8'])
  expect(await typeOf('GET', '/api/nothing-there')).toEqual([404, true, 'application/problem+json; charset=utf-8'])
  expect(await typeOf('GET', '/api/certificates/revoked-signers')).toEqual([200, true, 'application/json; charset=utf-8'])
  expect(await typeOf('POST', '/api/log-off', await api.accounts.owner())).toEqual([204, false, undefined])
})

test('a changing request without the header of the portals is refused, whatever its body', async () => {
  expect((await send({ payload: '{"code":"1"}', headers: { 'x-icp-client': '0' } })).status).toBe(403)
})

test('bodies that are no JSON, too deep or too large are refused before anything looks at them', async () => {
  expect((await body('{"code":')).problem).toMatchObject({ status: 400, code: 'not-json' })
  expect((await body('['.repeat(20_000) + ']'.repeat(20_000))).problem).toMatchObject({ status: 400, code: 'too-deep', text: { zh: expect.stringContaining('32 层'), en: expect.stringContaining('32 levels') } })
  expect((await body(`{"code":"${'x'.repeat(300 * 1024)}"}`)).status).toBe(413)
  expect((await body(`{"code":"${'['.repeat(100)}"}`)).status).toBe(422)
})

test('text that PostgreSQL cannot store as it is never gets that far', async () => {
  expect((await body('{"code":"a\\u0000"}')).problem?.code).toBe('ill-formed-text')
  expect((await body('{"code":"\\ud800"}')).problem?.code).toBe('ill-formed-text')
  expect((await body('{"__proto__":{"a":1},"code":"1"}')).problem?.code).toBe('ill-formed-text')
  const url = `/api/administration/accounts?q=${encodeURIComponent('\u0000')}`
  expect((await send({ method: 'GET', url, headers: { cookie: operator.cookie, 'x-icp-portal': operator.portal } })).status).toBe(400)
})

test('other media types are refused', async () => {
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', 'application/xml']) {
    expect((await send({ payload: 'code=1', headers: { 'content-type': type } })).status).toBe(415)
  }
})

test('a body of another shape gets a finding for each field', async () => {
  const refused = await body('{"code":5}')
  expect(refused.status).toBe(422)
  expect(refused.problem?.findings).toMatchObject([{ path: 'code', rule: 'form-invalid-type', severity: 'block' }])
  expect((await body('[]')).status).toBe(422)
  expect((await send({})).status).toBe(422)
})

test('unknown addresses and methods are not found, in the same form', async () => {
  expect((await send({ method: 'GET', url: '/api/nothing' })).problem).toMatchObject({ status: 404, code: 'not-found' })
  expect((await send({ method: 'DELETE', url: '/api/me' })).status).toBe(404)
  expect((await send({ method: 'GET', url: '/api/%c0%af' })).status).toBeLessThan(500)
})

test('an operation that has one effect asks for its key', async () => {
  const refused = await api.inject('setSwitches', { body: { smsPlatform: 'on' } }, { as: operator, headers: { 'idempotency-key': undefined } })
  expect(refused.problem).toMatchObject({ status: 400, code: 'idempotency-key-missing' })
})

test('a repeat is answered again and says that it is one; the same key for something else is refused', async () => {
  const idempotencyKey = 'same-key-1'
  const first = await api.inject('setSwitches', { body: { smsPlatform: 'on' } }, { as: operator, idempotencyKey })
  api.clock.advance(5)
  const repeat = await api.inject('setSwitches', { body: { smsPlatform: 'on' } }, { as: operator, idempotencyKey })
  expect(repeat.body).toEqual(first.body)
  expect([first.headers['idempotency-replayed'], repeat.headers['idempotency-replayed']]).toEqual([undefined, 'true'])
  expect((await api.inject('setSwitches', { body: { smsPlatform: 'off' } }, { as: operator, idempotencyKey })).problem).toMatchObject({ status: 422 })
})

test('every operation that is not public refuses who is not signed in, and who has another role', async () => {
  const callers = { owner: await api.accounts.owner(), provider: await api.accounts.provider('00000000-0000-4000-8000-000000000001'), reviewer: await api.accounts.reviewer('330000'), operator }
  for (const id of operationIds) {
    const { roles, path } = findOperation(id)
    if (roles.includes('public')) continue
    const params = Object.fromEntries([...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => [name, name === 'number' ? 1 : '00000000-0000-4000-8000-000000000002']))
    const ask = (as?: TestAccount) => api.inject(id, { params } as never, as ? { as } : {})
    expect([id, (await ask()).status]).toEqual([id, 401])
    for (const [role, as] of Object.entries(callers)) {
      if (!(roles as readonly string[]).includes(role)) expect([id, role, (await ask(as)).status]).toEqual([id, role, 403])
    }
  }
})

test('answers carry strict headers', async () => {
  const { headers } = await send({ method: 'GET', url: '/api/site' })
  expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
})
