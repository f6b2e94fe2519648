import { findDatabaseFault } from './sqlstate.js'

const known: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'its host is not known',
  ETIMEDOUT: 'it does not answer in time',
  '28P01': 'user or password is wrong',
  '28000': 'the user may not connect',
  '3D000': 'there is no such database',
  '42501': 'the user may not do what is needed',
  '57P03': 'it is still starting',
}

/** One sentence for whoever starts the API. Never holds a password or a value. */
export function reasonOf(error: unknown): string {
  const given = error instanceof AggregateError ? (error.errors[0] as unknown) : error
  const { code, port, syscall } = (given ?? {}) as { code?: string; port?: number; syscall?: string }
  if (code === 'EADDRINUSE') return `Port ${port} is in use; free it or choose another with PORT.`
  if (code === 'EACCES' && syscall === 'listen') return `Port ${port} may not be used; choose another with PORT.`
  const state = findDatabaseFault(given)?.state
  if (state && known[state]) return `The database that DATABASE_URL names cannot be used: ${known[state]}.`
  if (state && /^[0-9A-Z]{5}$/.test(state)) return `The database that DATABASE_URL names refuses to work (SQLSTATE ${state}).`
  return given instanceof Error ? given.message : 'The API could not start.'
}
