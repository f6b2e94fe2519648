import { QueryFailedError } from 'typeorm'

export interface DatabaseFault {
  readonly state: string
  readonly constraint: string | undefined
}

// What pg and its pool say without a code.
const lostConnection = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|timeout expired)/

/** The SQLSTATE of a failed statement or connection (also Node's `ECONNREFUSED` and kin); undefined for anything else. */
export function findDatabaseFault(error: unknown): DatabaseFault | undefined {
  const cause = (error instanceof QueryFailedError ? error.driverError : error) as { code?: unknown; constraint?: string; message?: string } | undefined
  if (typeof cause?.code !== 'string') return lostConnection.test(cause?.message ?? '') ? { state: '08006', constraint: undefined } : undefined
  return { state: cause.code, constraint: cause.constraint }
}

/** Serialization failure, deadlock, lock not available, statement cancelled by its time limit: the same request may succeed in a moment. */
export const isBusy = (state: string): boolean => ['40001', '40P01', '55P03', '57014'].includes(state)

/** The database is away, shutting down, full, or not there under its name. */
export const isAway = (state: string): boolean =>
  /^(08|57P0|53|3D000)/.test(state) || ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN'].includes(state)

/** States that ill-formed input reaches: not encodable, too long, out of range, not a number or uuid, \u0000 in JSON, no such date. */
export const isInputFault = (state: string): boolean => ['22021', '22001', '22003', '22P02', '22P05', '22007', '22008'].includes(state)
