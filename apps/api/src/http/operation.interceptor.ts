import { findOperation, type Operation, type OperationId } from '@icp/contract'
import { type CallHandler, type ExecutionContext, HttpException, Injectable, Logger, type NestInterceptor } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { map, type Observable } from 'rxjs'
import { z } from 'zod'
import { sha256 } from '../platform/digest.js'
import { Once } from '../platform/once.js'
import { Sealing } from '../platform/sealing.js'
import { invalidInput, unreadable } from './input-refusals.js'
import { findOperationId } from './request.js'

const keyForm = /^[\x21-\x7e]{8,100}$/

/** Turns what was sent into what the contract says, and what a handler answers into what the contract promises. */
@Injectable()
export class OperationInterceptor implements NestInterceptor {
  private readonly log = new Logger('Contract')

  constructor(private readonly sealing: Sealing) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const id = findOperationId(context.getHandler())
    if (!id) return next.handle()
    const operation = findOperation(id)
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    const reply = context.switchToHttp().getResponse<FastifyReply>()
    request.icpInput = parse(operation, request)
    request.icpOnce = operation.idempotent ? this.onceFor(id, request) : null
    return next.handle().pipe(map((answer) => this.serialize(id, operation, answer, request, reply)))
  }

  /** The key belongs to whoever sent it: another account with the same key asks for something else. */
  private onceFor(id: OperationId, request: FastifyRequest): Once {
    const key = request.headers['idempotency-key']
    if (typeof key !== 'string' || !keyForm.test(key)) throw unreadable('idempotency-key-missing', 'Idempotency-Key')
    const actor = request.icpSession?.accountId ?? `visitor:${this.sealing.mark('visitor', request.headers.cookie ?? '')}`
    const said = `${request.method} ${request.url}\n${Buffer.isBuffer(request.body) ? sha256(request.body) : JSON.stringify(request.body ?? null)}`
    return new Once(actor, id, key, this.sealing.mark('request', said))
  }

  private serialize(id: OperationId, operation: Operation, answer: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
    if (operation.idempotent && !request.icpOnce?.taken) throw new Error(`The handler of ${id} did not hand its @OnceKey to the transaction`)
    if (request.icpOnce?.replayed) void reply.header('Idempotency-Replayed', 'true')
    if (operation.bytes) return Buffer.from(answer as Uint8Array)
    if (operation.success === 204) return undefined
    const said = operation.answer.safeParse(answer)
    if (said.success) return said.data
    // Paths and codes only: the values may be personal data.
    this.log.error(`${id} answered against its contract: ${said.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ')}`)
    throw new HttpException('contract', 500)
  }
}

function parse(operation: Operation, request: FastifyRequest) {
  const params = operation.params.safeParse(isNothing(operation.params) ? undefined : request.params)
  const query = operation.query.safeParse(isNothing(operation.query) ? undefined : request.query)
  const body = operation.bodyBytes ? { success: true as const, data: bytesOf(request.body) } : operation.body.safeParse(isNothing(operation.body) ? undefined : request.body)
  if (!params.success) throw unreadable('malformed-path', pathOf(params.error))
  if (!query.success) throw unreadable('malformed-query', pathOf(query.error))
  if (!body.success) throw invalidInput(body.error)
  return { params: params.data, query: query.data, body: body.data }
}

const isNothing = (schema: z.ZodType) => schema instanceof z.ZodUndefined
const pathOf = (error: z.ZodError) => error.issues.map((issue) => issue.path.join('.')).join(', ')

function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body
  throw unreadable('empty-body', '')
}
