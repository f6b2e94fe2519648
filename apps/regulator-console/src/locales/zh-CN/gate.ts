export const gate = {
  title: '您的账号不能使用此页面',
  reviewer: '此页面只供通信管理局的审核人员使用。',
  operator: '此页面只供系统管理员使用。',
  'security-administrator': '此页面只供安全管理员使用。',
  'audit-administrator': '此页面只供审计管理员使用。',
  home: '返回首页',
}
