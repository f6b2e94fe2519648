export const gate = {
  title: '您的账号不能使用此页面',
  reviewer: '此页面只供通信管理局的审核人员使用。',
  operator: '此页面只供系统运维人员使用。',
  home: '返回首页',
}
