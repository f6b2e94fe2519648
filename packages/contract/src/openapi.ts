import { z } from 'zod'
import { findOperation, operationIds } from './operations.js'
import { Problem } from './problem.js'

type Json = Record<string, unknown>

const statusWords: Readonly<Record<number, string>> = {
  200: 'Done', 201: 'Created', 204: 'Done, no content', 400: 'The request cannot be read', 401: 'Sign in first', 403: 'Not for this role',
  404: 'Not there, or not yours', 409: 'Another state or version is in force', 413: 'Too large', 415: 'Another media type is needed',
  422: 'Findings per field', 423: 'Locked: only the access provider can change it', 429: 'Too many; Retry-After says when', 500: 'A fault of ours',
  503: 'Not ready; try again',
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Json
  return rest
}

const parametersOf = (schema: z.ZodType, place: 'path' | 'query'): Json[] => {
  if (!(schema instanceof z.ZodObject)) return []
  const shape = schema.shape as Record<string, z.ZodType>
  return Object.entries(shape).map(([name, part]) => ({
    name, in: place, required: place === 'path' || !part.safeParse(undefined).success, schema: schemaOf(part, 'input'),
  }))
}

/** The contract as an OpenAPI 3.1 document: every operation with operationId, security, x-roles and every status it may answer. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {}
  for (const id of operationIds) {
    const op = findOperation(id)
    const refusals = [400, ...op.refusals, 429, 500]
    const answer = op.bytes
      ? { content: { [op.bytes]: { schema: { type: 'string', contentMediaType: op.bytes } } } }
      : op.success === 204 ? {} : { content: { 'application/json': { schema: schemaOf(op.answer, 'output') } } }
    const responses: Json = { [op.success]: { description: statusWords[op.success], ...answer } }
    for (const status of refusals) {
      responses[status] = { description: statusWords[status], content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }
    }
    const hasBody = !(op.body instanceof z.ZodUndefined)
    const path = `/api${op.path.replace(/:([A-Za-z]+)/g, '{$1}')}`
    paths[path] = {
      ...paths[path],
      [op.method.toLowerCase()]: {
        operationId: id,
        summary: op.summary,
        security: op.roles.includes('public') ? [] : [{ session: [] }],
        'x-roles': op.roles,
        parameters: [
          ...parametersOf(op.params, 'path'),
          ...parametersOf(op.query, 'query'),
          ...(op.idempotent ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 100 } }] : []),
        ],
        ...(hasBody ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(op.body, 'input') } } } } : {}),
        ...(op.bodyBytes ? { requestBody: { required: true, content: { [op.bodyBytes]: { schema: { type: 'string', contentMediaType: op.bodyBytes } } } } } : {}),
        responses,
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'ICP filing system', version },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'icp-session' } },
    },
  }
}
