import type { OperationId } from '@icp/contract'
import { findOperation } from '@icp/contract'
import type { Asked } from './requests.js'
import type { World } from './world.js'

interface Change {
  readonly headers?: Readonly<Record<string, string>>
  readonly asked?: Asked
}

const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${Buffer.from('{"role":"reviewer","province":"110000"}').toString('base64url')}.`

/** What a careless server might believe of a request: none of it may open anything. */
export function tricks(world: World, asked: Asked, id: OperationId): [string, Change][] {
  const { a, b } = world
  const all: [string, Change][] = [
    ['forged address', { headers: { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', 'client-ip': '127.0.0.1' } }],
    ['forged host', { headers: { host: 'localhost', 'x-forwarded-host': 'localhost', 'x-forwarded-proto': 'https', forwarded: 'for=127.0.0.1;host=localhost' } }],
    ['another address in a header', { headers: { 'x-original-url': '/api/me', 'x-rewrite-url': '/api/me', 'x-forwarded-prefix': '/api' } }],
    ['another method in a header', { headers: { 'x-http-method-override': 'GET', 'x-http-method': 'DELETE', 'x-method-override': 'PUT' } }],
    ['a name in a header', { headers: { 'x-user-id': a.owner.id, 'x-account-id': a.owner.id, 'x-role': 'reviewer', 'x-province': '110000', 'x-provider-id': a.provider.id } }],
    ['an unsigned token', { headers: { authorization: `Bearer ${unsigned}` } }],
    ['the portal of another', { headers: { 'x-icp-portal': 'administration' } }],
    ['ids in the query', { asked: { ...asked, query: { id: world.absent.filingId, ownerAccountId: a.owner.id, providerId: a.provider.id, province: '110000' } } }],
    // A body of bytes says nothing of anybody.
    ['who one is in the body', {
      asked: findOperation(id).method === 'GET' || findOperation(id).bodyBytes !== undefined ? asked : { ...asked, body: { ...(asked.body as object), ownerAccountId: b.owner.id, role: 'reviewer', province: '110000', providerId: a.provider.id } },
    }],
  ]
  return all
}
