import type { MenuNode } from '@icp/app-shell'
import { paths } from './paths.js'

export const menu: readonly MenuNode[] = [
  { id: 'board', label: { zh: '工作台', en: 'Work board' }, href: paths.board },
  { id: 'queue', label: { zh: '待办队列', en: 'Queue' }, href: paths.queue },
  { id: 'cancellations', label: { zh: '注销申请', en: 'Cancellations' }, href: paths.cancellations },
  { id: 'closed', label: { zh: '已办结', en: 'Closed filings' }, href: paths.closed },
  { id: 'team', label: { zh: '本单位人员', en: 'Team' }, href: paths.team },
  {
    id: 'notices', label: { zh: '消息', en: 'Messages' }, href: paths.notices,
    count: (me) => ({ value: me.unreadNotices, label: { zh: '未读', en: 'unread' } }),
  },
]
