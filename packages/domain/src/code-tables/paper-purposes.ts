import type { Bilingual } from '../bilingual.js'
import type { CodeRow } from './code-row.js'

export interface PaperPurpose extends CodeRow {
  readonly about: 'subject' | 'service'
  /** Who hands it in. What a provider brings is its own: every provider of a service has one. */
  readonly by: 'owner' | 'provider'
  /** What is to be seen on it, said to whoever brings it. */
  readonly shows: Bilingual
}

type Given = Omit<PaperPurpose, 'id' | 'zh' | 'en' | 'shows'>

const purpose = (id: string, zh: string, en: string, given: Given, showsZh: string, showsEn: string): PaperPurpose => ({ id, zh, en, ...given, shows: { zh: showsZh, en: showsEn } })

const ofSubject = { about: 'subject', by: 'owner' } as const
const ofService = { about: 'service', by: 'owner' } as const
const ofProvider = { about: 'service', by: 'provider' } as const

/**
 * What a paper (附件) is for, icp-filing.md §2.11. 1–5 are the interface's numbers; those of today have names of our own, since their codes were not seen. Hand-held
 * photos and videos are not among them: the provider's photo on the spot shows the same person, and nobody needs both.
 */
export const paperPurposes: readonly PaperPurpose[] = [
  purpose('1', '真实性核验单', 'Verification sheet, signed', { ...ofProvider, confirmed: true }, '由主办者和接入商签字盖章的核验单。', 'The sheet as owner and provider have signed or sealed it.'),
  purpose('2', '主办者证件', 'Certificate of the owner', { ...ofSubject, confirmed: true }, '彩色原件，完整清晰；身份证正反面放在同一张图片中。', 'The colour original, whole and legible; both sides of an ID in one picture.'),
  purpose('3', '主体负责人证件', 'ID of the subject’s person in charge', { ...ofSubject, confirmed: true }, '彩色原件，完整清晰；身份证正反面放在同一张图片中。', 'The colour original, whole and legible; both sides of an ID in one picture.'),
  purpose('4', '网站负责人证件', 'ID of the service’s person in charge', { ...ofService, confirmed: true }, '彩色原件，完整清晰；身份证正反面放在同一张图片中。', 'The colour original, whole and legible; both sides of an ID in one picture.'),
  purpose('5', '现场核验照片', 'Photo taken on the spot', { ...ofProvider, confirmed: true }, '网站负责人在接入商背景幕布前的照片，含日期。', 'The service’s person in charge before the provider’s backdrop, with the date.'),
  purpose('authorization', '授权书', 'Letter of authorisation', { ...ofSubject, confirmed: false }, '法定代表人签字并盖章，授权主体负责人办理备案。', 'Signed and sealed: the legal representative authorises the person in charge.'),
  purpose('residence', '居住证', 'Residence permit', { ...ofSubject, confirmed: false }, '备案省份签发，在有效期内。', 'Given by the province of the filing, and valid.'),
  purpose('commitment', '承诺书（真实性承诺）', 'Letter of commitment (of truth)', { ...ofSubject, confirmed: false }, '使用所在省通信管理局的格式，签字或盖章。', 'In the form of the province’s administration, signed or sealed.'),
  purpose('income', '收入证明', 'Proof of income', { ...ofSubject, confirmed: false }, '由单位出具并盖章。', 'Given and sealed by the employer.'),
  purpose('name-change', '更名证明', 'Proof of a change of name', { ...ofSubject, confirmed: false }, '登记机关出具的名称变更通知。', 'The registry’s notice of the new name.'),
  purpose('plan', '网站建设方案书', 'Plan of the services', { ...ofSubject, confirmed: false }, '按所在省通信管理局的要求填写并盖章。', 'As the province’s administration asks for it, sealed.'),
  purpose('domain-certificate', '域名证书', 'Certificate of the domain', { ...ofService, confirmed: false }, '域名注册商出具，可见域名、持有者和有效期。', 'Given by the registrar, with domain, holder and validity.'),
  purpose('pre-approval', '前置审批文件', 'Pre-approval', { ...ofService, confirmed: true }, '主管部门批准文件的扫描件，可见批准文号。', 'Scans of the authority’s approval, with its number.'),
  purpose('icon', 'APP 图标', 'Icon of the app', { ...ofService, confirmed: false }, '与应用商店中显示的图标一致。', 'The icon that the stores show.'),
]

/** 附件格式, icp-filing.md §2.11. */
export const paperFormats: readonly CodeRow[] = [
  { id: '1', zh: 'JPG', en: 'JPG', confirmed: true },
  { id: '2', zh: 'PNG', en: 'PNG', confirmed: true },
]
