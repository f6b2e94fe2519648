export const notices = {
  title: '消息',
  lead: '与本局有关的备案通知。',
  empty: '还没有消息。',
  list: '消息列表',
  unread: '未读',
  read: '已读',
  open: '打开备案',
  markRead: '全部标为已读',
  marking: '正在处理…',
}
