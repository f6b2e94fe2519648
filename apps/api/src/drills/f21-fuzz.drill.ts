import { findOperation, type OperationId, openApiDocument, operationIds } from '@icp/contract'
import { AccountRole as AccountRoles } from '@icp/domain'
import type { TestApp } from '../testing/app.js'
import type { Drill, Given } from './drill.js'
import { Counts } from './fuzz/counts.js'
import { Judge } from './fuzz/judge.js'
import { type Described, Requests, type Sender } from './fuzz/requests.js'
import { SchemaValues, type Schema } from './fuzz/schema-values.js'
import { FuzzStand } from './fuzz/stand.js'

const senders: readonly Sender[] = [...AccountRoles.options, 'nobody']
const eachInFull = 50_000
const eachInFast = 40
const refilledEvery = 250

/** Requests made from the OpenAPI document, well-formed and not, as every role and as nobody: most to what the sender may do, the others to every operation in turn. */
export const drill: Drill = {
  id: 'F21',
  promise: 'P12: no request made from the contract, valid or not, ends in a fault, an undeclared status or form, or in words about the inside; no invalid body is taken',
  fault: 'bodies are not compared with the contract',
  run: async (given) => {
    const api = await given.startApi()
    if (given.planted) takeAnyBody(given)
    const counts = new Counts()
    const violations = await fuzz(api, given, counts)
    if (given.full) violations.push(...counts.tooShallow())
    return { figure: counts.figure, violations: oneOfEach(violations) }
  },
}

function chosenSenders({ role }: Given): readonly Sender[] {
  const chosen = senders.filter((sender) => role === undefined || sender === role)
  if (chosen.length === 0) throw new Error(`--role is one of ${senders.join(', ')}`)
  return chosen
}

/** The first of each kind, whatever was sent: what stands in brackets behind it. */
function oneOfEach(violations: readonly string[]): string[] {
  const kinds = new Map<string, string>()
  for (const violation of violations) {
    const kind = violation.split(' (')[0] ?? ''
    if (!kinds.has(kind)) kinds.set(kind, violation)
  }
  return [...kinds.values()]
}

function takeAnyBody({ atEnd }: Given): void {
  for (const id of operationIds) {
    const { body } = findOperation(id)
    const real = body.safeParse
    body.safeParse = ((data: unknown) => ({ success: true, data })) as typeof real
    atEnd(async () => void (body.safeParse = real))
  }
}

async function fuzz(api: TestApp, given: Given, counts: Counts): Promise<string[]> {
  const { random, full } = given
  const document = openApiDocument('1')
  const stand = await FuzzStand.build(api, random)
  const schemas = (document['components'] as { schemas: Record<string, Schema> }).schemas
  const requests = new Requests(new SchemaValues(schemas, random, (name) => stand.find(name)), random, (id) => stand.fittingBody(id))
  const judge = new Judge(document)
  const operations = describedIn(document)
  const violations: string[] = []
  const own = new Map(chosenSenders(given).map((sender) => [sender, operations.filter((operation) => mayAsk(sender, operation))]))
  for (let asked = 0; asked < (full ? eachInFull : eachInFast) && !given.isOver(); asked++) {
    if (asked % refilledEvery === refilledEvery - 1) await stand.refill()
    for (const [sender, allowed] of own) {
      const operation = random.chance(0.75) ? random.pick(allowed) : (operations[asked % operations.length] as Described)
      stand.turnTo(operation.path)
      const as = sender === 'nobody' ? undefined : stand.callerFor(sender)
      const request = requests.compose(operation, as, random.chance(0.5))
      const answer = await api.app.inject(request.send).catch((error: unknown) => error as Error)
      if (answer instanceof Error) {
        violations.push(`${operation.operationId} dropped the connection (${request.spoiled ?? 'as asked'}): ${answer.message}`)
        continue
      }
      const { statusCode: status, body: text } = answer
      violations.push(...judge.wrongs(operation, request, { status, type: String(answer.headers['content-type']), text }))
      counts.note(sender, operation, request, status, text)
      if (status < 300) stand.learn(operation.path, text)
      if (status === 401 && as && allowed.includes(operation) && request.send.headers?.['cookie'] === as.cookie) await stand.replace(as)
    }
  }
  return violations
}

function mayAsk(sender: Sender, { 'x-roles': roles }: Described): boolean {
  return roles.includes('public') || roles.includes(sender)
}

function describedIn(document: Readonly<Record<string, unknown>>): Described[] {
  const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Omit<Described, 'path' | 'method'> & { operationId: OperationId }>>>>
  return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method })))
}
