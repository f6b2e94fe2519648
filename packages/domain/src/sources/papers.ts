import type { Bilingual } from '../bilingual.js'

/** Something written that a rule or a value rests on. */
export interface Paper {
  /** Short enough to stand beside a rule. */
  readonly name: Bilingual
  /** Who wrote it, and what it is. */
  readonly about: Bilingual
  /** Law binds; a specification is what the ministry’s system checks; practice is what one operator writes of what it does. */
  readonly kind: 'law' | 'standard' | 'specification' | 'practice'
  /** Where it can be read; null where only copies without a lasting address are known. */
  readonly address: string | null
}

/** By the key that stands in a source, such as `icp-filing §6 no 9 (NE, TC, HW)`. */
export const papers = {
  PIPL: {
    kind: 'law', address: null, name: { zh: '《个人信息保护法》', en: 'the Personal Information Protection Law' },
    about: { zh: '全国人大常委会，自 2021-11-01 起：未满十四周岁的人的信息须由父母同意（第二十八、三十一条）', en: 'In force from 2021-11-01: data of somebody under fourteen needs the consent of a parent (articles 28 and 31)' },
  },
  N633: {
    kind: 'law', address: null, name: { zh: '工信管函〔2019〕633号', en: 'MIIT Letter 〔2019〕633' },
    about: { zh: '工业和信息化部，自 2019-04-22 起：一个域名对应一个备案号', en: 'MIIT, from 2019-04-22: one domain has one filing number' },
  },
  N264: {
    kind: 'law', address: null, name: { zh: '工信部信管〔2017〕264号', en: 'MIIT 〔2017〕264' },
    about: { zh: '工业和信息化部，自 2018-01-01 起：网站使用的域名须由其主办者持有', en: 'MIIT, from 2018-01-01: a domain in use is held by the owner of the website' },
  },
  N64: {
    kind: 'law', address: null, name: { zh: '工信部电管〔2010〕64号', en: 'MIIT 〔2010〕64' },
    about: { zh: '工业和信息化部：网站备案真实性核验工作方案', en: 'MIIT: how providers verify that filings are true' },
  },
  NAPP: {
    kind: 'law', address: null, name: { zh: '移动互联网应用程序备案通知（2023）', en: 'MIIT notice on filing apps (2023)' },
    about: { zh: '工业和信息化部，2023-08-04 公布', en: 'MIIT, published on 2023-08-04' },
  },
  HOLLOW: {
    kind: 'law', address: 'https://nxca.miit.gov.cn/zwgk/tzgg/art/2024/art_2bd4efad5ac940caa6ce178c5f85bf4a.html',
    name: { zh: '工信部电管〔2010〕279号、〔2011〕6号', en: 'MIIT 〔2010〕279 and 〔2011〕6' },
    about: { zh: '清理空壳备案的依据，见宁夏通信管理局公告', en: 'Why hollow filings are cleared, as the administration of Ningxia announces it' },
  },
  'GB 32100': {
    kind: 'standard', address: null, name: { zh: 'GB 32100', en: 'GB 32100' },
    about: { zh: '法人和其他组织统一社会信用代码编码规则', en: 'Coding rule of the unified social credit identifier' },
  },
  'GB/T 2260': {
    kind: 'standard', address: null, name: { zh: 'GB/T 2260', en: 'GB/T 2260' },
    about: { zh: '中华人民共和国行政区划代码；民政部每年公布县级以上行政区划的变更', en: 'Codes of administrative divisions; the Ministry of Civil Affairs announces each year what has changed' },
  },
  'GB/T 22239': {
    kind: 'standard', address: null, name: { zh: 'GB/T 22239', en: 'GB/T 22239' },
    about: { zh: '信息安全技术 网络安全等级保护基本要求', en: 'Baseline of the classified protection of cybersecurity' },
  },
  'GB 11643': { kind: 'standard', address: null, name: { zh: 'GB 11643', en: 'GB 11643' }, about: { zh: '公民身份号码', en: 'Citizen identification number' } },
  'GB 11714': { kind: 'standard', address: null, name: { zh: 'GB 11714', en: 'GB 11714' }, about: { zh: '全国组织机构代码编制规则', en: 'Rules of the organisation code' } },
  'RFC 1035': {
    kind: 'standard', address: 'https://www.rfc-editor.org/rfc/rfc1035', name: { zh: 'RFC 1035', en: 'RFC 1035' }, about: { zh: '域名：实现与规范', en: 'Domain names: implementation and specification' },
  },
  'RFC 6890': {
    kind: 'standard', address: 'https://www.rfc-editor.org/rfc/rfc6890', name: { zh: 'RFC 6890', en: 'RFC 6890' }, about: { zh: '特殊用途 IP 地址登记', en: 'Special-purpose IP address registries' },
  },
  SPEC3: {
    kind: 'specification', address: null, name: { zh: '《企业系统接口规范》V3.0', en: 'MIIT interface specification V3.0' },
    about: { zh: '工业和信息化部 ICP/IP地址/域名信息备案管理系统，2013 年 10 月，含 7 个 XSD 和结果码', en: 'Of the ministry’s filing system, October 2013, with seven schemas and result codes' },
  },
  CONSOLE: {
    kind: 'practice', address: null, name: { zh: '省级备案系统填报页面', en: 'The form of the provincial filing system' },
    about: { zh: '页面上的字段和代码表', en: 'Its fields and code tables' },
  },
  NE: {
    kind: 'practice', address: null, name: { zh: '网易接入商备案系统（2016）', en: 'NetEase’s filing system (2016)' },
    about: { zh: '表单、订单状态和附件代码', en: 'Forms, states of orders, codes of attachments' },
  },
  HW: {
    kind: 'practice', address: 'https://support.huaweicloud.com', name: { zh: '华为云备案文档', en: 'Huawei Cloud’s guide to filing' },
    about: { zh: '接入商说明，2026 年 7 至 8 月更新', en: 'An access provider’s guide, updated in July and August 2026' },
  },
  TC: {
    kind: 'practice', address: 'https://github.com/tencentyun/qcloud-documents', name: { zh: '腾讯云备案文档', en: 'Tencent Cloud’s guide to filing' },
    about: { zh: '接入商说明', en: 'An access provider’s guide' },
  },
  WX: {
    kind: 'practice', address: 'https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/record/api_applyicpfiling',
    name: { zh: '微信小程序备案接口', en: 'WeChat’s filing API' }, about: { zh: '平台接口文档', en: 'A platform’s documentation' },
  },
} as const satisfies Readonly<Record<string, Paper>>

export type PaperKey = keyof typeof papers

export const paperKinds: Readonly<Record<Paper['kind'], Bilingual>> = {
  law: { zh: '规定', en: 'Regulation' },
  standard: { zh: '标准', en: 'Standard' },
  specification: { zh: '系统规范', en: 'Specification' },
  practice: { zh: '接入商实践', en: 'Practice of a provider' },
}
