import { open, parties, type Permission, step } from './permission.js'

export const filingPermissions = {
  listFilings: parties('owner', 'provider', 'reviewer'),
  exportFilings: parties('provider', 'reviewer'),
  getFigures: parties('provider', 'reviewer'),
  createFiling: parties('owner'),
  getFiling: parties('owner', 'provider', 'reviewer'),
  getRevision: parties('owner', 'provider', 'reviewer'),
  saveDraft: parties('owner'),
  discardDraft: step('discard'),
  finishFiling: step('finish'),
  withdrawFiling: step('withdraw'),
  openCorrectionRequest: step('open-correction-request'),
  declineCorrectionRequest: step('decline-correction-request'),
  correctFiling: step('correct'),
  passFiling: step('pass'),
  refuseFiling: step('refuse'),
  approveFiling: step('approve'),
  returnFiling: step('return'),
  getConfirmation: open('link'),
  confirm: { ...open('link'), action: 'confirm' },
  resendConfirmationCode: { ...open('link'), action: 'resend-code' },
} as const satisfies Record<string, Permission>
