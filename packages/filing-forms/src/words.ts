import type { Bilingual } from '@icp/domain'

const words = {
  choose: { zh: '请选择', en: 'Choose one' },
  fixed: { zh: '已备案，不能变更。', en: 'As filed; it cannot be changed.' },
  longTerm: { zh: '长期', en: 'Long-term' },
  loading: { zh: '正在加载', en: 'Loading' },
  ipFrom: { zh: '起始 IP', en: 'First IP' },
  ipTo: { zh: '终止 IP', en: 'Last IP' },
  addRange: { zh: '添加 IP 段', en: 'Add IP range' },
  remove: { zh: '删除', en: 'Remove' },
  item: { zh: '审批项目', en: 'Item' },
  approvalNumber: { zh: '批准号', en: 'Approval number' },
  addApproval: { zh: '添加审批项目', en: 'Add item' },
  platforms: { zh: '运行平台', en: 'Platforms' },
  platformNth: { zh: '平台 {n}', en: 'Platform {n}' },
  addPlatform: { zh: '添加平台', en: 'Add platform' },
  removePlatform: { zh: '删除平台 {n}', en: 'Remove platform {n}' },
  alsoWritten: { zh: '另一种写法', en: 'Also written' },
  query: { zh: '查询', en: 'Query' },
  chooseProvider: { zh: '选择接入服务提供者', en: 'Choose the access provider' },
  keywords: { zh: '关键词', en: 'Keywords' },
  keywordsHint: { zh: '输入一个或两个关键词，用空格分开；也可用拼音或首字母。', en: 'One or two keywords with a space between them; pinyin and initials work too.' },
  noKeyword: { zh: '请先输入一个关键词。', en: 'Enter a keyword first.' },
  found: { zh: '找到 {n} 家', en: '{n} found' },
  noneFound: { zh: '没有名称包含这些关键词的接入商。请换一个词，或减少关键词。', en: 'No provider’s name contains all of these words. Try another word, or fewer.' },
  tryAgainIn: { zh: '请在 {n} 秒后重试。', en: 'Try again in {n} s.' },
  more: { zh: '下一页', en: 'Next page' },
  back: { zh: '上一页', en: 'Previous page' },
  ok: { zh: '确定', en: 'OK' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  chosen: { zh: '已选 {n} 项', en: '{n} chosen' },
  licence: { zh: '许可证', en: 'Licence' },
} satisfies Record<string, Bilingual>

export type FormWord = keyof typeof words
export const formWords: Readonly<Record<FormWord, Bilingual>> = words
