import type { AccountRole, Bilingual } from '@icp/domain'

/** What mails call a role. */
export const roleWords: Readonly<Record<AccountRole, Bilingual>> = {
  owner: { zh: '网站主办者', en: 'website owner' },
  provider: { zh: '接入服务提供者工作人员', en: 'staff of an access provider' },
  reviewer: { zh: '通信管理局审核人员', en: 'reviewer of an administration' },
  operator: { zh: '系统管理员', en: 'operator (system administrator)' },
  'security-administrator': { zh: '安全管理员', en: 'security administrator' },
  'audit-administrator': { zh: '审计管理员', en: 'audit administrator' },
}
