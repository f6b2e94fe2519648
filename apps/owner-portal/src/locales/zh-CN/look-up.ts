export const lookUp = {
  title: '公共查询', lead: '查询网站、APP、小程序或快应用是否已备案。', read: { domain: '按域名查询：{{text}}', number: '按备案号查询：{{text}}', package: '按包名或域名查询：{{text}}', name: '按名称查询：{{text}}' }, none: '没有查到“{{text}}”的备案。', results: '查询结果', back: '上一页', more: '下一页',
  inForce: '有效', cancelledOn: '已于 {{on}} 注销', movedOn: '已于 {{on}} 迁移至其他主体', movedTo: '新备案号', subject: '主办者', nature: '单位性质', serviceNumber: '服务备案号', type: '服务类型', domain: '域名', preApprovals: '前置审批项目', approvedOn: '审核通过日期',
}
