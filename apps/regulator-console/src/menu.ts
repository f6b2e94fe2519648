import type { MenuNode } from '@icp/app-shell'
import { AdministratorRole } from '@icp/domain'
import { paths } from './paths.js'

const reviewer = ['reviewer'] as const
const operator = ['operator'] as const
const security = ['security-administrator'] as const
const administrators = AdministratorRole.options

export const menu: readonly MenuNode[] = [
  { id: 'dashboard', label: { zh: '概览', en: 'Dashboard' }, href: paths.home, roles: reviewer },
  { id: 'queue', label: { zh: '审核队列', en: 'Province queue' }, href: paths.queue, roles: reviewer },
  { id: 'filings', label: { zh: '全部备案', en: 'All filings' }, href: paths.filings, roles: reviewer },
  { id: 'certificates', label: { zh: '已发电子证书', en: 'Issued certificates' }, href: paths.certificates, roles: reviewer },
  {
    id: 'notices', label: { zh: '消息', en: 'Notices' }, href: paths.notices, roles: ['reviewer', ...administrators],
    count: (me) => ({ value: me.unreadNotices, label: { zh: '未读', en: 'unread' } }),
  },
  { id: 'switches', label: { zh: '系统开关', en: 'Switches' }, href: paths.switches, roles: operator },
  { id: 'messages', label: { zh: '短信与邮件', en: 'Message outbox' }, href: paths.messages, roles: operator },
  { id: 'accounts', label: { zh: '账号', en: 'Accounts' }, href: paths.accounts, roles: security },
  { id: 'invitations', label: { zh: '邀请', en: 'Invitations' }, href: paths.invitations, roles: security },
  { id: 'requests', label: { zh: '待复核', en: 'Second person' }, href: paths.requests, roles: administrators },
]
