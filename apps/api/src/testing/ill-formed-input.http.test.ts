import { findOperation, type OperationId, operationIds, type Operation } from '@icp/contract'
import type { AccountRole } from '@icp/domain'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import type { TestAccount } from './accounts.js'
import { startTestApp, type TestApp } from './app.js'

let api: TestApp
let callers: Record<AccountRole, TestAccount>

beforeAll(async () => {
  api = await startTestApp()
  callers = {
    owner: await api.accounts.owner(), provider: await api.accounts.provider('00000000-0000-4000-8000-000000000001'),
    reviewer: await api.accounts.reviewer('330000'), operator: await api.accounts.operator(),
    'security-administrator': await api.accounts.securityAdministrator(), 'audit-administrator': await api.accounts.auditAdministrator(),
  }
})
afterAll(() => api.close())

const unknownId = '00000000-0000-4000-8000-00000000dead'
const awkward: unknown[] = [
  null, [], [[[[]]]], {}, '', 'x', 'x'.repeat(5000), `'; DROP TABLE accounts; --`, '%_\\', '１２３', '2023-02-30', '\u202e\ufeff', '𬱖'.repeat(80), -1, 0, 1e21, 2 ** 31, 2 ** 53, 0.5,
  true, unknownId, { $ne: null }, ['x', null], 'Ｆullwidth　space', '../../etc/passwd', '{{7*7}}', 'a@b', '\t\n\r',
]

/** A value of the shape that the schema asks for, so that an awkward one in a single place gets as deep as it can. */
function sample(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodObject) return Object.fromEntries(Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, part]) => [key, sample(part)]))
  if (schema instanceof z.ZodArray) return [sample(schema.element as z.ZodType)]
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return sample(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodDiscriminatedUnion) return sample(schema.options[0] as z.ZodType)
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodLiteral) return schema.value
  if (schema instanceof z.ZodNumber) return 1
  if (schema instanceof z.ZodBoolean) return true
  if (schema instanceof z.ZodPipe) return sample(schema.out as z.ZodType)
  return [unknownId, 'x', '2026-01-01', '2026-01-01T00:00:00Z'].find((value) => schema.safeParse(value).success) ?? 'x'.repeat(24)
}

/** Every way to put one awkward value in place of one part of a well-formed one. */
function* spoiled(value: unknown): Generator {
  for (const bad of awkward) yield bad
  if (value === null || typeof value !== 'object') return
  for (const [key, part] of Object.entries(value)) {
    for (const worse of typeof part === 'object' && part !== null ? spoiledOnce(part) : awkward) {
      yield Array.isArray(value) ? [worse] : { ...value, [key]: worse }
    }
    if (!Array.isArray(value)) yield Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
  }
}

/** Deeper down one awkward value per place is enough: taking turns, all of them are used. */
let turn = 0
function* spoiledOnce(value: object): Generator {
  yield awkward[turn++ % awkward.length]
  for (const [key, part] of Object.entries(value)) {
    const worse = typeof part === 'object' && part !== null ? [...spoiledOnce(part)] : [awkward[turn++ % awkward.length]]
    for (const one of worse) yield Array.isArray(value) ? [one] : { ...value, [key]: one }
  }
}

const always = [400, 404, 429]
const documented = (operation: Operation) => new Set<number>([operation.success, ...operation.refusals, ...always])

async function ask(id: OperationId, input: object) {
  const { roles } = findOperation(id)
  const role = roles.find((one): one is AccountRole => one !== 'public')
  const { status, text } = await api.inject(id, input as never, role ? { as: callers[role] } : {})
  return { id, input: JSON.stringify(input).slice(0, 300), status, text: status >= 500 ? text.slice(0, 200) : '' }
}

test.each(operationIds.filter((id) => id !== 'logOff'))('%s answers ill-formed input as its contract says, never with a fault', async (id) => {
  const operation = findOperation(id)
  const good = {
    params: operation.params instanceof z.ZodUndefined ? undefined : sample(operation.params),
    query: operation.query instanceof z.ZodUndefined ? undefined : sample(operation.query),
    body: operation.bodyBytes ? Buffer.from('%PDF-1.7 no more than this') : operation.body instanceof z.ZodUndefined ? undefined : sample(operation.body),
  }
  const inputs: object[] = [good]
  for (const part of ['params', 'query'] as const) {
    for (const key of Object.keys(good[part] ?? {})) {
      for (const bad of awkward) if (part === 'query' || (bad !== '' && String(bad).length < 150)) inputs.push({ ...good, [part]: { ...(good[part] as object), [key]: bad } })
    }
  }
  if (good.body !== undefined && !operation.bodyBytes) for (const body of spoiled(good.body)) inputs.push({ ...good, body })
  const allowed = documented(operation)
  const surprising = []
  for (const input of inputs) {
    const answer = await ask(id, input)
    if (!allowed.has(answer.status)) surprising.push(answer)
  }
  expect(surprising.slice(0, 5)).toEqual([])
})
