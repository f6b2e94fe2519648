import type { Bilingual } from '../bilingual.js'
import { accessModes } from '../code-tables/access-modes.js'
import { appCategories } from '../code-tables/app-categories.js'
import { appPlatforms } from '../code-tables/app-platforms.js'
import { certificateTypes } from '../code-tables/certificate-types.js'
import { channels } from '../code-tables/channels.js'
import type { CodeRow } from '../code-tables/code-row.js'
import { languages } from '../code-tables/languages.js'
import { natures } from '../code-tables/natures.js'
import { preApprovalItems } from '../code-tables/pre-approval-items.js'
import { serverPlaces } from '../code-tables/provinces.js'
import { cancellationReasons } from '../code-tables/reasons.js'
import { serviceContents } from '../code-tables/service-contents.js'
import { type ServiceType, serviceTypes, serviceWord, spaced } from './service-type.js'

const answers: readonly CodeRow[] = [
  { id: 'none', zh: '以上都不涉及', en: 'None of them', confirmed: true },
  { id: 'some', zh: '涉及', en: 'Yes, see below', confirmed: true },
]

const personSources: readonly CodeRow[] = [
  { id: 'subject', zh: '与主体负责人相同', en: 'Same as the subject’s person in charge', confirmed: true },
  { id: 'own', zh: '另行填写', en: 'Another person', confirmed: true },
]

const domainHolders: readonly CodeRow[] = [
  { id: 'receiver', zh: '已过户至接收主体', en: 'Transferred to the receiving subject', confirmed: true },
]

const legalPersonSources: readonly CodeRow[] = [
  { id: 'same', zh: '与主体负责人相同', en: 'Same as the subject’s person in charge', confirmed: true },
  { id: 'own', zh: '另行填写', en: 'Another person', confirmed: true },
]

/** 报备方式 (SPEC3 Bbfs: 0, 1), icp-filing.md §2.1. */
export const filingModes: readonly CodeRow[] = [
  { id: 'self', zh: '自行报备', en: 'Filed by the owner', confirmed: true },
  { id: 'provider', zh: '代为报备', en: 'Filed by the provider', confirmed: true },
]

export const fieldTables = {
  natures, certificateTypes, serviceTypes, serviceContents, languages, preApprovalItems, accessModes, serverPlaces, cancellationReasons,
  appCategories, appPlatforms, channels, preApprovalAnswers: answers, personSources, legalPersonSources, filingModes, domainHolders,
} satisfies Record<string, readonly CodeRow[]>
export type FieldTable = keyof typeof fieldTables

/** What a field holds, and so how it is shown and compared. */
export type ValueKind =
  | { readonly type: 'text' | 'long-text' | 'domain' | 'url' | 'date' | 'division' | 'ip-ranges' | 'pre-approvals' | 'texts' | 'package-name' | 'public-key' | 'fingerprint' }
  | { readonly type: 'code' | 'codes'; readonly table: FieldTable }

export type PersonalKind = 'certificate-number' | 'phone' | 'mail' | 'name' | 'address'

/** One field of a part of a filing, `key` being its name in the document. */
export interface FieldDescription {
  readonly key: string
  readonly label: Bilingual
  /** What it is called of other types of service than websites. */
  readonly labels?: Partial<Readonly<Record<ServiceType, Bilingual>>>
  readonly value: ValueKind
  /** Which personal data it is; such fields are encrypted at rest. */
  readonly personal?: PersonalKind
  /** Said by the system: shown wherever the filing is read, never asked and never corrected. */
  readonly stated?: true
}

const field = (
  key: string, zh: string, en: string, value: ValueKind | 'text' | 'long-text' | 'date' | 'division' = 'text', personal?: PersonalKind,
): FieldDescription =>
  ({ key, label: { zh, en }, value: typeof value === 'string' ? { type: value } : value, ...(personal ? { personal } : {}) })

const code = (table: FieldTable): ValueKind => ({ type: 'code', table })
const codes = (table: FieldTable): ValueKind => ({ type: 'codes', table })

/** The order is that of the forms, of the summary and of every read-only view (icp-filing.md §2.1–2.3). */
export const subjectFields: readonly FieldDescription[] = [
  field('nature', '单位性质', 'Nature', code('natures')),
  field('name', '主办单位或主办人名称', 'Owner name'),
  field('certificateType', '证件类型', 'Certificate type', code('certificateTypes')),
  field('certificateNumber', '证件号码', 'Certificate number', 'text', 'certificate-number'),
  field('certificateAddress', '证件住所', 'Address on the certificate', 'long-text', 'address'),
  field('certificateValidFrom', '证件有效期起', 'Certificate valid from', 'date'),
  field('certificateValidTo', '证件有效期止', 'Certificate valid to', 'date'),
  field('investor', '投资人或主管单位', 'Investor or superior unit'),
  field('province', '所在省', 'Province', 'division'),
  field('city', '所在市', 'City', 'division'),
  field('county', '所在区县', 'County or district', 'division'),
  field('address', '详细通信地址', 'Mailing address', 'long-text', 'address'),
  field('legalPersonSource', '法定代表人', 'Legal representative', code('legalPersonSources')),
  { ...field('filingMode', '报备方式', 'Filing mode', code('filingModes')), stated: true },
  field('remark', '备注', 'Remark', 'long-text'),
]

