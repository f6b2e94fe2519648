export const cuts = {
  title: '待停止接入', lead: '被管局强制注销、由贵司接入的服务。请停止接入，停止后确认。', filters: '筛选待停止接入', show: '显示', shown: { open: '待确认', done: '已确认' },
  count: '共 {{total}} 项', none: '没有需要停止接入的服务。', noneDone: '还没有确认过。',
  choose: '选择', chooseOf: '选择：{{number}}', chooseAll: '全选本页', acknowledgeChosen: '确认已停止（{{count}}）', acknowledge: '确认已停止', acknowledgeOf: '确认已停止：{{number}}', sending: '正在提交…',
  service: '服务', why: '原因和依据', due: '期限', stands: '状态', orderedBy: '作出决定：{{province}}通信管理局', done: '已确认 {{count}} 项',
}
