import { office, open, type Permission } from './permission.js'

export const administrationPermissions = {
  getSite: open(),
  getReadiness: open(),
  getOpenApi: open(),
  getSwitches: office('operator'),
  setSwitches: office('operator'),
  listMessages: office('operator'),
  resendMessage: office('operator'),
  getDelivery: office('operator'),
  setSmsBudget: office('operator'),
} as const satisfies Record<string, Permission>
