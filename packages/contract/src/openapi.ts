import { type Category, categoryOf } from '@icp/domain'
import { z } from 'zod'
import type { Operation } from './operation.js'
import { findOperation, type OperationId, operationIds } from './operations.js'
import { Problem } from './problem.js'

type Json = Record<string, unknown>

const statusWords: Readonly<Record<number, string>> = {
  200: 'Done', 201: 'Created', 204: 'Done, no content', 400: 'The request cannot be read', 401: 'Sign in first', 403: 'Not for this role',
  404: 'Not there, or not yours', 409: 'Another state or version is in force', 413: 'Too large', 414: 'A part of the address is too long', 415: 'Another media type is needed',
  422: 'Findings per field', 423: 'Locked: only the access provider can change it', 429: 'Too many; Retry-After says when', 500: 'A fault of ours',
  503: 'Not ready; try again',
}

/** Schemas by their `meta({ id })`, gathered while the document is written. */
type Named = Record<string, Json>

const component = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/**
 * A schema as JSON Schema, its named parts moved to `named` and referred to. An answer is not said to have no further properties, so that one
 * may be added later, nor is a field with a default called required; a named schema therefore reads the same in requests and in answers.
 */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output', named: Named): Json => {
  const { $schema: _dialect, $defs = {}, ...rest } = z.toJSONSchema(schema, {
    io, unrepresentable: 'any', reused: 'inline',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
      const { required, properties = {} } = jsonSchema
      if (!required) return
      const certain = required.filter((name) => !(typeof properties[name] === 'object' && 'default' in properties[name]))
      if (certain.length > 0) jsonSchema.required = certain
      else delete jsonSchema.required
    },
  })
  const referring = (part: unknown): Json => JSON.parse(JSON.stringify(part).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json
  for (const [name, definition] of Object.entries($defs)) {
    const { id: _id, ...written } = referring(definition)
    if (named[name] && JSON.stringify(named[name]) !== JSON.stringify(written)) throw new Error(`Two schemas of the contract are called ${name}`)
    named[name] = written
  }
  return referring(rest)
}

const parametersOf = (schema: z.ZodType, place: 'path' | 'query', named: Named): Json[] => {
  if (!(schema instanceof z.ZodObject)) return []
  const shape = schema.shape as Record<string, z.ZodType>
  return Object.entries(shape).map(([name, part]) => ({
    name, in: place, required: place === 'path' || !part.safeParse(undefined).success, schema: schemaOf(part, 'input', named),
  }))
}

const categories: readonly Category[] = ['owner', 'provider', 'administration']

/** One of these sessions is enough: browsers share cookies between ports of one host, so each portal has a cookie of its own. */
const securityOf = ({ roles }: Operation): Json[] => {
  const asked = new Set(roles.flatMap((role) => (role === 'public' ? [] : [categoryOf(role)])))
  return categories.filter((category) => asked.has(category)).map((category) => ({ [`${category}-session`]: [] }))
}

const refusal = (status: number): Json => ({
  description: statusWords[status],
  ...(status === 429 ? { headers: { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } } } : {}),
  content: { 'application/problem+json': { schema: component('Problem') } },
})

const bytesOf = (type: string): Json => ({ [type]: { schema: { type: 'string', contentMediaType: type } } })

const operationOf = (id: OperationId, named: Named): Json => {
  const op = findOperation(id)
  const answer = op.bytes ? { content: bytesOf(op.bytes) } : op.success === 204 ? {} : { content: { 'application/json': { schema: schemaOf(op.answer, 'output', named) } } }
  const body = op.bodyBytes ? bytesOf(op.bodyBytes) : op.body instanceof z.ZodUndefined ? undefined : { 'application/json': { schema: schemaOf(op.body, 'input', named) } }
  return {
    operationId: id,
    summary: op.summary,
    security: securityOf(op),
    'x-roles': op.roles,
    parameters: [
      ...parametersOf(op.params, 'path', named),
      ...parametersOf(op.query, 'query', named),
      // Pages of other origins cannot send it: what keeps them from acting with somebody's cookies.
      ...(op.method === 'GET' ? [] : [{ name: 'X-Icp-Client', in: 'header', required: true, schema: { const: '1' } }]),
      ...(op.idempotent ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 100 } }] : []),
    ],
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      [op.success]: { description: statusWords[op.success], ...answer },
      ...Object.fromEntries(refusalsOf(op).map((status) => [status, { $ref: `#/components/responses/Refusal${status}` }])),
    },
  }
}

/** Every status but success that an operation may answer. */
export const refusalsOf = (op: Operation): number[] => [...new Set([400, ...op.refusals, 429, 500, 503])].sort((left, right) => left - right)

/** The contract as an OpenAPI 3.1 document: every operation with operationId, security, x-roles and every status it may answer. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {}
  const named: Named = {}
  schemaOf(Problem, 'output', named)
  for (const id of operationIds) {
    const { path, method } = findOperation(id)
    const address = `/api${path.replace(/:([A-Za-z]+)/g, '{$1}')}`
    paths[address] = { ...paths[address], [method.toLowerCase()]: operationOf(id, named) }
  }
  const statuses = [...new Set(operationIds.flatMap((id) => refusalsOf(findOperation(id))))]
  return {
    openapi: '3.1.0',
    info: { title: 'ICP filing system', version },
    paths,
    components: {
      schemas: named,
      responses: Object.fromEntries(statuses.map((status) => [`Refusal${status}`, refusal(status)])),
      securitySchemes: Object.fromEntries(categories.map((category) => [`${category}-session`, { type: 'apiKey', in: 'cookie', name: `icp-${category}` }])),
    },
  }
}
