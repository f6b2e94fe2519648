import type { Bilingual } from '@icp/domain'

/** The words of lists of filings and of what narrows them. */
export const listWords = {
  caption: { zh: '备案列表', en: 'Filings' },
  reference: { zh: '受理编号', en: 'Submission number' },
  subject: { zh: '主办者', en: 'Owner' },
  websites: { zh: '网站', en: 'Websites' },
  moreWebsites: { zh: '等 {n} 个', en: '{n} in all' },
  status: { zh: '状态', en: 'Status' },
  openRequests: { zh: '{n} 项修改请求', en: 'Correction requests: {n}' },
  providers: { zh: '接入商', en: 'Access providers' },
  due: { zh: '期限', en: 'Due' },
  filters: { zh: '筛选', en: 'Filters' },
  search: { zh: '搜索', en: 'Search' },
  searchHint: { zh: '受理编号、主办者、网站名称或域名', en: 'Submission number, owner, website name or domain' },
  go: { zh: '查询', en: 'Query' },
  kind: { zh: '备案类型', en: 'Kind' },
  attention: { zh: '关注', en: 'Show only' },
  all: { zh: '全部', en: 'All' },
  export: { zh: '导出列表（CSV）', en: 'Export the list (CSV)' },
  exporting: { zh: '正在导出…', en: 'Exporting…' },
  exportCut: { zh: '符合条件的备案超过 5000 件，文件只含最新的 5000 件，请缩小筛选范围。', en: 'More than 5,000 filings match. The file holds the newest 5,000: narrow the list for the others.' },
  clear: { zh: '清除筛选', en: 'Clear filters' },
} satisfies Record<string, Bilingual>
