import type { CodeRow } from './code-row.js'

const item = (id: string, zh: string, en: string, confirmed: boolean): CodeRow => ({ id, zh, en, confirmed })

/**
 * Pre-approval items (前置或专项审批内容类型), icp-filing.md §2.6: ids of the mini-program interface. Sources agree up to 6. 宗教 was added in 2023 and
 * its code was not seen, so it carries an own id outside the regulator's range.
 */
export const preApprovalItems: readonly CodeRow[] = [
  item('1', '新闻', 'News', true),
  item('2', '出版', 'Publishing', true),
  item('3', '教育', 'Education', true),
  item('4', '医疗保健', 'Health care', true),
  item('5', '药品和医疗器械', 'Drugs and medical devices', true),
  item('6', '电子公告服务', 'Bulletin board service', true),
  item('9', '文化', 'Culture', false),
  item('10', '广播电影电视节目', 'Radio, film and television programmes', false),
  item('11', '网络预约车', 'Ride hailing', false),
  item('13', '互联网金融', 'Internet finance', false),
  item('14', '校外培训', 'After-school training', false),
  item('religion', '宗教', 'Religion', false),
]
