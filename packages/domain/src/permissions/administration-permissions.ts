import { office, open, type Permission } from './permission.js'

export const administrationPermissions = {
  getSite: open(),
  getReadiness: open(),
  getOpenApi: open(),
  getSwitches: office('operator'),
  setSwitches: office('operator'),
  listMessages: office('operator'),
  listAccounts: office('security-administrator'),
} as const satisfies Record<string, Permission>
