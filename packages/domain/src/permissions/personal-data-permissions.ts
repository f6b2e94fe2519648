import { parties, type Permission, self } from './permission.js'

export const personalDataPermissions = {
  revealField: parties('owner', 'provider', 'reviewer'),
  listOwnReads: self('owner'),
  exportOwnData: self('owner'),
  getClosure: self('owner'),
  closeAccount: self('owner'),
} as const satisfies Record<string, Permission>
