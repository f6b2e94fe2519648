import { open, parties, type Permission } from './permission.js'

export const registerPermissions = {
  searchProviders: { callers: { owner: 'anyone', provider: 'anyone', reviewer: 'anyone', 'security-administrator': 'anyone' } },
  listOwnRecords: parties('owner'),
  listCertificates: parties('reviewer'),
  downloadCertificate: parties('owner', 'reviewer'),
  lookUp: open(),
  verifyByCode: open(),
  getCertificateStatement: open(),
  verifyPdf: open(),
} as const satisfies Record<string, Permission>