export const legalPersonFields: readonly FieldDescription[] = [
  field('name', '法定代表人姓名', 'Name of the legal representative', 'text', 'name'),
  field('certificateType', '法定代表人证件类型', 'ID type of the legal representative', code('certificateTypes')),
  field('certificateNumber', '法定代表人证件号码', 'ID number of the legal representative', 'text', 'certificate-number'),
]

export const personFields: readonly FieldDescription[] = [
  field('name', '负责人姓名', 'Name of the person in charge', 'text', 'name'),
  field('certificateType', '负责人证件类型', 'ID type of the person in charge', code('certificateTypes')),
  field('certificateNumber', '负责人证件号码', 'ID number of the person in charge', 'text', 'certificate-number'),
  field('certificateValidFrom', '负责人证件有效期起', 'ID valid from', 'date'),
  field('certificateValidTo', '负责人证件有效期止', 'ID valid to', 'date'),
  field('mobile', '手机号码', 'Mobile number', 'text', 'phone'),
  field('emergencyPhone', '应急联系电话', 'Emergency phone', 'text', 'phone'),
  field('officePhone', '办公室电话', 'Office phone', 'text', 'phone'),
  field('email', '电子邮件', 'E-mail', 'text', 'mail'),
]

/** A label that says what the service is. */
const ofEachType = (zh: (word: string) => string, en: (word: string) => string): Pick<FieldDescription, 'label' | 'labels'> => {
  const label = (type: ServiceType): Bilingual => ({ zh: spaced(zh(serviceWord(type).zh)), en: en(serviceWord(type).en) })
  return { label: label('website'), labels: { app: label('app'), 'mini-program': label('mini-program'), 'quick-app': label('quick-app') } }
}
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Which type has which: `hasField` in service-type.ts. */
export const serviceFields: readonly FieldDescription[] = [
  field('type', '服务类型', 'Service type', code('serviceTypes')),
  { ...field('name', '', ''), ...ofEachType((word) => `${word}名称`, (word) => `${capital(word)} name`) },
  field('domain', '域名', 'Domain', { type: 'domain' }),
  field('homePage', '首页网址', 'Home page', { type: 'url' }),
  field('contents', '网站服务内容', 'Service content', codes('serviceContents')),
  field('languages', '网站语言', 'Languages', codes('languages')),
  field('categories', '服务内容类别', 'Content categories', codes('appCategories')),
  field('channel', '报备途径', 'Filed through', code('channels')),
  field('preApprovalAnswer', '前置或专项审批内容', 'Pre-approval needed', code('preApprovalAnswers')),
  field('preApprovals', '前置审批项目及批准号', 'Pre-approvals', { type: 'pre-approvals' }),
  { ...field('personSource', '', '', code('personSources')), ...ofEachType((word) => `${word}负责人`, (word) => `Person in charge of the ${word}`) },
  field('remark', '备注', 'Remark', 'long-text'),
]

/** The second is called as its platform calls it, and only signed programs have the others (code-tables/app-platforms.ts). */
export const platformFields: readonly FieldDescription[] = [
  field('platform', '运行平台', 'Platform', code('appPlatforms')),
  field('packageName', '包名', 'Package name', { type: 'package-name' }),
  field('publicKey', '签名公钥', 'Public key', { type: 'public-key' }),
  field('fingerprint', '签名证书指纹', 'Certificate fingerprint', { type: 'fingerprint' }),
]

export const accessFields: readonly FieldDescription[] = [
  field('providerName', '接入服务提供者', 'Access provider'),
  field('modes', '接入方式', 'Access mode', codes('accessModes')),
  field('places', '服务器放置地', 'Server location', codes('serverPlaces')),
  field('ipRanges', 'IP 地址', 'IP addresses', { type: 'ip-ranges' }),
]

export const cancellationFields: readonly FieldDescription[] = [
  field('subjectNumber', '主体备案号', 'Subject number'),
  field('serviceNumbers', '网站备案号', 'Service numbers', { type: 'texts' }),
  field('reason', '注销原因', 'Reason', code('cancellationReasons')),
  field('note', '说明', 'Note', 'long-text'),
]

export const migrationFields: readonly FieldDescription[] = [
  field('subjectNumber', '迁出主体备案号', 'Giving subject'),
  field('serviceNumbers', '网站备案号', 'Service numbers', { type: 'texts' }),
  field('receivingNumber', '接收主体备案号', 'Receiving subject'),
  field('domainHolder', '域名持有者', 'Domain holder', code('domainHolders')),
  field('note', '说明', 'Note', 'long-text'),
]
