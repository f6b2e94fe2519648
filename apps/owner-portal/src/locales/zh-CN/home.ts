export const home = {
  title: 'ICP备案管理系统',
  lead: '在中国内地提供网站服务，须先办理备案，取得备案号后方可开通。在这里提交备案、查询进度、下载电子证书。',
  newOwner: { title: '新网站主办者', text: '首次使用，请先注册账号。注册约需五分钟，请准备好证件、手机和邮箱。', register: '注册' },
  knownOwner: { title: '已有账号', text: '登录后填写备案信息、查询进度、请求修改、下载电子证书或申请注销。' },
  signedIn: { title: '{{name}}，您好', text: '您已登录，可以继续办理备案。', go: '进入我的备案' },
  query: {
    title: '公共查询',
    label: '域名、备案号或主办者名称',
    hint: '例如 example.com、京ICP备2026000001号、某某有限公司',
    go: '查询',
    short: '请至少输入两个字符。',
    verify: '核验电子证书',
  },
  steps: {
    title: '备案怎样办理',
    fill: { title: '填写并完成', text: '您填写主体、网站和接入信息，核对后点击“完成”，信息随即锁定。' },
    verify: { title: '接入商核实', text: '接入服务提供者核实信息；需要更正的由其修改并说明理由。' },
    confirm: { title: '短信核验', text: '负责人在 24 小时内输入短信验证码，确认最终内容。' },
    review: { title: '管局审核', text: '主体所在省通信管理局在 20 个工作日内审核。' },
    number: { title: '备案号与证书', text: '通过后立即获得备案号和可核验的电子证书。' },
  },
  consoles: { title: '其他用户', provider: '接入服务提供者登录', administration: '通信管理局登录' },
}
