import { findOperation, type OperationId, type Operations } from '@icp/contract'
import { createParamDecorator, type ExecutionContext, Header, HttpCode, RequestMapping, RequestMethod } from '@nestjs/common'
import { type Actor, Refusal } from '@icp/domain'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Once } from '../platform/once.js'
import { actorOf, operationKey, type SessionInfo } from './request.js'

type Part<Schema> = Schema extends z.ZodUndefined ? undefined : Schema extends z.ZodType ? z.output<Schema> : undefined
type Present<Shape> = { readonly [Key in keyof Shape as Shape[Key] extends undefined ? never : Key]: Shape[Key] }

/** What a handler gets from `@Input()`: params, query and body after the contract's schemas, those that the operation has. */
export type Parsed<Id extends OperationId> = Present<{
  params: Part<Operations[Id]['params']>
  query: Part<Operations[Id]['query']>
  body: Operations[Id] extends { bodyBytes: string } ? Buffer : Part<Operations[Id]['body']>
}>

/** What a handler of the operation may answer: its answer before the contract strips unknown keys; bytes; or nothing. */
export type Answer<Id extends OperationId> = Operations[Id] extends { bytes: string }
  ? Uint8Array
  : Operations[Id]['answer'] extends z.ZodUndefined ? void : z.input<Operations[Id]['answer']>

type Handler<Id extends OperationId> = (...given: never[]) => Answer<Id> | Promise<Answer<Id>>

/**
 * Makes a method the handler of a contract operation: path, method, status and roles come from the contract and are written nowhere else.
 * The method's answer is checked against the contract when it is compiled and again when it is sent.
 */
export function Serve<Id extends OperationId>(id: Id) {
  const operation = findOperation(id)
  return <Method extends Handler<Id>>(target: object, key: string, descriptor: TypedPropertyDescriptor<Method>): void => {
    RequestMapping({ path: operation.path, method: RequestMethod[operation.method] })(target, key, descriptor)
    HttpCode(operation.success)(target, key, descriptor)
    if (operation.bytes) Header('content-type', operation.bytes)(target, key, descriptor)
    Reflect.defineMetadata(operationKey, id, descriptor.value as object)
  }
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>()

/** The parsed request: `@Input() { params, body }: Parsed<'saveDraft'>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext): unknown => requestOf(context).icpInput)

/** The session behind the request. Refuses when there is none, which the guard has done already wherever the contract asks for one. */
export const Session = createParamDecorator((_: unknown, context: ExecutionContext): SessionInfo => needSession(requestOf(context)))

/** Who acts, for the domain: `@Who() actor: Actor`. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Actor => actorOf(needSession(requestOf(context))))

/** What `Transactions.write` needs to give a repeated request one effect; null for operations that do not ask for a key. */
export const OnceKey = createParamDecorator((_: unknown, context: ExecutionContext): Once | null => requestOf(context).icpOnce ?? null)

function needSession(request: FastifyRequest): SessionInfo {
  if (!request.icpSession) throw unauthenticated()
  return request.icpSession
}

export const unauthenticated = () =>
  new Refusal('unauthenticated', 'sign-in-first', { zh: '请先登录。', en: 'Log on first.' })
