export const progress = {
  findings: '审核时将核对的内容',
  title: '备案进度查询', lead: '每份备案到了哪一步、由谁办理、还有多久。', query: '受理编号、备案号、名称或域名', queryHint: '例如 BA20261123-000001 或 京ICP备2026000001号', go: '查询', clear: '清除', none: '还没有备案。', noneFound: '没有符合条件的备案。请检查编号，或清除条件。',
  one: '进度：{{reference}}', browse: '浏览信息', approved: '已通过，备案号 {{number}}', certificate: '电子证书', now: '目前', stages: '办理阶段', confirmations: '短信核验', providers: '接入商核实情况', decisions: '审核意见', acts: '您可以', askThere: '在信息浏览中查看全部内容并请求修改', history: '办理记录',
  onScreen: { title: '短信平台尚未启用，核验链接和验证码直接显示在这里', why: '短信平台启用后，本提示将取消，验证码只发送到负责人手机。', code: '验证码', open: '以{{name}}的身份核验' },
}
