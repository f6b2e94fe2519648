export const organisations = {
  save: '保存', change: '修改',
  states: { active: '正常', suspended: '已暂停' },
  reasons: { 'licence-ended': '许可证到期、注销或被吊销', rectification: '限期整改中', 'own-request': '应企业申请', order: '依管理机关决定' },
  fields: {
    name: '名称', nameEn: '英文名称', licence: '许可证号', licenceHint: '增值电信业务经营许可证，例如 B1-20261234。', province: '省份', city: '城市', keywords: '检索关键词',
    keywordsHint: '简称、品牌等，每行一个；名称及其拼音自动可查，无需重复填写。', ipBlocks: '已报备的 IP 地址段', ipBlocksHint: '每行一个公网地址段，例如 203.0.113.0/24。',
  },
  providers: {
    title: '接入服务提供者', lead: '主办者只能选择此处状态正常的接入服务提供者；暂停后不再接受新的备案，已有备案不受影响。', add: '登记接入服务提供者', enter: '登记', caption: '接入服务提供者列表',
    count: '共 {{total}} 家', empty: '尚未登记接入服务提供者。', noneMatch: '没有符合条件的接入服务提供者。', filters: '筛选接入服务提供者', search: '查找', searchHint: '名称、拼音、关键词或许可证号',
    blocks: 'IP 地址段', state: '状态', added: '登记时间',
  },
  provider: {
    back: '返回接入服务提供者', facts: '登记内容', place: '所在地', acts: '可以进行的操作', change: '修改登记内容', changeTitle: '修改登记内容', suspend: '暂停', resume: '恢复',
    suspended: '自 {{since}} 起暂停', suspendMeans: '暂停后，主办者不能再选择该接入服务提供者。已经提交的备案、已生效的备案及其工作人员账号均不受影响。', resumeMeans: '恢复后，主办者可以再次选择该接入服务提供者。',
    reason: '原因', reasonMissing: '请选择原因。', done: { change: '已保存。', suspend: '已暂停，主办者不能再选择。', resume: '已恢复，主办者可以选择。' },
  },
  administrations: {
    title: '各地通信管理局', lead: '管局的名称和管辖地由法律规定；此处维护其联系方式。逾期指审核已超过 20 个工作日。', name: '通信管理局', inReview: '在审', overdue: '逾期', late: '{{count}} 件逾期', phone: '电话', address: '地址', website: '网站', changed: '修改时间', act: '操作',
    changeOf: '修改{{name}}的联系方式', done: '已保存{{name}}的联系方式。',
  },
}
