export const forced = {
  title: '强制注销', lead: '本省强制注销的主体和服务，以及各接入商是否已停止接入并确认。', begin: '强制注销', back: '返回强制注销列表',
  begun: '不经主办者申请注销本省的主体或服务。先查找并核对将失效的内容，再填写原因和依据。立即生效，不能恢复。',
  caption: '强制注销记录', count: '共 {{total}} 条', empty: '本省还没有强制注销记录。', noneMatch: '没有符合条件的记录。', filters: '筛选强制注销', cuts: '停止接入',
  cutsOf: { open: '有接入商未确认', done: '全部已确认' },
  what: '注销内容', why: '原因和依据', when: '时间和经办人', providers: '接入商', withAll: '连同其下 {{count}} 项服务', subjectListed: '主体已列入黑名单', domainsListed: '域名已列入黑名单',
  nobodyServes: '没有接入', acknowledged: '{{number}}，{{at}} 确认', due: '{{number}}，{{on}} 前停止',
  search: '备案号或域名', searchHint: '主体或服务的备案号，或者域名；只查找本省的备案。', searchMissing: '请至少输入 2 个字符。', find: '查找', notFound: '本省没有这一备案。请核对备案号或域名。',
  cancelled: '已注销', nothingLeft: '该主体已注销，没有可以注销的内容。', choose: '注销什么', asked: '所查找的', wholeSubject: '整个主体',
  falls: {
    title: '将失效的内容', services: '失效的服务', number: '备案号', name: '名称', domain: '域名', providers: '接入商', subject: '主体备案号 {{number}} 失效。',
    certificate: { replaced: '电子证书重新签发，不再包含注销的服务。', cancelled: '电子证书失效，公共核验立即显示“已注销”。' },
    cut: '所列接入商须在 {{on}} 前停止接入并确认。', provisional: '暂定，当年工作日安排尚未公布', filing: '正在办理的{{kind}}（{{status}}）随之终止：', hollow: '主体 {{number}} 名下不再有服务，成为空壳主体。',
    owner: '立即通知主办者，告知原因、依据和异议途径；同时通知本省其他审核人员。', forGood: '备案号收回，不再分配，不能恢复。',
  },
  form: {
    title: '原因和依据', reason: '原因', ground: '依据', groundHint: '决定文书的文号和法律条款，主办者和接入商会看到，不超过 {{most}} 字。请勿填写个人信息。', listSubject: '将主体列入黑名单', listSubjectHint: '自今日起长期有效，由系统管理员解除。',
    listDomains: '将域名列入黑名单', typedNumber: '再次输入备案号', typedNumberHint: '请输入 {{number}} 以确认。', send: '强制注销',
  },
  lookAgain: '重新查看将失效的内容',
  changed: {
    title: '将失效的内容已有变化', text: '没有注销任何内容。请点击“{{button}}”核对最新内容；原因和依据会保留，备案号需要再次输入。',
    anew: '已显示最新的将失效的内容', anewText: '请核对，然后再次输入备案号。',
  },
  done: '{{number}} 已强制注销', doneText: '备案库、证书和公共查询已更新；接入商已收到停止接入的要求，主办者已收到通知。', toList: '查看接入商的确认情况',
}
