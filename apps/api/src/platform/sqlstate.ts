import { QueryFailedError } from 'typeorm'

export interface DatabaseFault {
  readonly state: string
  readonly constraint: string | undefined
}

/** The SQLSTATE of a failed statement or connection (also Node's `ECONNREFUSED` and kin); undefined for anything else. */
export function findDatabaseFault(error: unknown): DatabaseFault | undefined {
  const cause = (error instanceof QueryFailedError ? error.driverError : error) as { code?: unknown; constraint?: string } | undefined
  if (typeof cause?.code !== 'string') return undefined
  return { state: cause.code, constraint: cause.constraint }
}

/** Serialization failure, deadlock, lock not available, statement cancelled by its time limit: the same request may succeed in a moment. */
export const isBusy = (state: string): boolean => ['40001', '40P01', '55P03', '57014'].includes(state)

/** The database is away or shutting down. */
export const isAway = (state: string): boolean =>
  /^(08|57P0|53)/.test(state) || ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN'].includes(state)

/** States that ill-formed input reaches: not encodable, too long, out of range, not a number or uuid, \u0000 in JSON, no such date. */
export const isInputFault = (state: string): boolean => ['22021', '22001', '22003', '22P02', '22P05', '22007', '22008'].includes(state)
