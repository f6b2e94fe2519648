import type { SlidingLimit } from '../../platform/sliding-limits.js'
import type { AskedBy } from './code-purposes.js'

const few = [{ points: 1, seconds: 60 }, { points: 5, seconds: 3600 }, { points: 10, seconds: 24 * 3600 }]

/** To one number or mailbox that anybody may type, from all doors together: nobody's phone is flooded, and the bill has an end. */
export const toAnyone: SlidingLimit = { name: 'codes-anyone', windows: few }

/**
 * To the phone of an account that a stranger named. Counted apart, so that who floods a number as a new one does not keep its holder from a new password; who asks for
 * new passwords of that name ten times a day does, and keeps nobody from logging on.
 */
export const toNamed: SlidingLimit = { name: 'codes-named', windows: few }

/** To the own number and mailbox, behind a password or a session: no stranger can use it up, and somebody whose sessions are short can work all day. */
export const toHolder: SlidingLimit = {
  name: 'codes-holder', windows: [{ points: 1, seconds: 60 }, { points: 10, seconds: 3600 }, { points: 30, seconds: 24 * 3600 }],
}

/** To new addresses, by one account: an account is no licence to write to the whole world. Without a minute between two, since a mistyped number is corrected at once. */
export const byAccount: SlidingLimit = { name: 'codes-by-account', windows: [{ points: 5, seconds: 3600 }, { points: 10, seconds: 24 * 3600 }] }

/** What a sending counts with, for the address that it goes to. */
export const limitFor: Readonly<Record<AskedBy, SlidingLimit>> = { anyone: toAnyone, account: toAnyone, stranger: toNamed, holder: toHolder }

/** Wrong codes of one account, or of one number without an account, over all purposes, attempts and new codes: 20 in a million (NIST SP 800-63B-4 §3.2.2). */
export const wrongCodes: SlidingLimit = { name: 'codes-wrong', windows: [{ points: 20, seconds: 24 * 3600 }] }

/**
 * Wrong codes of resets: of one name as it was typed, and of one account. Anybody may ask for a new password of any name, so a stranger is stopped by these, and leaves the
 * account's holder the other half of `wrongCodes` to log on with.
 */
export const wrongResetCodes: SlidingLimit = { name: 'codes-wrong-reset', windows: [{ points: 10, seconds: 24 * 3600 }] }

interface Counted {
  readonly limit: SlidingLimit
  readonly who: string
  /** Whoever is stopped is told, and when to try again. Not told, it is as if the code were wrong. */
  readonly told: boolean
}

/**
 * Where a wrong code counts. Of a reset, for what was typed as for an account, and only what was typed decides what is answered: the other counts are full where there
 * is an account, and would tell so.
 */
export const countedAt = ({ accountId, named }: { readonly accountId?: string; readonly named?: string }, target: string): readonly Counted[] => {
  const who = accountId ?? target
  if (named === undefined) return [{ limit: wrongCodes, who, told: true }]
  return [{ limit: wrongResetCodes, who: named, told: true }, { limit: wrongResetCodes, who, told: false }, { limit: wrongCodes, who, told: false }]
}
