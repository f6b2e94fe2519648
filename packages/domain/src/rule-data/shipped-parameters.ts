import { filedSince } from '../filing/service-type.js'
import type { OtherValue, ParameterEntry } from './entry.js'
import type { ParameterValue } from './parameter.js'
import type { ParameterId } from './parameters.js'

interface Shipped {
  readonly value: ParameterValue
  readonly source: string
  readonly confirmed?: boolean
  readonly from?: string
  readonly others?: readonly OtherValue[]
}

const entry = (id: ParameterId, province: string, { value, source, confirmed = true, from = '', others = [] }: Shipped): ParameterEntry =>
  ({ of: 'parameter', id, province, value: Array.isArray(value) ? [...(value as readonly string[])] : (value as ParameterEntry['value']), source, confirmed, from, to: '', others: [...others] })

const country = (id: ParameterId, value: ParameterValue, source: string, more: Omit<Shipped, 'value' | 'source'> = {}) => entry(id, '', { value, source, ...more })
const provincesSay = (id: ParameterId, codes: string, value: ParameterValue, source: string, more: Omit<Shipped, 'value' | 'source'> = {}) =>
  codes.split(' ').map((code) => entry(id, `${code}0000`, { value, source, ...more }))

const names = 'icp-filing §6 no 9 (NE, TC, HW)'

/**
 * What the system knows before anybody publishes anything: icp-filing.md §6, whose sources are practice of providers, not law. Where two of them differ, the
 * newer one applies and the other stands beside it.
 */
