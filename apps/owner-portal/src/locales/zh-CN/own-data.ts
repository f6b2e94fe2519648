export const ownData = {
  title: '我的数据', lead: '本系统保存了关于您的哪些信息、谁看过，以及如何取得副本、更正和注销账号。', open: '我的数据', about: '导出个人信息、查看谁看过、更正，以及注销账号。',
  back: '返回我的账号', contents: '本页内容', problem: '请改正以下问题',
  export: {
    title: '导出副本',
    text: '一次取得两个文件：JSON（完整，便于转移）和 PDF（便于阅读）。包括账号、同意记录、登录设备、全部备案及其各个版本、备案库记录、消息以及查看记录。',
    warning: '文件中的证件号码、电话和邮箱未作遮挡，请妥善保存。导出后会通过短信和邮件告知您。',
    code: '验证码', codeHint: '与发送到您手机和邮箱的相同，6 位数字。', codeMissing: '请填写验证码',
    act: '导出', busy: '正在汇集…', done: '文件已下载。', doneText: '如未开始下载，请使用下面的按钮。', json: '下载 JSON', pdf: '下载 PDF',
  },
  reads: {
    title: '谁看过我的信息', text: '接入服务提供者或通信管理局查看您备案中被遮挡的证件号码、电话或邮箱时，须说明用途，并记录在此。', none: '还没有人查看过您被遮挡的信息。',
    at: '时间', reader: '查看单位', field: '字段', reason: '用途', filing: '备案', total: '共 {{count}} 次',
  },
  correct: {
    title: '更正', contacts: '手机号码和电子邮件地址：', contactsLink: '在我的账号中更换',
    filings: '已提交的备案：打开该备案，选择“请求修改”，由接入服务提供者更正。', filingsLink: '查看我的备案',
    identity: '账号上的姓名和证件不能直接修改：它们与您的备案一一对应。如有变化，请先注销账号，再以新的证件重新注册。',
  },
  closure: {
    title: '注销账号', lead: '注销后不能恢复。用户名、手机号码、邮箱和证件可以再次用于注册。',
    notYet: '现在还不能注销', subject: '主体 {{name}}（{{number}}）仍然有效：', subjectLink: '先申请注销主体', filing: '备案 {{reference}}（{{status}}）尚未办结：', filingLink: '查看或撤销',
    erased: '立即删除', kept: '依法保留并锁定', drafts: '{{count}} 份草稿将随账号一并删除。',
    code: '注销验证码', codeHint: '与发送到您手机和邮箱的相同，6 位数字。', codeMissing: '请填写注销验证码',
    act: '注销账号', busy: '正在注销…', confirmTitle: '注销账号？', confirmText: '您的姓名、证件、手机号码、邮箱、草稿和消息将立即删除，并退出所有设备。此操作不能撤销。', tick: '我明白注销后不能恢复', keep: '保留账号',
  },
  closed: { title: '账号已注销', text: '您的个人信息已经删除；依法须保存的备案档案仍然保留并锁定。确认通知已发送到原来的手机和邮箱。', again: '如需再次备案，可以用同样的手机号码、邮箱和证件重新注册。', home: '返回首页' },
}
