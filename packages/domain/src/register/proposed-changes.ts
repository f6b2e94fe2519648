import type { FieldChange } from '../filing/changes.js'
import type { FilingContent } from '../filing/content.js'
import type { FilingKind } from '../filing/kind.js'
import type { ServiceType } from '../filing/service-type.js'
import { differencesFrom } from './differences.js'
import { servicesInForce, type RegisterRecord } from './register.js'
import { whatFalls } from './what-falls.js'

/** A service that was in force when a cancellation ended, as anybody could look it up, and what the cancellation says of it. */
export interface StandingService {
  readonly number: string
  readonly name: string
  readonly type: ServiceType
  readonly domain: string
  readonly fate: 'falls' | 'stays'
}

/** What a filing changes in a record: fields of a registration, services of a cancellation. */
export interface ProposedChanges {
  readonly fields: readonly FieldChange[]
  readonly services: readonly StandingService[]
}

/**
 * What approving the filing would change in the record. undefined for filings that have nothing to be held against: first filings, ended accesses (named in
 * the filing itself) and moves, which hold what moves as it stood.
 */
export const proposedChanges = (kind: FilingKind, content: FilingContent, record: RegisterRecord): ProposedChanges | undefined => {
  if (!changesRecord(kind) || !record.subject) return undefined
  if (content.form === 'registration') return { fields: differencesFrom(record, content), services: [] }
  if (content.form !== 'cancellation') return undefined
  const falling = new Set(whatFalls(kind, record, content.serviceNumbers).services.map(({ number }) => number))
  return {
    fields: [],
    services: servicesInForce(record).map(({ number, type, content: { name, domain } }) => ({ number, name, type, domain, fate: falling.has(number) ? 'falls' : 'stays' })),
  }
}

/** Kinds whose filings change what the register holds of a subject in force, and say only afterwards what that is. */
export const changesRecord = (kind: FilingKind): boolean => kind !== 'new-subject' && kind !== 'migrate-service' && kind !== 'cancel-access'
