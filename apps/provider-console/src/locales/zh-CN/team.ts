export const team = {
  title: '本单位人员',
  lead: '可以代表贵司办理备案的账号。人员入职、离职请联系安全管理员邀请或停用。',
  caption: '本单位人员',
  userName: '用户名',
  name: '姓名',
  state: '状态',
  states: { active: '在用', disabled: '已停用' },
  registered: '开通时间',
  lastLogOn: '最近登录',
  never: '从未登录',
  me: '（您）',
}
