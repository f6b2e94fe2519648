import { findOperation, type OperationId, operationIds } from '@icp/contract'
import { type AccountRole, AccountRole as AccountRoles } from '@icp/domain'
import type { FastifyReply, InjectOptions } from 'fastify'
import { ClientHeaderGuard } from '../http/client-header.guard.js'
import type { Portal } from '../platform/config.js'
import type { TestAccount } from '../testing/accounts.js'
import type { TestApp } from '../testing/app.js'
import type { Drill } from './drill.js'

const portals: readonly Portal[] = ['owner', 'provider', 'administration']
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const
/** Pages of others, and what looks like a page of ours. */
const origins = [
  'https://evil.example', 'null', 'http://localhost:3001.evil.example', 'http://evil-localhost:3001', 'http://localhost:4444', 'https://localhost:3001', 'HTTP://LOCALHOST:3001',
  'http://localhost:3001@evil.example', 'file://', 'http://localhost',
] as const
/** What a form of another page can send without asking. */
const forms = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'] as const

/** Every address with every method through every portal: what its answer carries; and every change as another site would forge it, with the cookie of one who may. */
export const drill: Drill = {
  id: 'F27',
  promise: 'P15: every answer carries the strict headers and opens nothing to other origins; no change is made by a request that another site can send',
  fault: 'who sent a change is not asked',
  moreFaults: ['answers are open to every origin', 'answers go without the strict headers'],
  run: async ({ startApi, random, full, planted, atEnd }) => {
    const api = await startApi()
    if (planted) [askNobody, openToAll, withoutHeaders][planted - 1]?.(atEnd)
    const callers = await peopleOf(api)
    const violations: string[] = []
    let asked = 0
    const ask = async (given: InjectOptions) => {
      asked++
      return api.app.inject({ ...given, headers: { 'x-forwarded-for': `10.2.${random.int(256)}.${random.int(256)}`, ...given.headers } } as InjectOptions)
    }
    const paths = [...new Set(operationIds.map(addressOf))]
    for (const [at, url] of paths.entries()) {
      for (const method of methods) {
        for (const portal of full ? portals : [portals[at % 3] as Portal]) {
          const { headers } = await ask({ method: method as 'GET', url, headers: { 'x-icp-portal': portal, origin: 'https://evil.example' } })
          violations.push(...missing(headers).map((what) => `${method} ${url} by ${portal}: ${what}`))
        }
      }
    }
    for (const id of operationIds.filter((one) => findOperation(one).method !== 'GET')) violations.push(...(await forge(api, id, callers, ask, full ? origins : random.shuffled(origins).slice(0, 4))))
    return { figure: `${asked} requests: ${paths.length} addresses × ${methods.length} methods, ${origins.length} foreign origins, ${forms.length} form types`, violations }
  },
}

type AtEnd = (end: () => Promise<void>) => void

/** Every request that has a route passes this guard, also on its way to a refusal. */
function atTheGuard(atEnd: AtEnd, instead: (real: ClientHeaderGuard['canActivate']) => ClientHeaderGuard['canActivate']): void {
  const real = Object.getOwnPropertyDescriptor(ClientHeaderGuard.prototype, 'canActivate')?.value as ClientHeaderGuard['canActivate']
  ClientHeaderGuard.prototype.canActivate = instead(real)
  atEnd(async () => void (ClientHeaderGuard.prototype.canActivate = real))
}

const askNobody = (atEnd: AtEnd): void => atTheGuard(atEnd, () => () => true)

const withReply = (change: (reply: FastifyReply) => void) => (atEnd: AtEnd): void => atTheGuard(atEnd, (real) => function asked(this: ClientHeaderGuard, context) {
  change(context.switchToHttp().getResponse<FastifyReply>())
  return real.call(this, context)
})

const openToAll = withReply((reply) => void reply.header('access-control-allow-origin', '*'))

const withoutHeaders = withReply((reply) => {
  for (const name of ['content-security-policy', 'x-frame-options']) {
    reply.removeHeader(name)
    reply.raw.removeHeader(name)
  }
})

async function peopleOf(api: TestApp): Promise<Map<AccountRole, TestAccount>> {
  const people = new Map<AccountRole, TestAccount>()
  for (const role of AccountRoles.options) {
    const part = role === 'provider' ? { providerId: '00000000-0000-4000-8000-000000000001' } : role === 'reviewer' ? { province: '110000' } : {}
    people.set(role, await api.accounts.logOnAs({ role, ...part }))
  }
  return people
}

const addressOf = (id: OperationId): string => `/api${findOperation(id).path.replace(/:(\w+)/g, (_, name: string) => (name === 'number' ? '1' : '00000000-0000-4000-8000-00000000dead'))}`

const policy = "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'"

function missing(headers: Readonly<Record<string, unknown>>): string[] {
  const expected = { 'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY', 'cache-control': 'no-store' }
  return [
    ...Object.entries(expected).filter(([name, value]) => headers[name] !== value).map(([name]) => `${name} is ${String(headers[name])}`),
    ...Object.keys(headers).filter((name) => /^(?:server|x-powered-by|access-control-)/.test(name)).map((name) => `it sends ${name}`),
  ]
}

type Ask = (given: InjectOptions) => Promise<{ statusCode: number }>

/** A cookie that a browser would send along; the request itself as another page makes it. */
async function forge(api: TestApp, id: OperationId, callers: ReadonlyMap<AccountRole, TestAccount>, ask: Ask, from: readonly string[]): Promise<string[]> {
  const { method, roles } = findOperation(id)
  const as = callers.get(roles.find((role): role is AccountRole => role !== 'public') ?? 'owner')
  const cookies = { ...(as ? { cookie: as.cookie, 'x-icp-portal': as.portal } : {}), 'idempotency-key': `forged-${id}` }
  const send = (headers: Record<string, string>, payload = '{}') => ask({ method: method as 'POST', url: addressOf(id), headers: { ...cookies, ...headers }, payload })
  const before = await api.count('audit_entries')
  const wrong: string[] = []
  const note = (how: string, status: number, allowed: readonly number[]) => {
    if (!allowed.includes(status)) wrong.push(`${id} ${how} answered ${status}`)
  }
  note('without our header', (await send({ 'content-type': 'application/json' })).statusCode, [403])
  for (const origin of from) note(`from ${origin}`, (await send({ 'content-type': 'application/json', 'x-icp-client': '1', origin })).statusCode, [403])
  for (const type of forms) note(`as ${type}`, (await send({ 'content-type': type, 'x-icp-client': '1' }, 'a=1')).statusCode, [415])
  note('as cross-site', (await send({ 'content-type': 'application/json', 'x-icp-client': '1', 'sec-fetch-site': 'cross-site' })).statusCode, [403])
  if ((await api.count('audit_entries')) !== before) wrong.push(`${id} did something for another site`)
  return wrong
}
