export const lostPhones = {
  title: '手机更换担保',
  lead: '以下主办者在贵单位有有效接入，原手机已无法使用。核实本人后可以为其担保，新号码立即生效；不担保的，72 小时后自动生效，除非本人停止。',
  none: '目前没有等待担保的申请',
  owner: '账号姓名', subjects: '主体', mobile: '新号码', asked: '申请时间', due: '自动生效时间', act: '操作',
  vouch: '担保', vouchFor: '为{{owner}}担保', vouching: '正在提交…', cancel: '取消', close: '关闭',
  problem: '请改正以下问题',
  what: '担保后新号码立即成为该账号的手机号码。您的姓名、单位和核实方式会被记录并通知主办者。',
  way: '核实方式', wayMissing: '请选择核实方式',
  number: '主办者报出的新号码', numberHint: '请让本人说出完整的新号码后输入，系统与申请的 {{mobile}} 核对；不一致的不要担保。', numberMissing: '请输入主办者报出的新号码',
  done: '已为 {{owner}} 担保，新号码已生效。',
  gone: '{{owner}} 的申请已停止或新号码已生效，无需担保；未作任何更改。',
}
