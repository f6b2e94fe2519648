/** How long the steps of a recovery work, and how long a fresh proof weighs less than an old one (NIST SP 800-63B-4 §4.2, threats OTP and LOG). */
export const safetyPeriods = {
  /** After a new mobile number no cancellation is handed in. */
  holdHours: 72,
  /** A new phone in place of a lost one: so long may the old phone and the mailbox stop it. */
  lostPhoneHours: 72,
  /** A link that sets a new password. */
  resetLinkMinutes: 15,
  /** How long a recovery may take from its first page to the link. */
  recoveryMinutes: 30,
  /** Staff who take data out of the system as a file, cancel by force, clear or publish have proven their authenticator in this session no longer ago. */
  proofMinutes: 15,
} as const

const later = (instant: string, hours: number): string => new Date(Date.parse(instant) + hours * 3600_000).toISOString()

/** Until when an account whose number changed at the instant hands in no cancellation; null when it may. */
export const heldUntil = (mobileChangedAt: string | null, now: string): string | null => {
  if (mobileChangedAt === null) return null
  const until = later(mobileChangedAt, safetyPeriods.holdHours)
  return until > now ? until : null
}
