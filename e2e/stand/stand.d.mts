import type { Stand } from '../src/cast/stand.js'

export interface RunningStand extends Stand {
  /** Everything that the API has written to its log so far. */
  log(): string
  stop(): Promise<void>
}

/** The whole system on free ports. `env` overrides the API's environment. */
export function startStand(given?: { readonly env?: Readonly<Record<string, string>> }): Promise<RunningStand>
