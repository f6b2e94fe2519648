import { safeReturn } from '../session/return-path.js'

export interface LogOnSearch {
  /** Where to go after the log-on: a path of this portal. */
  readonly return?: string
  /** User name to fill in. */
  readonly user?: string
  /** The second step ended without success. */
  readonly ended?: boolean
}

/** Keeps only what the log-on pages understand. */
export function logOnSearch(raw: Record<string, unknown>): LogOnSearch {
  const back = safeReturn(raw['return'])
  const user = typeof raw['user'] === 'string' || typeof raw['user'] === 'number' ? String(raw['user']).slice(0, 64) : ''
  return { ...(back ? { return: back } : {}), ...(user ? { user } : {}), ...(raw['ended'] ? { ended: true } : {}) }
}
