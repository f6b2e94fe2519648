import type { EntityManager } from 'typeorm'

/** Transactions in which an audit entry was written. */
const witnessed = new WeakSet<EntityManager>()

/** Said by whoever writes an audit entry. */
export const noteEntry = (tx: EntityManager): void => void witnessed.add(tx)

export const hasEntry = (tx: EntityManager): boolean => witnessed.has(tx)

/** Operations with a key that decide nothing yet; each stands with its reason in docs/decisions/0027. */
export const withoutEntry: ReadonlySet<string> = new Set(['acceptForRegistration'])
