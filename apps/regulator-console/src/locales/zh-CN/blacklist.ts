export const blacklist = {
  title: '备案黑名单',
  lead: '名单内的主体和域名不能备案。域名在填写时即提示；主体只在提交时提示，且不说明原因。记录不能删除，只能解除；解除或到期 90 天后抹去证件号码。',
  add: '列入黑名单', enter: '列入', caption: '黑名单记录', count: '共 {{total}} 条', empty: '黑名单中还没有记录。', noneMatch: '没有符合条件的记录。',
  filters: '筛选黑名单', search: '查找', searchHint: '域名的一部分',
  erased: '证件号码已按保存期限抹去',
  kinds: { subject: '主体', domain: '域名' },
  standings: { planned: '尚未生效', 'in-force': '生效中', over: '已到期', lifted: '已解除' },
  fields: {
    kind: '类型', certificateType: '证件类型', certificateNumber: '证件号码', domain: '域名', domainHint: '独立域名，例如 example.com。', reason: '列入原因', reasonHint: '只有系统管理员能看到。请勿填写个人信息。',
    source: '依据文件', sourceHint: '例如处罚决定书的文号。', validFrom: '生效日期', validUntil: '截止日期', validUntilHint: '长期有效的留空。',
  },
  who: '主体或域名', why: '原因和依据', days: '期限', standing: '状态', by: '经办人', act: '操作',
  from: '自 {{from}} 起', fromTo: '{{from}} 至 {{until}}', addedBy: '{{name}} 列入', liftedBy: '{{name}} 解除',
  lift: '解除', liftOf: '解除：{{what}}', liftMeans: '解除后可以重新备案。解除记入审计日志，记录保留。',
  done: { add: '已列入黑名单。', lift: '已解除。' },
}
