export const migration = {
  title: '迁移网站', lead: '把一个已备案的网站交给另一个主体。双方同意后，经接入商核实、负责人短信核验和管局审核，网站归到接收主体名下。',
  which: '要迁移的网站', whichHint: '一次迁移一个网站。APP、小程序、快应用和没有接入的网站不能迁移，未列出。', where: '接收方和域名',
  receiving: '接收主体备案号', receivingHint: '向接收方索取，例如 京ICP备2026000001号，不带“-1”。为保护对方信息，系统不显示该备案号属于谁；填错时对方不会收到。',
  domain: '我声明：域名 {{domain}} 已过户至接收主体，并完成实名认证。', domainHint: '管局审核时会核对域名持有者。', note: '说明', noteHint: '选填；接收方、接入商和管局都能看到。',
  propose: '提出迁移', sending: '正在提交……', keep: '暂不提交', confirmTitle: '提出迁移这个网站？', confirmText: '“{{name}}”（{{number}}）将请 {{receiver}} 的主办者接收。提交后内容锁定；在管局审核之前您可以撤销。',
  lastTitle: '这是该主体的最后一个网站', lastText: '迁走后主体保留备案号，但成为空壳主体，可能被管局清理，电子证书终止。',
  follows: {
    title: '审核通过之后', numberEnds: '备案号 {{number}} 终止，不再使用；公共查询会指明网站的新备案号。', numberNew: '网站归到您的主体名下，使用您主体的下一个备案号；原备案号 {{number}} 终止。',
    accesses: '接入不变，网站不中断；接入商会与新主办者办理手续。', certificate: '您的电子证书将重新签发，不再包含这个网站。', certificateEnds: '您的电子证书终止，因为名下不再有网站。', certificateReceiving: '您的电子证书将重新签发，包含这个网站。',
    person: '网站负责人改为接收主体的负责人，之后可以申请变更。', duty: '您对网站内容负责，并须在首页底部换上新备案号。',
  },
  answer: {
    title: '请您答复', text: '“{{giver}}”请您的主体（{{receiver}}）接收网站“{{name}}”（{{domain}}）。', agreeTitle: '同意接收这个网站？', agreeText: '同意后由接入商核实，双方负责人短信核验，再由管局审核。进入审核之前您仍可撤销。',
    tick: '域名 {{domain}} 已在我主体名下，我愿意对该网站负责。', notYet: '再想想', declineTitle: '不同意接收', declineText: '网站“{{name}}”仍归“{{giver}}”，备案号不变。对方会看到您填写的原因。', reason: '原因', reasonHint: '例如：域名尚未过户。', noReason: '请填写不同意的原因。',
  },
  sides: '双方主体', asked: '请您接收', askedBy: '“{{giver}}”请您的主体接收这个网站，请在 {{at}} 前答复。', see: '查看并答复', incoming: '迁入', approved: '迁移完成，新备案号 {{numbers}}', movedTo: '已迁移，新备案号 {{number}}',
}
