export const certificate = {
  title: '电子证书下载', lead: '备案通过后即可下载带数字签名的电子证书；扫描二维码可核验。', list: '证书版本', version: '第 {{n}} 版', states: { current: '有效', replaced: '已被新版替换', cancelled: '已注销' },
  issued: '签发于 {{at}}', ended: { replaced: '于 {{at}} 被替换', cancelled: '于 {{at}} 注销' }, code: '核验码', signed: '含数字签名，任何改动都会被发现', download: '下载 PDF', downloading: '正在下载…', check: '在公开页面核验',
  snippet: { title: '首页底部备案号', text: '请在网站首页底部放置备案号并链接到工信部网站。', copy: '复制代码' },
  within: { title: '应用内备案号', text: '请在 APP、小程序或快应用的“设置”或“关于”等显著位置标明备案号。', copy: '复制备案号' },
}

export const notYet = {
  title: '审核通过后才能使用', nothing: '您还没有备案。备案审核通过后，可在这里下载电子证书、申请注销主体或网站。', enter: '录入备案信息',
  running: '备案 {{reference}} 目前为“{{status}}”。审核通过后，本功能自动开通。', closed: '备案 {{reference}} 的结果为“{{status}}”，本功能未开通。', reason: '理由：{{reason}}', cancelled: '您的备案已注销。需要再次开办网站的，请重新备案。',
}
