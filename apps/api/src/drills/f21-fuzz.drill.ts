import { findOperation, type OperationId, openApiDocument, operationIds } from '@icp/contract'
import type { AccountRole } from '@icp/domain'
import type { TestApp } from '../testing/app.js'
import type { Drill, Given } from './drill.js'
import { Counts } from './fuzz/counts.js'
import { Judge } from './fuzz/judge.js'
import { type Described, Requests } from './fuzz/requests.js'
import { SchemaValues, type Schema } from './fuzz/schema-values.js'
import { FuzzStand } from './fuzz/stand.js'

/** Requests made from the OpenAPI document, well-formed and not, for every operation as every role and as nobody. */
export const drill: Drill = {
  id: 'F21',
  promise: 'P12: no request made from the contract, valid or not, ends in a fault, an undeclared status or form, or in words about the inside; no invalid body is taken',
  fault: 'bodies are not compared with the contract',
  run: async (given) => {
    const api = await given.startApi()
    if (given.planted) takeAnyBody(given)
    const total = given.full ? 50_000 : 800
    const counts = new Counts()
    const violations = await fuzz(api, given, total, counts)
    if (given.full) violations.push(...counts.tooShallow())
    return { figure: counts.figure, violations }
  },
}

function takeAnyBody({ atEnd }: Given): void {
  for (const id of operationIds) {
    const { body } = findOperation(id)
    const real = body.safeParse
    body.safeParse = ((data: unknown) => ({ success: true, data })) as typeof real
    atEnd(async () => void (body.safeParse = real))
  }
}

async function fuzz(api: TestApp, { random }: Given, total: number, counts: Counts): Promise<string[]> {
  const document = openApiDocument('1')
  const stand = await FuzzStand.build(api, random)
  const schemas = (document['components'] as { schemas: Record<string, Schema> }).schemas
  const requests = new Requests(new SchemaValues(schemas, random, (name) => stand.find(name)), random)
  const judge = new Judge(document)
  const operations = describedIn(document)
  const roles = [...stand.callers.keys()]
  const violations: string[] = []
  for (let asked = 0; asked < total; asked++) {
    if (asked % 400 === 399) await stand.refill()
    const operation = operations[asked % operations.length] as Described
    const allowed = operation['x-roles'].filter((role): role is AccountRole => role !== 'public')
    const role = random.chance(0.7) && allowed.length > 0 ? random.pick(allowed) : random.chance(0.85) ? random.pick(roles) : undefined
    stand.turnTo(operation.path)
    const request = requests.compose(operation, role && stand.callers.get(role), random.chance(0.6))
    const answer = await api.app.inject(request.send).catch((error: unknown) => error as Error)
    if (answer instanceof Error) {
      violations.push(`${operation.operationId} dropped the connection (${request.spoiled ?? 'as asked'}): ${answer.message}`)
      continue
    }
    const { statusCode: status, body: text } = answer
    violations.push(...judge.wrongs(operation, request, { status, type: String(answer.headers['content-type']), text }))
    counts.note(operation, role, request, status, text)
    if (status < 300) stand.learn(operation.path, text)
    if (status === 401 && role && allowed.includes(role) && request.send.headers?.['cookie'] === stand.callers.get(role)?.cookie) await stand.renew(role)
  }
  return violations
}

function describedIn(document: Readonly<Record<string, unknown>>): Described[] {
  const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Omit<Described, 'path' | 'method'> & { operationId: OperationId }>>>>
  return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method })))
}
