import type { AccountRole } from '../account/role.js'
import { filingActions, type FilingAction } from '../filing/actions.js'
import type { Caller, Relation } from './relation.js'

/** One row of the matrix: who may call, and how each caller must stand to the object. */
export interface Permission {
  readonly callers: Readonly<Partial<Record<Caller, Relation>>>
  /** The step of the life cycle that the operation takes: `filingActions` says from which statuses, for each role. */
  readonly action?: FilingAction
}

/** What each role's relation to a filing has to be. */
const relationToFilings = { owner: 'own', provider: 'named', reviewer: 'province' } as const satisfies Partial<Record<AccountRole, Relation>>
type Party = keyof typeof relationToFilings
const isParty = (role: string): role is Party => role in relationToFilings

/** Without a session. */
export const open = (relation: 'anyone' | 'link' = 'anyone'): Permission => ({ callers: { public: relation } })

/** The roles' own affairs: their account, their inbox, their sessions. */
export const self = (...roles: readonly AccountRole[]): Permission => ({ callers: Object.fromEntries(roles.map((role) => [role, 'self'])) })

/** What an office keeps for everybody. */
export const office = (...roles: readonly AccountRole[]): Permission => ({ callers: Object.fromEntries(roles.map((role) => [role, 'office'])) })

/** What hangs on filings, for those of its parties that are named. */
export const parties = (...roles: readonly Party[]): Permission => ({ callers: Object.fromEntries(roles.map((role) => [role, relationToFilings[role]])) })

/** A step of the life cycle, for the parties that the life cycle gives it to. */
export const step = (action: FilingAction): Permission => ({ ...parties(...filingActions[action].by.filter(isParty)), action })