export const shippedParameters: readonly ParameterEntry[] = [
  country('youngest-individual', 18, 'icp-filing §6 no 13 (HW: mostly)'),
  ...provincesSay('youngest-individual', '12 13 15 43 35', 18, 'icp-filing §6 no 13 (HW)'),
  ...provincesSay('youngest-individual', '44', 16, 'icp-filing §6 no 13 (HW)'),
  ...provincesSay('youngest-individual', '32', 16, 'icp-filing §6 no 13 (HW: with proof of income)'),
  ...provincesSay('youngest-individual', '37', 17, 'icp-filing §6 no 13 (HW)'),

  country('proof-of-income-below', 0, 'icp-filing §6 no 13 (HW)'),
  ...provincesSay('proof-of-income-below', '32', 18, 'icp-filing §6 no 13 (HW: with proof of income)'),

  country('months-left-on-certificates', 3, 'icp-filing §6 no 25 (HW)'),
  country('units-file-at-home', true, 'icp-filing §6 no 17 (TC, HW)'),
  country('individuals-away-need-permit', true, 'icp-filing §6 no 17 (TC, HW: most provinces)', { confirmed: false }),
  country('address-in-city-of-certificate', false, 'icp-filing §6 no 18 (HW)'),
  ...provincesSay('address-in-city-of-certificate', '13 41 52', true, 'icp-filing §6 no 18 (HW)'),

  country('person-in-charge', 'legal-representative', 'icp-filing §6 no 14 (HW: most provinces)'),
  ...provincesSay('person-in-charge', '22 51 62', 'letter', 'icp-filing §6 no 14 (TC)'),
  ...provincesSay('person-in-charge', '34', 'letter', 'icp-filing §6 no 14 (HW, TC)'),
  ...provincesSay('person-in-charge', '46', 'letter', 'icp-filing §6 no 14 (HW)', { others: [{ value: 'anyone', source: 'icp-filing §6 no 14 (TC, older)', confirmed: true }] }),
  ...provincesSay('person-in-charge', '11 14', 'legal-representative', 'icp-filing §6 no 14 (HW)', { others: [{ value: 'anyone', source: 'icp-filing §6 no 14 (TC, older)', confirmed: true }] }),
  ...provincesSay('person-in-charge', '21 32', 'anyone', 'icp-filing §6 no 14 (TC, older)', { confirmed: false }),

  country('passport-of-person-in-charge', 'accepted', 'icp-filing §6 no 29 (HW)', { confirmed: false }),
  ...provincesSay('passport-of-person-in-charge', '31 33', 'accepted', 'icp-filing §6 no 29 (HW)'),
  ...provincesSay('passport-of-person-in-charge', '14', 'mainland-person', 'icp-filing §6 no 29 (HW)'),

  country('takes-moves', 'unsaid', 'icp-filing §3 no 8: counts 26 provinces and names 18', { confirmed: false }),
  ...provincesSay('takes-moves', '12 13 21 22 31 32 33 34 35 41 42 43 44 50 51 52 53 61', 'yes', 'icp-filing §3 no 8 (HW)', { from: '2024-07-19' }),

  country('local-mobile', false, 'icp-filing §6 no 16 (TC, HW)'),
  ...provincesSay('local-mobile', '43', true, 'icp-filing §6 no 16 (TC, HW)'),
  country('emergency-phone-differs', true, 'icp-filing §6 no 15 (HW)'),
  country('office-phone-of-units', true, 'icp-filing §2.1 (SPEC3)'),
  country('commitment-letter', false, 'icp-filing §2.11 (HW, WX)'),
  ...provincesSay('commitment-letter', '44', true, 'icp-filing §2.11 (HW, WX)', { from: '2021-06-21' }),
  ...provincesSay('commitment-letter', '32', true, 'icp-filing §2.11 (HW, WX: letters of truth)', { from: '2021-06-01' }),

  country('services-per-filing-of-units', 10, 'icp-filing §6 no 12 (TC)'),
  ...provincesSay('services-per-filing-of-units', '43 42', 1, 'icp-filing §6 no 12 (TC)'),
  ...provincesSay('services-per-filing-of-units', '14', 3, 'icp-filing §6 no 12 (TC)'),
  ...provincesSay('services-per-filing-of-units', '41', 5, 'icp-filing §6 no 12 (TC)'),
  country('services-per-filing-of-individuals', 1, 'icp-filing §6 no 12 (TC)'),

  country('services-of-individuals', 5, 'icp-filing §6 no 12 (HW)'),
  country('services-of-units', 0, 'icp-filing §6 no 12 (HW)'),
  ...provincesSay('services-of-units', '61', 30, 'icp-filing §6 no 12 (HW)'),
  country('services-that-need-a-plan', 0, 'icp-filing §6 no 12 (HW)'),
  ...provincesSay('services-that-need-a-plan', '31', 30, 'icp-filing §6 no 12 (HW)'),
  country('changes-in-thirty-days', 10, 'icp-filing §4.5 (SPEC3 1051; the number is unconfirmed)', { confirmed: false }),
  country('days-of-changes', 30, 'icp-filing §4.5 (SPEC3 1051; the number is unconfirmed)', { confirmed: false }),
  country('hollow-subject-adds-services', false, 'icp-filing §6 no 28 (HW)'),
  ...provincesSay('hollow-subject-adds-services', '12 21 51 53 32 33 31 45 14 11 52', true, 'icp-filing §6 no 28 (HW)'),

  country('shortest-name', 3, names),
  country('shortest-name-of-individuals', 3, names),
  country('longest-name-of-individuals', 10, names),
  country('forbidden-words', ['赌博', '色情'], names),
  // Organs run sites on these duties.
  country('duty-words', ['反腐', '廉政'], names),
  country('state-words', ['中国', '中华', '中央', '人民', '人大', '国家'], names),
  country('firm-words', ['公司', '集团', '企业', '工厂', '商行', '事务所', '协会', '学会', '论坛', '社区', '门户', '商城', '行业', '官网'], 'icp-filing §6 no 9 (TC)'),
  country('trade-words', ['餐饮', '装修', '装饰', '物流', '医疗', '教育', '培训', '旅游', '房产', '建材', '机械', '化工', '广告', '招聘', '美容', '家政', '批发', '零售', '贸易'], 'icp-filing §6 no 9 (TC)', { confirmed: false }),
  country('idioms', ['一帆风顺', '马到成功', '天下无双', '独一无二', '四海为家', '海阔天空', '心想事成', '万事如意', '锦绣前程', '百花齐放', '海纳百川', '天长地久', '一见钟情', '画龙点睛'], 'icp-filing §6 no 9 (TC)', { confirmed: false }),
  country('commerce-words', ['企业', '公司', '团体', '论坛', '商城', '销售', '出售', '代理', '招商', '加盟', '批发', '零售', '网店', '收费', '订购'], 'icp-filing §6 no 11 (TC)', { confirmed: false }),
  country('finance-words', [
    '交易所', '金融', '资产管理', '理财', '基金', '投资管理', '网贷', 'P2P', '股权众筹', '保险', '支付', '小额贷款', '融资', '担保', '证券', '期货',
  ], 'icp-filing §2.6 (TC)'),
  // 512 bits: a shorter key is taken by no store.
  country('fewest-signs-of-keys', 64, 'icp-filing §2.12 (HW, NAPP: the length is unconfirmed)', { confirmed: false }),
  country('most-categories', 5, 'icp-filing §2.7 (WX: at most five)'),
  country('longest-remark-of-subjects', 1024, 'icp-filing §2.1 (SPEC3)'),
  ...(['website', 'app', 'quick-app'] as const).flatMap((type) => [
    country(`shortest-remark-of-${type}`, 0, 'icp-filing §2.2 (SPEC3: said of websites)', { confirmed: type === 'website' }),
    country(`longest-remark-of-${type}`, 1024, 'icp-filing §2.2 (SPEC3: said of websites)', { confirmed: type === 'website' }),
  ]),
  // The specification is older than mini programs; what their platform asks for applies, and the other stands beside it.
  country('shortest-remark-of-mini-program', 0, 'icp-filing §2.2 (SPEC3: said of websites)', { confirmed: false }),
  country('shortest-remark-of-mini-program', 20, 'icp-filing §2.2 (WX)', { from: filedSince, others: [{ value: 0, source: 'icp-filing §2.2 (SPEC3: said of websites)', confirmed: false }] }),
  country('longest-remark-of-mini-program', 1024, 'icp-filing §2.2 (SPEC3: said of websites)', { confirmed: false }),
  country('longest-remark-of-mini-program', 200, 'icp-filing §2.2 (WX)', { from: filedSince, others: [{ value: 1024, source: 'icp-filing §2.2 (SPEC3: said of websites)', confirmed: false }] }),
  // Which provinces are the many is not said.
  country('months-left-on-domains', 0, 'icp-filing §6 no 5 (HW)', { others: [{ value: 3, source: 'icp-filing §6 no 5 (HW: many provinces)', confirmed: false }] }),
  country('days-after-real-naming', 3, 'icp-filing §6 no 6 (HW, TC)', { others: [{ value: 5, source: 'icp-filing §6 no 6 (TC: as advice)', confirmed: true }] }),
  country('domain-holder', 'unit-or-management', 'icp-filing §6 no 7 (N264; HW)'),
  ...provincesSay('domain-holder', '35 44', 'unit-or-legal-representative', 'icp-filing §6 no 7 (HW)'),
  ...provincesSay('domain-holder', '64', 'same-name', 'icp-filing §6 no 7 (HW)'),
  country('widest-ipv4-range', 16, 'icp-filing §6 no 19: a range beyond is hardly one customer’s', { confirmed: false }),
  country('days-to-cut', 1, 'icp-filing §8 (SPEC3: the time is unconfirmed)', { confirmed: false }),
  country('widest-ipv6-range', 48, 'icp-filing §6 no 19: a range beyond is hardly one customer’s', { confirmed: false }),

  country('kilobytes-of-sheets', 150, 'icp-filing §2.11 (SPEC3)'),
  country('kilobytes-of-papers', 100, 'icp-filing §2.11 (SPEC3)'),
  country('megabytes-before-compressing', 4, 'icp-filing §2.11 (NE, HW)'),
  country('shortest-side-of-papers', 100, 'icp-filing §6 no 25', { confirmed: false }),
  country('longest-side-of-papers', 8000, 'icp-filing §2.11', { confirmed: false }),
  country('pictures-of-a-paper', 10, 'icp-filing §2.2 (SPEC3)'),
]
