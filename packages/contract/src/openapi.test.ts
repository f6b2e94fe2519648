import { expect, test } from '@jest/globals'
import { openApiDocument, refusalsOf } from './openapi.js'
import { findOperation, operationIds } from './operations.js'

interface Described {
  readonly operationId: string
  readonly security: readonly object[]
  readonly 'x-roles': readonly string[]
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[]
  readonly requestBody?: object
  readonly responses: Readonly<Record<string, { readonly content?: object; readonly $ref?: string }>>
}

const document = openApiDocument('1.2.3')
const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Described>>>>
const described = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))

/** Every `$ref` of the document. */
const references = (part: unknown): string[] => {
  if (Array.isArray(part)) return part.flatMap(references)
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) => (key === '$ref' ? [String(value)] : references(value)))
}

const resolved = (reference: string): unknown =>
  reference.replace(/^#\//, '').split('/').reduce<unknown>((part, key) => (part as Readonly<Record<string, unknown>> | undefined)?.[key], document)

test('every operation of the contract is described once, by its id', () => {
  const ids = described.map(({ operation }) => operation.operationId)
  expect(ids.toSorted()).toEqual(operationIds.toSorted())
})

test('no two operations share a method and a path', () => {
  const addresses = operationIds.map((id) => `${findOperation(id).method} ${findOperation(id).path.replace(/:[A-Za-z]+/g, ':')}`)
  expect(new Set(addresses).size).toBe(addresses.length)
})

test('every reference leads to a part of the document', () => {
  const all = [...new Set(references(document))]
  expect(all.length).toBeGreaterThan(40)
  expect(all.filter((reference) => !reference.startsWith('#/components/') || resolved(reference) === undefined)).toEqual([])
  expect(JSON.stringify(document)).not.toContain('$defs')
})

test.each(described)('$method $path declares exactly the parameters that stand in it', ({ path, operation }) => {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name))
  const declared = operation.parameters.filter((parameter) => parameter.in === 'path')
  expect(declared.map((parameter) => parameter.name).toSorted()).toEqual(inPath.toSorted())
  expect(declared.every((parameter) => parameter.required)).toBe(true)
  expect(path).not.toContain(':')
})

test.each(operationIds)('%s says every status that it may answer', (id) => {
  const { operation } = described.find((one) => one.operation.operationId === id)!
  const op = findOperation(id)
  expect(Object.keys(operation.responses).map(Number)).toEqual([op.success, ...refusalsOf(op)].sort((left, right) => left - right))
  for (const [status, response] of Object.entries(operation.responses)) {
    if (Number(status) === 204) expect(response.content).toBeUndefined()
    if (Number(status) === 200 || Number(status) === 201) expect(response.content).toBeDefined()
    if (Number(status) >= 400) expect(response.$ref).toBe(`#/components/responses/Refusal${status}`)
  }
})

test('who may call is said, and only what needs a session asks for one', () => {
  for (const { operation } of described) {
    const op = findOperation(operation.operationId as (typeof operationIds)[number])
    expect(operation['x-roles']).toEqual(op.roles)
    expect(op.roles.length).toBeGreaterThan(0)
    expect(operation.security.length === 0).toBe(op.roles.includes('public'))
    for (const scheme of operation.security.flatMap(Object.keys)) expect(resolved(`#/components/securitySchemes/${scheme}`)).toMatchObject({ type: 'apiKey', in: 'cookie' })
    expect(op.roles.includes('public') && op.roles.length > 1).toBe(false)
  }
})

test('an operation that needs a session may answer 401 and 403, one with parameters 404 and 414, one with a body 415 and 422', () => {
  for (const { operation } of described) {
    const op = findOperation(operation.operationId as (typeof operationIds)[number])
    const may = refusalsOf(op)
    expect(may).toEqual(expect.arrayContaining([400, 429, 500, 503]))
    if (!op.roles.includes('public')) expect(may).toEqual(expect.arrayContaining([401, 403]))
    if (op.path.includes(':')) expect(may).toEqual(expect.arrayContaining([404, 414]))
    if (operation.requestBody) expect(may).toEqual(expect.arrayContaining([413, 415, 422]))
  }
})

test('an act with one effect asks for its key', () => {
  for (const { operation } of described) {
    const { idempotent } = findOperation(operation.operationId as (typeof operationIds)[number])
    expect(operation.parameters.some((parameter) => parameter.name === 'Idempotency-Key')).toBe(idempotent)
  }
})

test('whatever changes something asks for the header that other origins cannot send', () => {
  for (const { method, operation } of described) {
    const asked = operation.parameters.some((parameter) => parameter.name === 'X-Icp-Client')
    expect(asked).toBe(method !== 'get')
    if (asked) expect(operation.responses['403']).toBeDefined()
  }
})

test('the cookies are those of the portals that the roles use', () => {
  const securityOf = (id: string) => described.find(({ operation }) => operation.operationId === id)?.operation.security.flatMap(Object.keys)
  expect(securityOf('saveDraft')).toEqual(['owner-session'])
  expect(securityOf('getFiling')).toEqual(['owner-session', 'provider-session', 'administration-session'])
  expect(securityOf('getSwitches')).toEqual(['administration-session'])
})

test('a reading operation has no body and changes nothing', () => {
  for (const { method, operation } of described) {
    if (method !== 'get') continue
    expect(operation.requestBody).toBeUndefined()
    expect(findOperation(operation.operationId as (typeof operationIds)[number]).idempotent).toBe(false)
  }
})

test('named schemas stand once, and the document stays small enough to be read', () => {
  const { schemas } = document['components'] as { readonly schemas: Readonly<Record<string, object>> }
  expect(Object.keys(schemas)).toEqual(expect.arrayContaining(['Problem', 'Finding', 'FilingContent', 'FilingView', 'CertificateCheck']))
  expect(JSON.stringify(document).length / described.length).toBeLessThan(2000)
})

test('a refusal for too many requests says when to try again', () => {
  expect(resolved('#/components/responses/Refusal429')).toMatchObject({ headers: { 'Retry-After': { schema: { type: 'integer' } } } })
})
