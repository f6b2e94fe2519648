import { office, parties, type Permission } from './permission.js'

export const conflictPermissions = {
  listConflicts: parties('reviewer'),
  getConflictParty: parties('reviewer'),
  askMediation: parties('owner'),
  listFilingMediations: parties('owner'),
  withdrawMediation: parties('owner'),
  listMediations: parties('reviewer'),
  answerMediation: parties('reviewer'),
  listHollow: parties('owner', 'reviewer'),
  clearHollow: parties('reviewer'),
  findForcible: parties('reviewer'),
  previewForced: parties('reviewer'),
  cancelByForce: parties('reviewer'),
  listForcedCancellations: parties('reviewer'),
  listCutOrders: { callers: { provider: 'ordered' } },
  acknowledgeCuts: { callers: { provider: 'ordered' } },
  listBlacklist: office('operator'),
  addToBlacklist: office('operator'),
  liftFromBlacklist: office('operator'),
} as const satisfies Record<string, Permission>
