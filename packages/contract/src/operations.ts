import { accountOperations } from './accounts.js'
import { administrationOperations } from './administration.js'
import { admit } from './admit.js'
import { auditOperations } from './audit.js'
import { blacklistOperations } from './blacklist.js'
import { conflictOperations } from './conflicts.js'
import { contactOperations } from './contacts.js'
import { deliveryOperations } from './delivery.js'
import { filingExportOperations } from './filing-exports.js'
import { confirmationOperations, filingOperations } from './filings.js'
import { forcedOperations } from './forced-cancellations.js'
import { hollowOperations } from './hollow.js'
import { lostPhoneOperations } from './lost-phone.js'
import { mediationOperations } from './mediations.js'
import { migrationOperations } from './migrations.js'
import type { Operation } from './operation.js'
import { organisationOperations } from './organisations.js'
import { ownAuthenticatorOperations } from './own-authenticator.js'
import { ownDataOperations } from './own-data.js'
import { paperOperations } from './papers.js'
import { passwordOperations } from './passwords.js'
import { personalDataOperations } from './personal-data.js'
import { providerOperations } from './providers.js'
import { receiptOperations } from './receipts.js'
import { recoveryOperations } from './recovery.js'
import { registerOperations } from './register.js'
import { ruleDataOperations } from './rule-data.js'
import { servedAccessOperations } from './served-accesses.js'
import { sessionOperations } from './sessions.js'
import { siteOperations } from './site.js'
import { staffOperations } from './staff.js'
import { verificationOperations } from './verification.js'
import type { z } from 'zod'

/** Every operation of the API by its operationId. */
export const operations = admit({
  ...siteOperations,
  ...accountOperations,
  ...staffOperations,
  ...sessionOperations,
  ...contactOperations,
  ...recoveryOperations,
  ...lostPhoneOperations,
  ...ownAuthenticatorOperations,
  ...passwordOperations,
  ...providerOperations,
  ...filingOperations,
  ...filingExportOperations,
  ...verificationOperations,
  ...paperOperations,
  ...migrationOperations,
  ...confirmationOperations,
  ...conflictOperations,
  ...mediationOperations,
  ...blacklistOperations,
  ...forcedOperations,
  ...hollowOperations,
  ...registerOperations,
  ...servedAccessOperations,
  ...personalDataOperations,
  ...ownDataOperations,
  ...administrationOperations,
  ...deliveryOperations,
  ...organisationOperations,
  ...ruleDataOperations,
  ...auditOperations,
  ...receiptOperations,
})

export type Operations = typeof operations
export type OperationId = keyof Operations

type Part<Schema> = Schema extends z.ZodUndefined ? undefined : Schema extends z.ZodType ? z.input<Schema> : undefined

export type ParamsOf<Id extends OperationId> = Part<Operations[Id]['params']>
export type QueryOf<Id extends OperationId> = Part<Operations[Id]['query']>
export type BodyOf<Id extends OperationId> = Operations[Id] extends { bodyBytes: string } ? Uint8Array : Part<Operations[Id]['body']>
export type AnswerOf<Id extends OperationId> = Operations[Id]['answer'] extends z.ZodUndefined ? undefined : z.output<Operations[Id]['answer']>

/** Keys whose type is undefined may be left out. */
type Given<Shape> = { [Key in keyof Shape as Shape[Key] extends undefined ? never : Key]: Shape[Key] }
export type InputOf<Id extends OperationId> = Given<{ params: ParamsOf<Id>; query: QueryOf<Id>; body: BodyOf<Id> }>

export const operationIds = Object.keys(operations) as OperationId[]
export const findOperation = (id: OperationId): Operation => operations[id]
