import { findOperation, operationIds } from '@icp/contract'
import type { DynamicModule } from '@nestjs/common'
import { LoggerModule } from 'nestjs-pino'
import { QueryFailedError } from 'typeorm'
import type { Config } from './config.js'

export const serializers = {
  req: (request: { id: unknown; method: string; url: string }) => ({ id: request.id, method: request.method, path: pathOnly(request.url) }),
  res: (response: { statusCode: number }) => ({ status: response.statusCode }),
  err: (error: Error & { code?: unknown }) => describeError(error),
}

/**
 * JSON lines. Of a request: id, method and path, without its query (names are searched there), and of the path only ids and the words of the contract: the
 * rest may be the secret of a link, or whatever somebody typed. No headers, no bodies. Of a database error: its code, not its text or values.
 */
export function loggerFor(config: Config): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: {
      level: config.logLevel,
      genReqId: (request) => request.id,
      autoLogging: { ignore: (request) => (request.url ?? '').endsWith('/health/ready') },
      serializers,
    },
  })
}

const known = new Set(['', 'api', ...operationIds.flatMap((id) => findOperation(id).path.split('/')).filter((part) => !part.startsWith(':'))])
const isTold = (part: string): boolean => known.has(part) || /^(?:\d{1,4}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(part)

export const pathOnly = (url: string): string => url.replace(/\?.*$/, '').split('/').map((part) => (isTold(part) ? part : '…')).join('/')

export function describeError(error: Error & { code?: unknown }): Record<string, unknown> {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).map((line) => line.trim())
  if (error instanceof QueryFailedError) {
    const { code, constraint, table, routine } = error.driverError as unknown as Record<string, unknown>
    return { type: 'QueryFailedError', code, constraint, table, routine, frames }
  }
  return { type: error.name, message: error.message, code: error.code, frames }
}

