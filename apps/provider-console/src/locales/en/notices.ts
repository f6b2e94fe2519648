import type { notices as original } from '../zh-CN/notices.js'

export const notices: typeof original = {
  title: 'Messages',
  lead: 'Notices about filings that concern you.',
  empty: 'There are no messages yet.',
  list: 'Messages',
  unread: 'Unread',
  read: 'Read',
  open: 'Open the filing',
  markRead: 'Mark all as read',
  marking: 'Working…',
}
