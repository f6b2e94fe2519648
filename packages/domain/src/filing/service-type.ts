import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'
import type { CodeRow } from '../code-tables/code-row.js'

export const ServiceType = z.enum(['website', 'app', 'mini-program', 'quick-app'])
export type ServiceType = z.infer<typeof ServiceType>

export interface ServiceTypeRow extends CodeRow {
  readonly id: ServiceType
  /** What it is, for whoever has to choose. */
  readonly hint: Bilingual
}

const type = (id: ServiceType, zh: string, en: string, hintZh: string, hintEn: string): ServiceTypeRow =>
  ({ id, zh, en, confirmed: true, hint: { zh: hintZh, en: hintEn } })

/** icp-filing.md §2.12. */
export const serviceTypes: readonly ServiceTypeRow[] = [
  type('website', '网站', 'Website', '用浏览器通过域名打开。', 'Opened in a browser, under a domain.'),
  type('app', 'APP', 'App', '安装在手机等设备上；全部平台（Android、iOS、HarmonyOS 等）一起备案。', 'Installed on a device. All its platforms (Android, iOS, HarmonyOS …) are filed together.'),
  type('mini-program', '小程序', 'Mini program', '在微信、支付宝等 APP 内运行。', 'Runs inside an app such as WeChat or Alipay.'),
  type('quick-app', '快应用', 'Quick app', '由手机系统直接运行，无需安装。', 'Run by the phone itself, without installing.'),
]

const words: Readonly<Record<ServiceType, Bilingual>> = {
  website: { zh: '网站', en: 'website' }, app: { zh: 'APP', en: 'app' }, 'mini-program': { zh: '小程序', en: 'mini program' }, 'quick-app': { zh: '快应用', en: 'quick app' },
}

/** What a service is called in the middle of a sentence. */
export const serviceWord = (of: ServiceType): Bilingual => words[of]

/** A sentence in which such a word stands: Chinese is set apart from Latin letters by a space, `添加APP` → `添加 APP`. */
export const spaced = (text: string): string => text.replace(/(?<=\p{Script=Han})(?=APP)|(?<=APP)(?=\p{Script=Han})/gu, ' ')

/** The first day on which apps, mini programs and quick apps are filed (icp-filing.md §2.12). */
export const filedSince = '2023-09-01'

const websites: readonly ServiceType[] = ['website']
const installed: readonly ServiceType[] = ['app', 'mini-program', 'quick-app']

/** Fields of a service that only some types have (icp-filing.md §2.2, §2.12); every other one belongs to all. */
const fieldsOfSome = {
  homePage: websites, contents: websites, languages: websites, platforms: installed, categories: installed, channel: installed,
} satisfies Record<string, readonly ServiceType[]>

export const hasField = (of: ServiceType, key: string): boolean => (fieldsOfSome as Readonly<Record<string, readonly ServiceType[]>>)[key]?.includes(of) ?? true

/** The types that have a field which only some have. */
export const typesWithField = (key: keyof typeof fieldsOfSome): readonly ServiceType[] => fieldsOfSome[key]

/** The fields that services of this type do not have. */
export const foreignFields = (of: ServiceType): string[] => Object.keys(fieldsOfSome).filter((key) => !hasField(of, key))
