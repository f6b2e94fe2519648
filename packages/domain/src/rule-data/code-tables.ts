import type { Bilingual } from '../bilingual.js'
import { accessModes } from '../code-tables/access-modes.js'
import { appCategories } from '../code-tables/app-categories.js'
import { appPlatforms } from '../code-tables/app-platforms.js'
import { certificateTypes } from '../code-tables/certificate-types.js'
import { channels } from '../code-tables/channels.js'
import type { CodeRow } from '../code-tables/code-row.js'
import { topLevelDomains } from '../code-tables/domain-suffixes.js'
import { languages } from '../code-tables/languages.js'
import { natures } from '../code-tables/natures.js'
import { paperFormats, paperPurposes } from '../code-tables/paper-purposes.js'
import { preApprovalItems } from '../code-tables/pre-approval-items.js'
import { serverPlaces } from '../code-tables/provinces.js'
import { cancellationReasons, forcedReasons, returnReasons } from '../code-tables/reasons.js'
import { serviceContents } from '../code-tables/service-contents.js'

export interface CodeTable {
  readonly title: Bilingual
  readonly source: string
  readonly rows: readonly CodeRow[]
  /** Whether a code that is not shipped may be added. Not to natures, certificate types, platforms, ways of filing and papers, by whose meaning rules decide, and not to places: abroad nothing is filed. */
  readonly open: boolean
  /** What a row of this table knows beside its words, for one that is added. */
  readonly more: object
  /** Whether filings hold its codes; a phrase is only typed into a text. */
  readonly filed: boolean
}

/** The code tables that an operator may change: names, and from when until when a code is offered. */
export const codeTables = {
  natures: { title: { zh: '单位性质', en: 'Natures of subjects' }, source: 'icp-filing §2.4', rows: natures, open: false, more: {}, filed: true },
  certificateTypes: { title: { zh: '证件类型', en: 'Certificate types' }, source: 'icp-filing §2.5', rows: certificateTypes, open: false, more: {}, filed: true },
  preApprovalItems: { title: { zh: '前置审批项目', en: 'Pre-approval items' }, source: 'icp-filing §2.6', rows: preApprovalItems, open: true, more: {}, filed: true },
  serviceContents: { title: { zh: '网站服务内容', en: 'Service contents' }, source: 'icp-filing §2.7', rows: serviceContents, open: true, more: { forPersons: false, preApprovalItem: '' }, filed: true },
  languages: { title: { zh: '网站语言类别', en: 'Languages of websites' }, source: 'icp-filing §2.8', rows: languages, open: true, more: {}, filed: true },
  accessModes: { title: { zh: '接入方式', en: 'Access modes' }, source: 'icp-filing §2.9', rows: accessModes, open: true, more: {}, filed: true },
  serverPlaces: { title: { zh: '服务器放置地', en: 'Server places' }, source: 'icp-filing §2.10', rows: serverPlaces, open: false, more: {}, filed: true },
  topLevelDomains: { title: { zh: '获批的顶级域名', en: 'Approved top-level domains' }, source: 'icp-filing §6 no 4', rows: topLevelDomains, open: true, more: {}, filed: false },
  appCategories: { title: { zh: 'APP、小程序和快应用的服务内容类别', en: 'Content categories of apps, mini programs and quick apps' }, source: 'icp-filing §2.7 (WX)', rows: appCategories, open: true, more: { preApprovalItem: '' }, filed: true },
  appPlatforms: { title: { zh: '运行平台', en: 'Platforms' }, source: 'icp-filing §2.12 (HW, NAPP)', rows: appPlatforms, open: false, more: {}, filed: true },
  channels: { title: { zh: '报备途径', en: 'Ways of filing an app' }, source: 'icp-filing §2.12 (HW, NAPP)', rows: channels, open: false, more: {}, filed: true },
  cancellationReasons: { title: { zh: '注销原因', en: 'Reasons of cancellations' }, source: 'icp-filing §8', rows: cancellationReasons, open: true, more: {}, filed: true },
  returnReasons: { title: { zh: '退回和不予通过的常用语', en: 'Stock phrases of returns and refusals' }, source: 'icp-filing §4.5 (HW, TC)', rows: returnReasons, open: true, more: {}, filed: false },
  paperPurposes: { title: { zh: '材料用途', en: 'Purposes of papers' }, source: 'icp-filing §2.11', rows: paperPurposes, open: false, more: {}, filed: true },
  paperFormats: { title: { zh: '材料图片格式', en: 'Formats of papers' }, source: 'icp-filing §2.11', rows: paperFormats, open: false, more: {}, filed: true },
  forcedReasons: { title: { zh: '强制注销原因', en: 'Reasons of cancellations by force' }, source: 'icp-filing §8, §11', rows: forcedReasons, open: true, more: {}, filed: false },
} as const satisfies Record<string, CodeTable>

export type CodeTableId = keyof typeof codeTables

/** A row of a table, with what the rules ask of it. */
export type CodeOf<Table extends CodeTableId> = (typeof codeTables)[Table]['rows'][number]

export const codeTableIds = Object.keys(codeTables) as CodeTableId[]
export const isCodeTableId = (id: string): id is CodeTableId => Object.hasOwn(codeTables, id)
export const codeTableOf = (id: CodeTableId): CodeTable => codeTables[id]
