import type { TestApp, TestAppOptions } from '../testing/app.js'
import type { Journal } from './journal.js'
import type { Random } from './random.js'

/** A promise, tried on the real thing: the API on a real PostgreSQL. */
export interface Drill {
  /** As in the table of drills, e.g. `F09`. */
  readonly id: string
  /** The promise in one sentence, with its number. */
  readonly promise: string
  /** What the twin plants: the fault that must turn this drill red. */
  readonly fault: string
  /** Further faults, each of which must turn it red alone: `planted` is 2 for the first of them, and so on. */
  readonly moreFaults?: readonly string[]
  readonly run: (given: Given) => Promise<Outcome>
}

export interface Given {
  readonly seed: number
  /** All chance comes from here, so that a seed repeats the same run. */
  readonly random: Random
  /** The long run of the command; else the fast one of `npm test`, five seconds at most. */
  readonly full: boolean
  /** Of a drill that goes through the roles only this one. */
  readonly role?: string | undefined
  /** Whether the time that a run was given is over: a long one ends with what it has done. */
  readonly isOver: () => boolean
  /** In the twin the number of the fault to plant, 1 for `fault`; plant it, then go on as ever. 0 = none. */
  readonly planted: number
  /** An API on a database of its own, or `beside` another one on the same database. Closed, and its database checked, when the drill is over. */
  readonly startApi: (options?: TestAppOptions) => Promise<TestApp>
  /** Runs once every API is closed: for what a drill puts around them. */
  readonly atEnd: (end: () => Promise<void>) => void
  /** What the API said is done: the checker looks for it at the end. */
  readonly journal: Journal
}

export interface Outcome {
  /** What was counted, e.g. `200 rounds of 8 at once: 200 effects`. */
  readonly figure: string
  /** Every time the promise was broken, each in a sentence; none = passed. */
  readonly violations: readonly string[]
}
