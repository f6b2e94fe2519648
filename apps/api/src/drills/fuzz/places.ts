import { findOperation, type OperationId } from '@icp/contract'
import { z } from 'zod'

/** One parameter or field of an operation that a text can be written into. */
export interface Place {
  readonly id: OperationId
  readonly in: 'params' | 'query' | 'body'
  readonly name: string
  /** The input of a request that has the text there and what the contract asks for everywhere else. */
  readonly with: (text: string) => object
}

type Known = (name: string) => unknown

/** Every place of an operation; `known` answers values that exist, by the name of their field. */
export function placesOf(id: OperationId, known: Known): Place[] {
  const operation = findOperation(id)
  if (operation.bodyBytes) return []
  const parts = { params: sample(operation.params, '', known), query: sample(operation.query, '', known), body: sample(operation.body, '', known) }
  // A made-up cursor or filter beside it would be refused before the text gets anywhere.
  const needed = Object.fromEntries(Object.entries((parts.query ?? {}) as object).filter(([name]) => !asked(operation.query, name).safeParse(undefined).success))
  const input = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined))
  return (['params', 'query', 'body'] as const).flatMap((part) =>
    textPaths(parts[part]).map((path) => ({
      id, in: part, name: path.join('.'), with: (text: string) => ({ ...input, ...(parts.query === undefined ? {} : { query: needed }), [part]: replaced(part === 'query' ? needed : parts[part], path, text) }),
    })))
}

const asked = (schema: z.ZodType, name: string): z.ZodType => (schema as z.ZodObject).shape[name] as z.ZodType

/** A value of the schema's shape, with every optional part in it. */
function sample(schema: z.ZodType, name: string, known: Known): unknown {
  if (schema instanceof z.ZodUndefined) return undefined
  const given = known(name)
  if (given !== undefined && schema.safeParse(given).success) return given
  if (schema instanceof z.ZodObject) return Object.fromEntries(Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, part]) => [key, sample(part, key, known)]))
  if (schema instanceof z.ZodArray) return [sample(schema.element as z.ZodType, name, known)]
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return sample(schema.unwrap() as z.ZodType, name, known)
  if (schema instanceof z.ZodDiscriminatedUnion || schema instanceof z.ZodUnion) return sample(schema.options[0] as z.ZodType, name, known)
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodLiteral) return schema.value
  if (schema instanceof z.ZodPipe) return sample(schema.out as z.ZodType, name, known)
  return [1, true, '00000000-0000-4000-8000-00000000dead', '2026-01-01', '2026-01-01T00:00:00Z', 'x'.repeat(24), 'x'].find((value) => schema.safeParse(value).success) ?? 'x'
}

function textPaths(value: unknown, at: readonly string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return value === undefined ? [] : [[...at]]
  return Object.entries(value).flatMap(([key, part]) => textPaths(part, [...at, key]))
}

function replaced(value: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (key === undefined) return text
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = replaced(copy[key], rest, text)
  return copy
}
