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
  listKeptProviders: office('operator'),
  getKeptProvider: office('operator'),
  addProvider: office('operator'),
  changeProvider: office('operator'),
  suspendProvider: office('operator'),
  resumeProvider: office('operator'),
  listAdministrations: office('operator'),
  changeAdministration: office('operator'),
} as const satisfies Record<string, Permission>
