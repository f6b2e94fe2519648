import type { SlidingLimit } from '../../platform/sliding-limits.js'

/** Messages to one number or mailbox, whoever asks for them: nobody's phone is flooded, and the bill has an end. */
export const toAnyone: SlidingLimit = {
  name: 'codes-anyone', windows: [{ points: 1, seconds: 60 }, { points: 5, seconds: 3600 }, { points: 10, seconds: 24 * 3600 }],
}

/** The same behind a password or a session. Counted apart, so that a stranger who floods a number does not keep its holder out. */
export const toHolder: SlidingLimit = {
  name: 'codes-holder', windows: [{ points: 1, seconds: 60 }, { points: 10, seconds: 3600 }, { points: 30, seconds: 24 * 3600 }],
}

/** Wrong codes of one account, or of one number without an account, over all purposes, attempts and new codes: 20 in a million (NIST SP 800-63B-4 §3.2.2). */
export const wrongCodes: SlidingLimit = { name: 'codes-wrong', windows: [{ points: 20, seconds: 24 * 3600 }] }
