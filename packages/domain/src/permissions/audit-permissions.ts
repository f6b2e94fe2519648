import { office, open, parties, type Permission } from './permission.js'

export const auditPermissions = {
  getLatestCheckpoint: open(),
  listCheckpoints: office('audit-administrator'),
  searchAuditEntries: office('audit-administrator'),
  startVerification: office('audit-administrator'),
  getVerification: office('audit-administrator'),
  downloadAuditExport: office('audit-administrator'),
  getBreachScope: office('audit-administrator'),
  getReceipt: parties('owner'),
  checkReceipt: open(),
} as const satisfies Record<string, Permission>
