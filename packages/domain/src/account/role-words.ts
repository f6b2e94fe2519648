import type { Bilingual } from '../bilingual.js'
import type { AccountRole } from './role.js'

/** What one account's role is called: on every screen, in mails and in lists. */
export const roleWords: Readonly<Record<AccountRole, Bilingual>> = {
  owner: { zh: '网站主办者', en: 'Website owner' },
  provider: { zh: '接入商人员', en: 'Provider staff' },
  reviewer: { zh: '审核人员', en: 'Reviewer' },
  operator: { zh: '系统管理员', en: 'Operator' },
  'security-administrator': { zh: '安全管理员', en: 'Security administrator' },
  'audit-administrator': { zh: '审计管理员', en: 'Audit administrator' },
}
