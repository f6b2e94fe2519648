export const hollow = {
  title: '空壳清理',
  lead: '没有接入的网站、APP、小程序和快应用是空壳，名下没有任何一项的主体是空壳主体。主办者已得到通知满 {{days}} 日、且没有备案正在办理的，可以清理；清理后备案号失效，不再分配。',
  caption: '空壳主体和服务', count: '共 {{total}} 条', empty: '本省没有空壳主体和服务。', noneMatch: '没有符合条件的记录。',
  kind: '类型', kinds: { service: '空壳服务（网站、APP 等）', subject: '空壳主体' }, hollowOne: '空壳{{what}}',
  what: '服务或主体', since: '成为空壳', told: '通知主办者', standing: '状态', until: '可清理时间',
  standings: { found: '待通知', told: '已通知，等待中', stopped: '有备案在办理', due: '可以清理' },
  notTold: '尚未通知',
  choose: '选择', chooseOf: '选择：{{number}}', chooseAll: '选择本页所有可清理的', clearChosen: '清理所选（{{count}}）',
  filters: '筛选空壳', confirm: {
    title: '清理所选的 {{count}} 条', text: '以下备案号将失效，不再分配；电子证书随之作废或重新签发，主办者会得到通知。清理后不能撤销。', list: '将失效的备案号', button: '确认清理',
  },
  result: { title: '清理结果', caption: '每条的清理结果', cleared: '已清理', refused: '未清理', gone: '已不在列表中', number: '备案号', outcome: '结果', text: '说明', ended: '{{numbers}} 已失效' },
}
