import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { problemFor, withStatus } from './refusal.filter.js'
import { unreadable } from './input-refusals.js'

const statusOf: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

/** What is no HTTP (a NUL in a header, headers that are too large or never end) is told so in the form of every refusal, and the connection ends. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const problem = withStatus(statusOf[error.code ?? ''] ?? 400, randomUUID())
  const body = JSON.stringify(problem)
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${problem.title}`, 'content-type: application/problem+json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`,
      ...Object.entries(bareHeaders(problem.requestId)).map(([name, value]) => `${name}: ${value}`), 'connection: close', '', body,
    ].join('\r\n'),
  )
}

/** An address that cannot be decoded, or has too long a part, reaches no route and no filter. */
export function answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const problem = error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? withStatus(414, request.id) : problemFor(unreadable('malformed-path', ''), request.id)
  void reply.status(problem.status).headers({ 'content-type': 'application/problem+json; charset=utf-8', ...bareHeaders(request.id) }).send(problem)
}

/** These answers leave before any hook: what every other answer carries against being kept, guessed at or framed, they are given here. */
const bareHeaders = (requestId: string) => ({
  'cache-control': 'no-store', 'content-security-policy': "default-src 'none';frame-ancestors 'none'", 'x-content-type-options': 'nosniff', 'x-request-id': requestId,
})
