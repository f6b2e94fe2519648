import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'
import { findProvince } from '../code-tables/provinces.js'
import type { Finding } from '../finding.js'
import { missing as missingAt } from '../rules/faults.js'
import { readIpBlock } from './ip-block.js'

/** What the register of access providers holds of one. */
export interface ProviderForm {
  readonly name: string
  readonly nameEn: string
  readonly licence: string
  readonly province: string
  readonly city: string
  /** What it is also looked for by: short names, brands. */
  readonly keywords: readonly string[]
  readonly ipBlocks: readonly string[]
}
export type ProviderField = keyof ProviderForm

/** Why a provider takes no new filings. Codes, so that what the audit keeps is no free text. */
export const SuspensionReason = z.enum(['licence-ended', 'rectification', 'own-request', 'order'])
export type SuspensionReason = z.infer<typeof SuspensionReason>

export const mostKeywords = 20
export const mostIpBlocks = 1000
const source = '《电信业务经营许可管理办法》；icp-filing §2.3'

const finding = (rule: string, path: ProviderField, text: Bilingual, fix: Bilingual): Finding => ({ rule, path, severity: 'block', text, fix, source })

const missing = (path: ProviderField, zh: string, en: string): Finding => ({ rule: 'O-01', severity: 'block', source, ...missingAt(path, zh, en) })

/** 增值电信业务经营许可证: `B1-20261234`, `A2.B1.B2-20090001`, or with the letter of a province before it. */
const licenceForm = /^[\p{Script=Han}]?(?:[AB]\d?\.)*[AB]\d?-\d{8}$/u

/** Whether the fields of a provider may be entered; whether name and licence are another's already, the register says. */
export function providerFindings({ name, nameEn, licence, province, city, keywords, ipBlocks }: ProviderForm): Finding[] {
  const found: Finding[] = []
  if (name.trim() === '') found.push(missing('name', '名称', 'name'))
  if (nameEn.trim() === '') found.push(missing('nameEn', '英文名称', 'name in English'))
  if (licence.trim() === '') found.push(missing('licence', '许可证号', 'licence number'))
  else if (!licenceForm.test(licence.trim())) {
    found.push(finding('O-02', 'licence', { zh: '许可证号的格式不正确。', en: 'This is not the form of a licence number.' }, { zh: '例如 B1-20261234 或 A2.B1-20091234。', en: 'Such as B1-20261234 or A2.B1-20091234.' }))
  }
  if (!findProvince(province)) found.push(missing('province', '省份', 'province'))
  else if (!/^\d{6}$/.test(city) || city.slice(0, 2) !== province.slice(0, 2)) found.push(missing('city', '城市', 'city'))
  if (keywords.length > mostKeywords || keywords.some((word) => word.trim().length > 40)) {
    found.push(finding('O-03', 'keywords', { zh: `关键词最多 ${mostKeywords} 个，每个不超过 40 字。`, en: `At most ${mostKeywords} keywords of 40 characters each.` }, { zh: '请删减关键词。', en: 'Leave some out.' }))
  }
  const wrong = ipBlocks.filter((typed) => typed.trim() !== '' && readIpBlock(typed) === undefined)
  if (wrong.length > 0) {
    found.push(finding('O-04', 'ipBlocks', { zh: `不是可用的 IP 地址段：${wrong.slice(0, 3).join('、')}。`, en: `Not a usable IP block: ${wrong.slice(0, 3).join(', ')}.` },
      { zh: '请每行填写一个公网地址段，从段首写起，例如 203.0.113.0/24。', en: 'Enter one public block a line, beginning at its first address, such as 203.0.113.0/24.' }))
  }
  if (ipBlocks.length > mostIpBlocks) found.push(finding('O-05', 'ipBlocks', { zh: `地址段最多 ${mostIpBlocks} 个。`, en: `At most ${mostIpBlocks} blocks.` }, { zh: '请合并相邻的地址段。', en: 'Join neighbouring blocks.' }))
  return found
}

/** As it is stored: without blanks around, empty lines and repeats. */
export const tidyProvider = (form: ProviderForm): ProviderForm => ({
  ...form, name: form.name.trim(), nameEn: form.nameEn.trim(), licence: form.licence.trim(), keywords: distinct(form.keywords.map((word) => word.trim())),
  ipBlocks: distinct(form.ipBlocks.map((typed) => readIpBlock(typed) ?? typed.trim())),
})

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter(Boolean))]
