export const confirm = {
  title: '短信核验', lead: '您是备案所列的负责人。请核对最终内容，并在 24 小时内完成核验。', asked: '请{{name}}核验', covers: '核验范围', until: '截止时间', corrected: '主办者提交后，接入商修改了以下内容', answer: '核验',
  consent: '核验通过即表示您同意上述最终内容，包括接入商的修改。',
  fields: { code: { label: '短信验证码', hint: '短信中的 6 位数字。' }, mobile: { label: '手机号码', hint: '接收短信的手机：{{mobile}}' }, lastSix: { label: '证件号码后六位', hint: '最后一位可能是 X。' } },
  missing: { code: '请输入验证码。', mobile: '请输入手机号码。', lastSix: '请输入证件号码后六位。' },
  triesLeft: '还可尝试 {{count}} 次；用完后备案将退回接入商。', confirm: '确认核验', confirming: '正在核验…', resend: '重发验证码（剩 {{count}} 次）', othersWaiting: '您的核验已完成，还需等待其他 {{count}} 位负责人核验。',
  states: {
    waiting: { title: '等待核验', text: '' }, confirmed: { title: '核验已完成', text: '备案 {{reference}} 已提交通信管理局审核。' }, expired: { title: '核验已超时', text: '备案 {{reference}} 已退回接入服务提供者，重新核实后您会收到新的短信。' },
    closed: { title: '该核验已结束', text: '备案 {{reference}} 已不在核验阶段，此链接不再有效。' },
  },
}
