import type { Filing } from '../filing/filing.js'
import type { FilingKind } from '../filing/kind.js'
import { applyCancelAccess, applyCancelService, applyCancelSubject } from './apply-cancellation.js'
import { applyChange, applyNewAccess, applyNewService, applyNewSubject } from './apply-registration.js'
import type { RegisterRecord } from './register.js'
import type { Allocation, Apply, RegisterChange } from './register-change.js'

const applyTable: Readonly<Record<Exclude<FilingKind, 'migrate-service'>, Apply>> = {
  'new-subject': applyNewSubject,
  'new-service': applyNewService,
  'new-access': applyNewAccess,
  change: applyChange,
  'cancel-access': applyCancelAccess,
  'cancel-service': applyCancelService,
  'cancel-subject': applyCancelSubject,
}

/** What the register holds of the one subject after this approval; a migration is about two (`applyMigration`). Refuses when the register has moved on since the filing was finished. */
export const applyApproval = (filing: Filing, record: RegisterRecord, allocation: Allocation): RegisterChange => {
  if (filing.kind === 'migrate-service') throw new Error(`filing ${filing.id} is about two subjects`)
  return applyTable[filing.kind](filing, record, allocation)
}
