import type { SlidingLimit } from '../../platform/sliding-limits.js'

/**
 * Wrong passwords from one address and from the network around it, whatever names they were for: who sprays one password over many accounts meets these (LOG1).
 * Wide enough for an office behind one address.
 */
export const fromAddress: SlidingLimit = { name: 'log-on-failed-address', windows: [{ points: 30, seconds: 3600 }, { points: 100, seconds: 24 * 3600 }] }
export const fromNetwork: SlidingLimit = { name: 'log-on-failed-network', windows: [{ points: 100, seconds: 3600 }, { points: 400, seconds: 24 * 3600 }] }
