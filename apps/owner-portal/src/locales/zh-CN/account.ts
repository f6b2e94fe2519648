export const account = { title: '我的账号', data: '账号资料', registeredAt: '注册时间', acceptances: '同意记录', document: '文件', version: '版本', acceptedAt: '同意时间', newVersion: '该文件已更新（{{version}}），请阅读并同意后继续。' }
