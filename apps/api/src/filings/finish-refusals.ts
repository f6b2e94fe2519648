import { Refusal, subjectHasOpenFiling } from '@icp/domain'
import { findDatabaseFault } from '../platform/sqlstate.js'

/** One open filing per subject, nationwide (machine code 1017). The other one is not named: it may be a stranger's. */
export const subjectBusy = (): Refusal => {
  const finding = subjectHasOpenFiling('')
  return new Refusal('conflict', '1017', finding.text, { findings: [finding] })
}

/** For a `catch`: the database's own word that another filing of the subject was finished first. */
export const busyInstead = (error: unknown): never => {
  throw findDatabaseFault(error)?.constraint === 'filings_one_open_per_subject' ? subjectBusy() : error
}

/** The receiving subject has another filing on its way, which came first. */
export const receiverBusy = (): Refusal => {
  const finding = subjectHasOpenFiling('receivingNumber')
  return new Refusal('conflict', '1017', finding.text, { findings: [finding] })
}
