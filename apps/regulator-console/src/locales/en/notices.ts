import type { notices as original } from '../zh-CN/notices.js'

export const notices: typeof original = {
  title: 'Notices',
  lead: 'Notices about filings of your province.',
  empty: 'There are no notices yet.',
  list: 'Notices',
  unread: 'Unread',
  read: 'Read',
  open: 'Open the filing',
  markRead: 'Mark all as read',
  marking: 'Working…',
}
