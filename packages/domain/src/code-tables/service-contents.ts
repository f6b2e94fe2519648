import type { CodeRow } from './code-row.js'

export interface ServiceContent extends CodeRow {
  /** Individuals may only run 博客/个人空间 or 其他 (HW). */
  readonly forPersons: boolean
  /** The pre-approval item that this content usually needs; '' = none known. */
  readonly preApprovalItem: string
}

const content = (exponent: number, zh: string, en: string, more: Partial<ServiceContent> = {}): ServiceContent =>
  ({ id: String(exponent + 1), zh, en, confirmed: false, forPersons: false, preApprovalItem: '', ...more })

/**
 * Service content (网站服务内容), icp-filing.md §2.7. The names are the console's. The regulator's `Id` (1–64) was not seen, only the power of
 * two beside it; ids here are exponent + 1, so every row is unconfirmed as a code.
 */
export const serviceContents: readonly ServiceContent[] = [
  content(7, '单位门户网站', 'Portal of a unit'),
  content(5, '博客/个人空间', 'Blog or personal space', { forPersons: true }),
  content(23, '其他', 'Other', { forPersons: true }),
  content(0, '即时通信', 'Instant messaging'),
  content(1, '搜索引擎', 'Search engine'),
  content(2, '综合门户', 'General portal'),
  content(3, '网上邮局', 'Web mail'),
  content(4, '网络新闻', 'News', { preApprovalItem: '1' }),
  content(6, '网络广告/信息', 'Advertising or information'),
  content(8, '网络购物', 'Shopping'),
  content(9, '网上支付', 'Payment', { preApprovalItem: '13' }),
  content(10, '网上银行', 'Banking', { preApprovalItem: '13' }),
  content(11, '网上炒股/股票基金', 'Stocks and funds', { preApprovalItem: '13' }),
  content(12, '网络游戏', 'Games', { preApprovalItem: '2' }),
  content(13, '网络音乐', 'Music', { preApprovalItem: '9' }),
  content(14, '网络影视', 'Film and video', { preApprovalItem: '10' }),
  content(15, '网络图片', 'Pictures'),
  content(16, '网络软件/下载', 'Software and downloads'),
  content(17, '网上求职', 'Job search'),
  content(18, '网上交友/婚介', 'Dating'),
  content(19, '网上房产', 'Real estate'),
  content(20, '网络教育', 'Education'),
  content(21, '网站建设', 'Website construction'),
  content(22, 'WAP', 'WAP'),
  content(27, 'APP', 'App'),
  content(28, '网络借贷信息中介', 'Online lending intermediary', { preApprovalItem: '13' }),
  content(29, '互联网股权融资', 'Online equity financing', { preApprovalItem: '13' }),
  content(30, '互联网保险', 'Online insurance', { preApprovalItem: '13' }),
  content(31, '互联网跨界金融及资产管理', 'Cross-sector finance and asset management', { preApprovalItem: '13' }),
  content(32, '网上非银支付', 'Non-bank payment', { preApprovalItem: '13' }),
]
