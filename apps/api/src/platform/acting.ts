import type { Actor } from '@icp/domain'
import { AsyncLocalStorage } from 'node:async_hooks'

/** Who acts with an account. */
export type AccountActor = Extract<Actor, { readonly accountId: string }>

/** What of the tenants' data the installation itself may reach for one of its own duties. */
export type Reach = 'filings' | 'register' | 'certificates' | 'notices'
export const everyReach: readonly Reach[] = ['filings', 'register', 'certificates', 'notices']

/**
 * For whom a statement runs. The database's policies let each see what is its own and nothing else (docs/decisions/0021). Beside the accounts: `visitor`, who
 * sees no tenant's data; `link`, whoever holds a responsible person's link, by its keyed index; `verifier`, whoever asks about the certificate with this
 * code; `mediator`, a reviewer who looks at the other side of a conflict that the filing `filing` of the own province has; `house`, the installation itself, for one duty and no further than the duty reaches.
 */
export type ActingAs =
  | AccountActor
  | { readonly role: 'visitor' }
  | { readonly role: 'link'; readonly link: string }
  | { readonly role: 'verifier'; readonly code: string }
  | { readonly role: 'mediator'; readonly province: string; readonly filing: string }
  | { readonly role: 'house'; readonly reach: readonly Reach[] }

interface Scope {
  who: ActingAs
}

const scopes = new AsyncLocalStorage<Scope>()
let outside: Scope | undefined

export const visitor: ActingAs = { role: 'visitor' }
export const house = (...reach: readonly Reach[]): ActingAs => ({ role: 'house', reach })

/** Everything that `work` does, and whatever it waits for, it does for `who`. */
export const actAs = <T>(who: ActingAs, work: () => T): T => scopes.run({ who }, work)

/** From here on the running request acts for `who`: the guard has found its session. */
export const nowActs = (who: ActingAs): void => {
  const scope = scopes.getStore()
  if (!scope) throw new Error('Nothing runs here that could act for anybody')
  scope.who = who
}

/** For whom the running work acts. Work that nobody stands behind reaches no database: begin it with `actAs`. */
export const whoActs = (): ActingAs => {
  const scope = scopes.getStore() ?? outside
  if (!scope) throw new Error('Nobody acts here: begin the work with actAs(house(…), …)')
  return scope.who
}

/** For tests, whose own statements stand outside of every request. */
export const actOutsideAs = (who: ActingAs | undefined): void => {
  outside = who && { who }
}
