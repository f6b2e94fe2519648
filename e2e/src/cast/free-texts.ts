import { openApiDocument } from '@icp/contract'
import { markup } from './markup.js'

/** As far as a JSON Schema says where texts stand. */
interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly maxLength?: number
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

interface Described {
  readonly operationId: string
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** The pattern of free text: no control characters, and none that turn the direction of what stands around. Any other pattern leaves no room for markup. */
const anyCharacters = String.raw`\p{Cc}`
const shortest = Math.min(...markup.map(({ length }) => length))

const takesMarkup = ({ type, enum: choices, const: only, format, pattern, maxLength = Infinity }: Schema): boolean =>
  type === 'string' && !choices && only === undefined && !format && (!pattern || pattern.includes(anyCharacters)) && maxLength >= shortest

function places(schema: Schema, at: string, named: Document['components']['schemas']): string[] {
  const { $ref, anyOf = [], oneOf = [], properties = {}, items } = schema
  const whole = $ref && named[$ref.split('/').at(-1) ?? '']
  return [
    ...(takesMarkup(schema) ? [at] : []),
    ...(whole ? places(whole, at, named) : []),
    ...[...anyOf, ...oneOf].flatMap((one) => places(one, at, named)),
    ...Object.entries(properties).flatMap(([key, one]) => places(one, `${at}.${key}`, named)),
    ...(items ? places(items, `${at}[]`, named) : []),
  ]
}

/** Every place of the contract where a body may carry a text that has room for markup: `operation.body.field`, `[]` for each of a list. */
export function freeTexts(): string[] {
  const { paths, components } = openApiDocument('0') as unknown as Document
  const found = Object.values(paths).flatMap((methods) => Object.values(methods)).flatMap(({ operationId, requestBody }) => {
    const schema = requestBody?.content['application/json']?.schema
    return schema ? places(schema, `${operationId}.body`, components.schemas) : []
  })
  return [...new Set(found)].toSorted()
}
