import { open, parties, type Permission } from './permission.js'

export const registerPermissions = {
  searchProviders: { callers: { owner: 'anyone', provider: 'anyone', reviewer: 'anyone', 'security-administrator': 'anyone' } },
  listOwnRecords: parties('owner'),
  listServedAccesses: { callers: { provider: 'access' } },
  endAccess: { callers: { provider: 'access' }, action: 'end-access' },
  listCertificates: parties('reviewer'),
  downloadCertificate: parties('owner', 'reviewer'),
  lookUp: open(),
  verifyByCode: open(),
  getCertificateStatement: open(),
  getRevokedSigners: open(),
  verifyPdf: open(),
} as const satisfies Record<string, Permission>
