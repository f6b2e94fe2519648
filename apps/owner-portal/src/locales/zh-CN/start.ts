export const pages = { label: '分页', previous: '上一页', next: '下一页', page: '第 {{page}} 页' }

export const start = {
  title: '我的备案', lead: '您的备案记录和正在办理的申请。', enter: '录入备案信息', records: '备案记录', filings: '备案申请', none: '您还没有备案。先准备好资料，再开始录入。',
  unnamed: '尚未填写名称', savedAt: '上次保存 {{at}}，草稿保留至 {{day}}', urged: '已催办', since: '自 {{at}} 起。', openRequests: '{{count}} 个修改请求待处理', resume: '继续填写', progress: '查看进度', browse: '浏览信息',
  inForce: '有效', cancelledOn: '已于 {{on}} 注销', approvedOn: '{{on}} 审核通过', websites: '网站', number: '备案号', name: '名称', domain: '域名', state: '状态', certificate: '电子证书', file: '新增、变更或注销', discardTitle: '删除草稿？', discardText: '草稿及其填写的内容将被删除，不能恢复。',
  forced: { title: '「{{name}}」（{{number}}）已被管局强制注销', when: '于 {{at}} 强制注销。', why: '原因：{{reason}}。', ground: '依据：{{ground}}。' },
  hollow: {
    service: '{{what}}「{{name}}」（{{number}}）已没有接入，是空壳{{what}}', subject: '主体「{{name}}」（{{number}}）名下已没有网站、APP 等服务，是空壳主体',
    found: '自 {{since}} 起。省通信管理局将通知您；通知满 {{days}} 日后可以清理，备案号失效且不再分配。', told: '请在 {{until}} 前处理；逾期省通信管理局可以清理，备案号失效且不再分配。',
    stopped: '您有备案正在办理，期限暂停计算。', due: '期限已过，省通信管理局随时可以清理，备案号失效且不再分配。',
    fill: { service: '如要保留，请办理新增接入。', subject: '如要保留，请为其新增网站、APP、小程序或快应用；所在省要求先注销的，清理后再办理首次备案。' }, file: '去办理',
  },
  need: {
    title: '需要准备的资料', subject: '主体证件：名称、号码、住所和有效期（企业为营业执照，个人为身份证）。', person: '主体负责人和网站负责人的证件信息、手机、应急电话和邮箱。',
    websites: '每个网站的名称、域名和首页网址；域名应已实名认证。', access: '接入商的名称、接入方式、服务器所在地和 IP 地址。', phone: '负责人的手机：核实通过后 24 小时内需完成短信核验。',
  },
}

export const finder = {
  title: '您要办理什么？', lead: '选择要做的事，系统会告诉您属于哪类备案、之后如何办理、需要多久。', which: '备案记录', wish: '关于 {{number}}，您要：',
  anotherSubject: '为另一个单位或个人备案', anotherSubjectHint: '首次备案：另一个主体，有自己的证件和备案号。',
  way: '提交之后', notNow: '现在不能办理', goOn: '继续', begin: '开始填写', websites: '为哪些网站增加接入', noWebsite: '请至少选择一个网站。',
}
