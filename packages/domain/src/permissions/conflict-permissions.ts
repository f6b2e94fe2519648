import { office, parties, type Permission } from './permission.js'

export const conflictPermissions = {
  listConflicts: parties('reviewer'),
  getConflictParty: parties('reviewer'),
  listHollow: parties('owner', 'reviewer'),
  clearHollow: parties('reviewer'),
  listBlacklist: office('operator'),
  addToBlacklist: office('operator'),
  liftFromBlacklist: office('operator'),
} as const satisfies Record<string, Permission>
