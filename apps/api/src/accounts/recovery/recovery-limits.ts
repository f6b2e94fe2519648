import type { Limit } from '../../platform/limits.js'
import type { SlidingLimit } from '../../platform/sliding-limits.js'

/** First steps from one address, of all kinds together. */
export const fromVisitor: Limit = { name: 'recovery', points: 60, seconds: 3600 }

/** First steps about one name or address, whether or not it is of an account. */
export const aboutOne: SlidingLimit = {
  name: 'recovery-about', windows: [{ points: 1, seconds: 60 }, { points: 5, seconds: 3600 }, { points: 10, seconds: 24 * 3600 }],
}
