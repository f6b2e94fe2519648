export const mediations = {
  title: '冲突协调',
  lead: '草稿因与他人备案冲突而不能提交的主办者，可以请对方所在省的通信管理局协调。您可以看到双方；申请人只知道存在冲突和您的答复，对方只在您选择通知时收到不含申请人信息的核对提示。查看已记入审计日志。',
  caption: '请求协调的冲突', count: '共 {{total}} 条', empty: '没有请求协调的冲突。', noneMatch: '没有符合条件的请求。', filters: '筛选协调请求', state: '状态',
  what: '冲突内容', applicant: '申请人', holder: '对方', reason: '申请理由', stands: '状态',
  asked: '{{at}} 提出', begun: '草稿建于 {{at}}', inForce: '备案于 {{at}}', finished: '提交于 {{at}}', changed: '最近变动 {{at}}', rule: '规则 {{rule}}', first: '在先', gone: '对方已不存在',
  see: '查看对方备案', seeOf: '查看对方备案：{{number}}', hollow: '前往空壳清理',
  answer: '答复', answerOf: '答复关于{{what}}的冲突', otherProvince: '由{{province}}通信管理局答复', told: '已通知对方核对',
  window: {
    text: '答复会发送给申请人。请勿写入对方的名称或个人信息。', outcome: '处理结果', missingOutcome: '请选择处理结果。', words: '答复', hint: '不超过 {{most}} 字，申请人可以看到。', missing: '请填写答复。',
    tell: '通知对方核对备案', tellHint: '对方只被请求核对备案是否属实，不知道是谁提出。', confirm: '发送答复', close: '关闭',
  },
  done: '答复已发送。',
}
