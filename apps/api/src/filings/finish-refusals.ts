import { Refusal, subjectHasOpenFiling } from '@icp/domain'

/** One open filing per subject, nationwide (machine code 1017). The other one is not named: it may be a stranger's. */
export const subjectBusy = (): Refusal => {
  const finding = subjectHasOpenFiling('')
  return new Refusal('conflict', '1017', finding.text, { findings: [finding] })
}

/** The receiving subject has another filing on its way, which came first. */
export const receiverBusy = (): Refusal => {
  const finding = subjectHasOpenFiling('receivingNumber')
  return new Refusal('conflict', '1017', finding.text, { findings: [finding] })
}
