import { QueryFailedError } from 'typeorm'

export interface DatabaseFault {
  readonly state: string
  readonly constraint: string | undefined
}

// What pg and its pool say without a code; and TypeORM, whose runner lets go of a connection that broke between two statements of a transaction.
const lostConnection = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|timeout expired|Query runner already released)/

/** The SQLSTATE of a failed statement or connection (also Node's `ECONNREFUSED` and kin); undefined for anything else. */
export function findDatabaseFault(error: unknown): DatabaseFault | undefined {
  const cause = (error instanceof QueryFailedError ? error.driverError : error) as { code?: unknown; constraint?: string; message?: string } | undefined
  if (typeof cause?.code !== 'string') return lostConnection.test(cause?.message ?? '') ? { state: '08006', constraint: undefined } : undefined
  return { state: cause.code, constraint: cause.constraint }
}

/** Serialization failure, deadlock, lock not available, statement cancelled by its time limit: the same request may succeed in a moment. */
export const isBusy = (state: string): boolean => ['40001', '40P01', '55P03', '57014'].includes(state)

/** What the database's own guards raise (docs/decisions/0021) when the code would change what stays: a locked or kept row, and a move that the life cycle does not have. */
export const isKept = (state: string): boolean => ['IC001', 'IC003', 'IC004'].includes(state)
export const isWrongMove = (state: string): boolean => state === 'IC002'

/** The database is away, shutting down, full, or not there under its name, or has cut a connection on which a transaction stood still for too long. */
export const isAway = (state: string): boolean =>
  /^(08|57P0|53|3D000|25P0[34])/.test(state) || ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN'].includes(state)

/**
 * What input can make of a value that the rules let through: class 22 (not encodable, too long, out of range, no number, uuid or date, \u0000 in JSON, a bad
 * pattern …), a value that a constraint rules out, and one too large for an index or too deep for the parser.
 */
export const isInputFault = (state: string): boolean => state.startsWith('22') || ['23502', '23514', '54000', '54001'].includes(state)

/** Something of the same key is there already, or what was named is gone: someone else was quicker. */
export const isClash = (state: string): boolean => ['23505', '23503', '23P01'].includes(state)
