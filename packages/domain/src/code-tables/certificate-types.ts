import type { CodeRow } from './code-row.js'

/**
 * How a certificate number is checked. `free` numbers have no published shape that all issuers keep.
 * `residence-permit` (港澳台居民居住证) follows the resident ID's shape with regions 81, 82 and 83.
 */
export type CertificateForm =
  | 'uscc' | 'resident-id' | 'organisation-code' | 'passport' | 'taiwan-permit' | 'hk-macau-permit' | 'permanent-residence' | 'residence-permit'
  | 'free'

export interface CertificateType extends CodeRow {
  readonly natures: readonly string[]
  readonly personal: boolean
  readonly form: CertificateForm
}

const unit = (
  id: string, natureId: string, zh: string, en: string, form: CertificateForm = 'free', confirmed = false,
): CertificateType => ({ id, zh, en, natures: [natureId], personal: false, form, confirmed })

const personal = (id: string, zh: string, en: string, form: CertificateForm): CertificateType =>
  ({ id, zh, en, natures: ['5'], personal: true, form, confirmed: true })

/**
 * Certificate types (证件类型) per nature, icp-filing.md §2.5. One paper has several codes, one per nature (组织机构代码证 = 3, 9, 10, 12, 16,
 * 18, 20). Which nature a rare type belongs to is inferred from the console's order, so those rows are unconfirmed.
 */
export const certificateTypes: readonly CertificateType[] = [
  unit('1', '4', '营业执照', 'Business licence', 'uscc', true),
  unit('12', '4', '组织机构代码证', 'Organisation code certificate', 'organisation-code', true),
  unit('27', '4', '外国企业常驻代表机构登记证', 'Registration of a resident representative office of a foreign enterprise', 'uscc'),

  personal('2', '居民身份证', 'Resident identity card', 'resident-id'),
  personal('7', '护照', 'Passport', 'passport'),
  personal('14', '港澳居民来往内地通行证', 'Mainland travel permit for Hong Kong and Macau residents', 'hk-macau-permit'),
  personal('11', '台湾居民来往大陆通行证', 'Mainland travel permit for Taiwan residents', 'taiwan-permit'),
  personal('41', '港澳居民居住证', 'Residence permit for Hong Kong and Macau residents', 'residence-permit'),
  personal('42', '台湾居民居住证', 'Residence permit for Taiwan residents', 'residence-permit'),
  personal('30', '外国人永久居留身份证', 'Foreign permanent resident identity card', 'permanent-residence'),
  // Accepted by the 2013 tables only; no new filing may use it.
  { ...personal('8', '军官证', 'Officer’s certificate', 'free'), to: '2019-12-31', confirmed: false },

  unit('13', '2', '统一社会信用代码证书', 'Unified social credit code certificate', 'uscc', true),
  unit('9', '2', '组织机构代码证', 'Organisation code certificate', 'organisation-code', true),

  unit('4', '3', '事业单位法人证书', 'Legal person certificate of a public institution', 'uscc', true),
  unit('15', '3', '统一社会信用代码证书', 'Unified social credit code certificate', 'uscc', true),
  unit('3', '3', '组织机构代码证', 'Organisation code certificate', 'organisation-code', true),

  unit('6', '6', '社会团体法人登记证书', 'Registration of a social organisation as a legal person', 'uscc', true),
  unit('10', '6', '组织机构代码证', 'Organisation code certificate', 'organisation-code', true),

  unit('5', '1', '部队代号', 'Unit designation', 'free', true),
  unit('23', '1', '军队单位对外有偿服务许可证', 'Licence of a military unit for paid services'),

  unit('17', '9', '民办非企业单位登记证书', 'Registration of a private non-enterprise unit', 'uscc'),
  unit('36', '9', '社会服务机构登记证书', 'Registration of a social service institution', 'uscc'),
  unit('37', '9', '民办学校办学许可证', 'Licence of a private school'),
  unit('16', '9', '组织机构代码证', 'Organisation code certificate', 'organisation-code'),

  unit('19', '10', '基金会法人登记证书', 'Registration of a foundation as a legal person', 'uscc'),
  unit('18', '10', '组织机构代码证', 'Organisation code certificate', 'organisation-code'),

  unit('21', '11', '律师事务所执业许可证', 'Practice licence of a law firm'),
  unit('20', '11', '组织机构代码证', 'Organisation code certificate', 'organisation-code'),

  unit('22', '12', '外国在华文化中心登记证', 'Registration of a foreign cultural centre in China'),
  unit('24', '13', '统一社会信用代码证书', 'Unified social credit code certificate', 'uscc'),
  unit('28', '14', '司法鉴定许可证', 'Forensic appraisal licence'),
  unit('25', '15', '宗教活动场所登记证', 'Registration of a place of religious activity'),

  unit('34', '16', '外国政府旅游部门常驻代表机构批准登记证', 'Registration of a resident office of a foreign government’s tourism department'),
  unit('35', '16', '境外机构证件', 'Certificate of an institution from outside the mainland'),
  unit('40', '16', '北京市外国驻华使馆人员子女学校办学许可证', 'Licence of a Beijing school for children of embassy staff'),

  unit('38', '17', '医疗机构执业许可证', 'Practice licence of a medical institution'),
  unit('39', '18', '公证机构执业证', 'Practice licence of a notarial institution'),
  unit('43', '19', '农村集体经济组织登记证', 'Registration of a rural collective economic organisation'),
  unit('44', '20', '仲裁委员会登记证', 'Registration of an arbitration commission'),
]

const offered = certificateTypes.filter((type) => type.to === undefined)

export const certificateTypesFor = (natureId: string): CertificateType[] => offered.filter((type) => type.natures.includes(natureId))

/** What a person in charge may show: 2, 7, 11, 14, 30, 41, 42. */
export const personalCertificateTypes: readonly CertificateType[] = offered.filter((type) => type.personal)
