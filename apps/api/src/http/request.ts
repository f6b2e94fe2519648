import type { OperationId } from '@icp/contract'
import type { AccountRole } from '@icp/domain'
import type { AccountActor } from '../platform/acting.js'
import type { Portal } from '../platform/config.js'
import type { Once } from '../platform/once.js'

/** The session behind a request. */
export interface SessionInfo {
  readonly id: string
  readonly accountId: string
  readonly userName: string
  readonly name: string
  readonly role: AccountRole
  readonly providerId: string | null
  /** Six digits; of a reviewer's administration. */
  readonly province: string | null
  /** When it ends if nothing more is asked. */
  readonly endsAt: string
  /** When it proved its second step last. */
  readonly provenAt: string
  /** It began with a password that was too old: nothing but a new one is taken. */
  readonly passwordExpired?: boolean
}

export interface ParsedRequest {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard of accounts, for operations that are not public also required. */
    icpSession?: SessionInfo
    icpInput?: ParsedRequest
    icpOnce?: Once | null
  }
}

/** Through which portal a request came: the portal's server says so in a header that it always replaces. It chooses cookies, never rights. */
export function portalOf(headers: Readonly<Record<string, unknown>>): Portal {
  const said = headers['x-icp-portal']
  return said === 'provider' || said === 'administration' ? said : 'owner'
}

export function actorOf(session: SessionInfo): AccountActor {
  const { accountId, providerId, province } = session
  switch (session.role) {
    case 'owner':
    case 'operator':
    case 'security-administrator':
    case 'audit-administrator':
      return { role: session.role, accountId }
    case 'provider':
      if (!providerId) throw new Error(`Account ${accountId} is a provider's but names none`)
      return { role: 'provider', accountId, providerId }
    case 'reviewer':
      if (!province) throw new Error(`Account ${accountId} is a reviewer's but names no province`)
      return { role: 'reviewer', accountId, province }
  }
}

export const operationKey = 'icp:operation'
export const findOperationId = (handler: object): OperationId | undefined => Reflect.getMetadata(operationKey, handler) as OperationId | undefined
