import type { AccountRole } from '@icp/domain'
import type { InjectOptions } from 'fastify'
import type { TestAccount } from '../../testing/accounts.js'
import { sampleJpeg, samplePng } from '../../testing/pictures.js'
import type { Random } from '../random.js'
import { awkward } from './payloads.js'
import type { Schema, SchemaValues } from './schema-values.js'

/** Whom the requests come from; `nobody` is not signed in. */
export type Sender = AccountRole | 'nobody'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: Schema
}

/** An operation as the OpenAPI document describes it. */
export interface Described {
  readonly operationId: string
  readonly method: string
  readonly path: string
  readonly 'x-roles': readonly string[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>>; readonly $ref?: string }>>
}

export interface FuzzRequest {
  readonly send: InjectOptions
  /** The JSON body that is sent, if one is. */
  readonly body: unknown
  /** What was spoiled; undefined = a request as the document asks for it. */
  readonly spoiled: string | undefined
}

const tricks = ['value', 'value', 'value', 'value', 'absent', 'unknown', 'whole', 'text', 'type', 'deep', 'header', 'twice', 'key', 'cookie'] as const

/** Composes requests of one operation, as the document asks for them or spoiled in one place. */
export class Requests {
  constructor(
    private readonly values: SchemaValues,
    private readonly random: Random,
    /** A body that fits the object in hand; undefined where chance does well enough. */
    private readonly fitting: (operationId: string) => unknown = () => undefined,
  ) {}

  compose(operation: Described, as: TestAccount | undefined, spoil: boolean): FuzzRequest {
    const { random } = this
    const of = (place: Parameter['in']) => Object.fromEntries(operation.parameters.filter((one) => one.in === place && (one.required || (random.chance(0.5) && this.values.has(one.name))))
      .map(({ name, schema }) => [name, this.values.of(schema, name)]))
    const parts = { path: of('path'), query: of('query'), headers: {} as Record<string, string>, body: this.bodyOf(operation), text: undefined as string | undefined }
    const trick = spoil ? random.pick(tricks) : undefined
    const headers: Record<string, string> = {
      'x-icp-client': '1', 'x-forwarded-for': `10.${random.int(256)}.${random.int(256)}.${random.int(256)}`, 'idempotency-key': random.uuid(),
      ...(as ? { cookie: as.cookie, 'x-icp-portal': as.portal } : {}),
    }
    const spoiled = trick && this.spoil(trick, parts, headers)
    const json = operation.requestBody && !operation.requestBody.content['application/json'] ? undefined : parts.body
    if (parts.body !== undefined) headers['content-type'] ??= json === undefined ? Object.keys(operation.requestBody?.content ?? {})[0] ?? '' : 'application/json'
    const url = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeWell(parts.path[name]))
    const query = Object.entries(parts.query).map(([name, value]) => `${encodeWell(name)}=${encodeWell(value)}`)
    if (trick === 'twice') query.push(...query)
    const payload = parts.text ?? (json === undefined ? (parts.body as Buffer | undefined) : JSON.stringify(json))
    return {
      send: { method: operation.method.toUpperCase() as 'GET', url: `${url}${query.length > 0 ? `?${query.join('&')}` : ''}`, headers, ...(payload === undefined ? {} : { payload }) },
      body: parts.text === undefined ? json : undefined, spoiled,
    }
  }

  private bodyOf({ operationId, requestBody }: Described): unknown {
    if (!requestBody) return undefined
    const fitting = this.random.chance(0.5) ? this.fitting(operationId) : undefined
    if (fitting !== undefined) return fitting
    const schema = requestBody.content['application/json']?.schema
    if (!schema && requestBody.content['application/octet-stream']) return this.random.pick([sampleJpeg, samplePng])({ says: this.random.uuid() })
    return schema ? this.values.of(schema) : Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF')
  }

  private spoil(trick: (typeof tricks)[number], parts: { path: Record<string, unknown>; query: Record<string, unknown>; body: unknown; text?: string | undefined }, headers: Record<string, string>): string {
    const { random } = this
    const bad = random.pick(awkward)
    const holders: Record<string, unknown>[] = [parts.path, parts.query, ...objectsIn(parts.body)].filter((holder) => Object.keys(holder).length > 0)
    const holder = holders.length > 0 ? random.pick(holders) : undefined
    const name = holder && random.pick(Object.keys(holder))
    switch (trick) {
      case 'value':
        if (holder && name !== undefined) holder[name] = bad
        return `${name} = ${JSON.stringify(bad)?.slice(0, 60)}`
      case 'absent':
        if (holder && name !== undefined && holder !== parts.path) delete holder[name]
        return `without ${name}`
      case 'unknown': {
        const body = objectsIn(parts.body)[0]
        const added = random.pick(['role', 'status', 'providerId', 'constructor', 'id', 'isAdmin', 'ownerAccountId'])
        if (body) body[added] ??= bad
        return `unknown ${added}`
      }
      case 'whole':
        if (parts.body !== undefined && !Buffer.isBuffer(parts.body)) parts.body = bad
        return 'another body'
      case 'text':
        if (parts.body !== undefined) parts.text = random.pick(['{', '{"a":', 'null', '"x"', '[1,]', '{"a":1e999}', '\ufeff{}', '{"__proto__":{}}', '{"a":1,"a":2}', 'NaN'])
        return 'another text'
      case 'type':
        headers['content-type'] = random.pick(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', 'x', 'application/json; charset=utf-16', ''])
        return `as ${headers['content-type']}`
      case 'deep':
        if (parts.body !== undefined) parts.text = `${'['.repeat(5000)}${']'.repeat(5000)}`
        return 'nested 5000 deep'
      case 'header': {
        const which = random.pick(['x-icp-client', 'x-icp-portal', 'origin', 'accept', 'accept-language', 'x-forwarded-for', 'range', 'if-none-match'])
        headers[which] = random.pick(['', '0', 'null', 'https://evil.example', 'x'.repeat(3000), '*/*;q=x', '::ffff:1', 'bytes=0-', "' OR 1=1 --"])
        return `${which}: ${headers[which].slice(0, 30)}`
      }
      case 'key':
        headers['idempotency-key'] = random.pick(['', 'x', 'x'.repeat(101), '键键键键键键键键'.replace(/./g, '%E9'), "' OR 1=1 --", 'same-key-for-all'])
        return `key ${headers['idempotency-key'].slice(0, 20)}`
      case 'cookie':
        headers['cookie'] = random.pick(['', 'icp-owner=', 'icp-owner=%00', `icp-owner=${'x'.repeat(4000)}`, 'icp-owner=a; icp-owner=b', 'icp-administration=null', '=;=;', 'icp-registration=%E0%A4%A'])
        return `cookie ${headers['cookie'].slice(0, 20)}`
      case 'twice':
        return 'every parameter twice'
    }
  }
}

/** Every object inside a value, itself first. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) return []
  const inner = Object.values(value).flatMap(objectsIn)
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner]
}

/** As in an address; what has no UTF-8 is sent as bytes that nobody can decode. */
function encodeWell(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.isWellFormed() ? encodeURIComponent(text.slice(0, 3000)) : '%ed%a0%80'
}
