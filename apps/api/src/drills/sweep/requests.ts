import { findOperation, type OperationId } from '@icp/contract'
import { callersOf, permissionOf, type Permitted, type Relation } from '@icp/domain'
import { z } from 'zod'
import { sampleJpeg } from '../../testing/pictures.js'
import type { Target } from './world.js'

export interface Asked {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

type Json = Readonly<Record<string, unknown>>

/** The smallest value that a JSON Schema takes. */
function least(schema: Json, defs: Readonly<Record<string, Json>>): unknown {
  if (typeof schema['$ref'] === 'string') return least(defs[schema['$ref'].split('/').at(-1) ?? ''] ?? {}, defs)
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  const choice = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined
  if (choice) return least(choice[0] ?? {}, defs)
  switch (schema['type']) {
    case 'object': {
      const properties = (schema['properties'] ?? {}) as Record<string, Json>
      return Object.fromEntries(((schema['required'] ?? []) as string[]).map((name) => [name, least(properties[name] ?? {}, defs)]))
    }
    case 'array': return Array.from({ length: Number(schema['minItems'] ?? 0) }, () => least((schema['items'] ?? {}) as Json, defs))
    case 'integer': case 'number': return Number(schema['minimum'] ?? 0)
    case 'boolean': return false
    case 'null': return null
    default: return textOf(schema)
  }
}

const textOf = ({ format, pattern, minLength }: Json): string => {
  if (format === 'uuid') return '00000000-0000-4000-8000-000000000000'
  if (format === 'date-time') return '2026-01-01T00:00:00.000Z'
  if (format === 'date') return '2026-01-01'
  if (format === 'uri') return 'https://example.com'
  if (typeof pattern === 'string' && format === undefined) return 'x'.repeat(43)
  return 'x'.repeat(Number(minLength ?? 1))
}

export function leastOf(schema: z.ZodType): unknown {
  const { $defs = {}, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return least(json, $defs as Record<string, Json>)
}

/** No filing is ever at this version: whoever gets as far as being told so has reached the filing and changed nothing. */
const staleVersion = 999_999

/** A well-formed request of the operation about `target`. */
export function requestFor(id: OperationId, target: Target): Asked {
  const operation = findOperation(id)
  const parts: { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown } = {}
  if (operation.params instanceof z.ZodObject) parts.params = { ...(leastOf(operation.params) as object), ...paramsOf(operation.path, target) }
  if (operation.bodyBytes) parts.body = operation.bodyBytes === 'application/pdf' ? Buffer.from('%PDF-1.4') : sampleJpeg()
  else if (operation.body instanceof z.ZodObject) parts.body = bodyOf(leastOf(operation.body) as Record<string, unknown>, target)
  if (operation.query instanceof z.ZodObject) {
    const asked = leastOf(operation.query) as Record<string, unknown>
    if (Object.keys(asked).length > 0) parts.query = { ...asked, ...(operation.path.endsWith('/papers') ? { purpose: '2', about: 'subject' } : {}) }
  }
  return parts
}

const paramsOf = (path: string, target: Target): Record<string, unknown> => ({
  ...(path.startsWith('/filings/:id') ? { id: target.filingId } : {}),
  ...(path.startsWith('/certificates/:id') ? { id: target.certificateId } : {}),
  ...(path.startsWith('/served-accesses/:id') ? { id: target.accessId } : {}),
  ...(path.startsWith('/account/sessions/:id') ? { id: target.sessionId } : {}),
  ...(path.startsWith('/account/devices/:id') ? { id: target.deviceId } : {}),
  ...(path.startsWith('/provider/phone-recoveries/:id') ? { id: target.recoveryId } : {}),
  ...(path.startsWith('/register/subjects/:id') ? { id: target.subjectId } : {}),
  ...(path.startsWith('/mediations/:id') ? { id: target.mediationId } : {}),
  ...(path.includes(':requestId') ? { requestId: target.requestId } : {}),
  ...(path.includes(':paperId') ? { paperId: target.paperId } : {}),
  ...(path.includes(':partyId') ? { partyId: target.partyId } : {}),
  ...(path.includes(':number') ? { number: 1 } : {}),
  ...(path.includes(':token') ? { token: target.token } : {}),
})

const bodyOf = (body: Record<string, unknown>, target: Target): Record<string, unknown> => ({
  ...body,
  ...('version' in body ? { version: staleVersion } : {}),
  ...('content' in body ? { content: target.content } : {}),
  ...('fields' in body ? { fields: ['subject.name'] } : {}),
  ...('path' in body ? { path: 'subject.person.mobile' } : {}),
  ...('requestId' in body ? { requestId: target.requestId } : {}),
})

const aboutObjects: readonly Relation[] = ['own', 'asked', 'named', 'serves', 'access', 'province', 'self', 'link']

/** Operations whose path names an object that belongs to somebody. */
export const isAboutAnObject = (id: OperationId): boolean => findOperation(id).path.includes(':') && Object.values(permissionOf(id as Permitted).callers).some((relation) => aboutObjects.includes(relation))

/** Operations of the owner whom a filing asks, and not of the one whose filing it is. */
export const isForTheAsked = (id: OperationId): boolean => Object.values(permissionOf(id as Permitted).callers).some((relation: Relation) => relation === 'asked')

/** Which objects this sweep has to offer, by the start of the path; an operation about others is unproven until they are added here. */
const offered = ['/filings/:id', '/certificates/:id', '/served-accesses/:id', '/confirmations/:token', '/account/sessions/:id', '/account/devices/:id', '/provider/phone-recoveries/:id', '/mediations/:id', '/register/subjects/:id']
export const isOffered = (id: OperationId): boolean => offered.some((start) => findOperation(id).path.startsWith(start))

export const isOpenTo = (id: OperationId, role: string | undefined): boolean => {
  const callers: readonly string[] = callersOf(id as Permitted)
  return callers.includes('public') || (role !== undefined && callers.includes(role))
}
