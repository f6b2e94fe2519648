import type { Bilingual } from '../bilingual.js'
import type { CodeRow } from './code-row.js'

export interface AppCategory extends CodeRow {
  /** The pre-approval item that this content usually needs; '' = none known. */
  readonly preApprovalItem: string
}

/** The heading under which a category stands, and its own name there; only second levels are chosen. */
export interface CategoryLevels {
  readonly heading: Bilingual
  readonly name: Bilingual
}

/** `生活服务 - 招聘`, `Everyday life – Recruiting`: the two levels are told by the names, so that one that is renamed or added stands where it says. Null for a name of one level. */
export const categoryLevels = ({ zh, en }: Bilingual): CategoryLevels | null => {
  const [ofZh, ofEn] = [/^(.+?) [-–—] (.+)$/.exec(zh), /^(.+?) [-–—] (.+)$/.exec(en)]
  return ofZh && ofEn ? { heading: { zh: ofZh[1]!, en: ofEn[1]! }, name: { zh: ofZh[2]!, en: ofEn[2]! } } : null
}

type Second = readonly [id: string, zh: string, en: string, preApprovalItem?: string]

const under = (zh: string, en: string, seconds: readonly Second[], confirmed: readonly string[] = []): AppCategory[] =>
  seconds.map(([own, ownZh, ownEn, preApprovalItem = '']) => ({ id: own, zh: `${zh} - ${ownZh}`, en: `${en} – ${ownEn}`, preApprovalItem, confirmed: confirmed.includes(own) }))

/**
 * Content of apps, mini programs and quick apps, in two levels (icp-filing.md §2.7, WX). Of the regulator's list only 500 生活服务 with 1 生活缴费 and 2 招聘 was
 * seen; it changes without notice. Rows whose id is a word are unconfirmed.
 */
export const appCategories: readonly AppCategory[] = [
  ...under('生活服务', 'Everyday life', [
    ['1', '生活缴费', 'Bills'], ['2', '招聘', 'Recruiting'], ['housing', '房产家居', 'Housing'], ['dining', '餐饮', 'Food and drink'], ['errands', '家政维修', 'Household services'],
  ], ['1', '2']),
  ...under('商业零售', 'Commerce', [
    ['shop', '自营商城', 'Own shop'], ['marketplace', '电商平台', 'Marketplace'], ['advertising', '广告与信息', 'Advertising and information'], ['firm', '企业服务', 'Services for firms'],
  ]),
  ...under('交通旅游', 'Travel', [
    ['transit', '公共交通与地图', 'Transit and maps'], ['ride-hailing', '网络预约车', 'Ride hailing', '11'], ['tourism', '旅游住宿', 'Tourism and lodging'], ['delivery', '物流快递', 'Delivery'],
  ]),
  ...under('文化娱乐', 'Culture and entertainment', [
    ['news', '新闻', 'News', '1'], ['reading', '阅读出版', 'Reading and publishing', '2'], ['music', '音乐', 'Music', '9'], ['video', '视频直播', 'Video and live streams', '10'],
    ['game', '游戏', 'Games', '2'],
  ]),
  ...under('教育', 'Education', [['school', '学校与教务', 'Schools'], ['course', '在线课程', 'Online courses'], ['tutoring', '校外培训', 'Tutoring', '14']]),
  ...under('医疗健康', 'Health', [['hospital', '医院与预约', 'Hospitals'], ['drugs', '药品和医疗器械', 'Drugs and devices', '5'], ['fitness', '运动健身', 'Fitness']]),
  ...under('金融', 'Finance', [['bank', '银行', 'Banking', '13'], ['payment', '支付', 'Payment', '13'], ['insurance', '保险', 'Insurance', '13'], ['invest', '证券理财', 'Securities', '13']]),
  ...under('社交', 'Social', [['messaging', '即时通信', 'Messaging'], ['community', '社区论坛', 'Communities']]),
  ...under('政务公益', 'Public service', [['government', '政务服务', 'Government services'], ['charity', '公益', 'Charity']]),
  ...under('工具', 'Tools', [['office', '效率办公', 'Office'], ['weather', '查询与天气', 'Reference and weather'], ['device', '设备与物联网', 'Devices'], ['other', '其他', 'Other']]),
]
