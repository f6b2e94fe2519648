import type { MenuNode } from '@icp/app-shell'
import { paths } from './paths.js'

export const menu: readonly MenuNode[] = [
  { id: 'board', label: { zh: '工作台', en: 'Work board' }, href: paths.board, allowed: 'getFigures' },
  { id: 'queue', label: { zh: '待办队列', en: 'Queue' }, href: paths.queue, allowed: 'passFiling' },
  { id: 'cancellations', label: { zh: '注销申请', en: 'Cancellations' }, href: paths.cancellations, allowed: 'passFiling' },
  { id: 'closed', label: { zh: '已办结', en: 'Closed filings' }, href: paths.closed, allowed: 'listFilings' },
  { id: 'served', label: { zh: '我的接入', en: 'Accesses in force' }, href: paths.served, allowed: 'listServedAccesses' },
  { id: 'cuts', label: { zh: '待停止接入', en: 'Services to cut' }, href: paths.cuts, allowed: 'acknowledgeCuts' },
  { id: 'lost-phones', label: { zh: '手机更换担保', en: 'Lost phones' }, href: paths.lostPhones, allowed: 'vouchForPhone' },
  { id: 'team', label: { zh: '本单位人员', en: 'Team' }, href: paths.team, allowed: 'listTeam' },
  {
    id: 'notices', label: { zh: '消息', en: 'Messages' }, href: paths.notices, allowed: 'listNotices',
    count: (me) => ({ value: me.unreadNotices, label: { zh: '未读', en: 'unread' } }),
  },
]
