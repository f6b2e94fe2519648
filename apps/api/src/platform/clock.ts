/** The only place that knows what time it is: `DatabaseClock`; tests put their own in its place. */
export abstract class Clock {
  /** ISO 8601 in UTC, with milliseconds. */
  abstract now(): string
}

/** `instant` moved by a number of seconds, which may be negative. */
export const later = (instant: string, seconds: number): string => new Date(Date.parse(instant) + seconds * 1000).toISOString()

/** The last instant of a Shanghai day (`YYYY-MM-DD`). */
export const endOfDay = (day: string): string => `${day}T15:59:59.999Z`

/** Whole seconds from `from` to `to`, rounded up, never below zero. */
export const secondsUntil = (from: string, to: string): number => Math.max(0, Math.ceil((Date.parse(to) - Date.parse(from)) / 1000))
