export const browsing = {
  title: '信息浏览', lead: '已提交的备案信息，只能浏览。', none: '还没有已提交的备案。', one: '备案 {{reference}}', reference: '受理编号', kind: '备案类型', subject: '主办者', websites: '网站', status: '状态', finishedAt: '提交时间',
  progress: '查看进度', lockedTitle: '这份备案已锁定，不能再录入', lockedWhy: '点击“完成”后，只有接入服务提供者能修改。需要更正时，请在这里提出修改请求。',
  about: '基本情况', version: '版本', versionN: '第 {{n}} 版', cause: { finish: '主办者提交', correct: '接入商修改' }, numbers: '备案号', olderTitle: '您正在浏览第 {{n}} 版', olderText: '这不是当前版本。', requests: '修改请求', corrections: '接入商修改记录', decisions: '审核意见', falls: '注销影响', history: '办理记录',
  onlyProvider: '您不能直接修改。需要更正时，请指明字段和理由，由接入服务提供者修改。', redraft: '用其内容开始新的草稿', withdrawTitle: '撤销这份申请？', withdrawConfirm: '撤销申请', keep: '不撤销',
  withdrawText: '撤销后办理终止，不能恢复；您可以用其内容开始新的草稿。',
  papersLead: '已提交的材料。备案锁定期间，核验中的接入商可以更换材料，并会告知您原因。', papersReturned: '备案已被退回，您可以更换或补充材料。',
  request: {
    title: '请求接入商修改', fields: '需要修改的字段', fieldsHint: '接入商只能修改您选中的字段。', provider: '请哪家接入商修改', providerHint: '选中的字段有多家接入商可以修改。', choose: '请选择', reason: '理由和正确内容',
    reasonHint: '写明哪里不对、应改成什么。', noFields: '请至少选择一个字段。', nobody: '没有一家接入商能修改全部选中的字段，请分开请求。', noProvider: '请选择接入商。', noReason: '请填写理由。', sending: '正在发送…', send: '发送请求',
  },
}
