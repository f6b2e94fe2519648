import { cities, counties } from '@icp/domain/divisions'
import { type FieldRow, fieldAt, fieldTables, findCode, type FilingContent, findProvince, type IpRange } from '@icp/domain'
import type { Locator, Page } from 'playwright-core'

/** Which of a bilingual text a page shows. */
export type Language = 'zh' | 'en'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** The id that the forms give the input of a field. */
export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`

/** Whole words of a label; what stands beside them, such as a mark, does not count. */
export const exactly = (text: string): RegExp => new RegExp(String.raw`^\s*${escaped(text)}\s*\*?\s*$`)

/** An input by its label. */
export const field = (scope: Page | Locator, label: string): Locator => scope.getByLabel(exactly(label)).first()

/** A group of choices by its legend. */
export const group = (scope: Page | Locator, legend: string): Locator =>
  scope.getByRole('group', { name: exactly(legend) }).or(scope.getByRole('radiogroup', { name: exactly(legend) })).first()

/** Fields that the forms state instead of asking. */
export const isStated = (row: FieldRow): boolean => 'stated' in row

const divisionName = (key: string, code: string, content: FilingContent, language: Language): string => {
  if (key === 'province') return language === 'en' ? (findProvince(code)?.en ?? code) : (findProvince(code)?.full ?? code)
  const { province, city } = (content as { subject: { province: string; city: string } }).subject
  return (key === 'city' ? cities(province) : counties(city)).find((one) => one.code === code)?.[language] ?? code
}

/** Types or chooses the value that `content` has for one field, as a person would, by the field's label. Providers are chosen elsewhere. */
export async function fillField(scope: Page | Locator, row: FieldRow, content: FilingContent, language: Language = 'zh'): Promise<void> {
  const value = fieldAt(content, row.path)
  if (isStated(row)) return
  const label = row.label[language]
  switch (row.value.type) {
    case 'code': {
      const code = findCode(fieldTables[row.value.table], String(value))
      if (!code) return
      const choices = scope.getByRole('radiogroup', { name: exactly(label) })
      if (await choices.count() > 0) await choices.getByRole('radio', { name: exactly(code[language]) }).check()
      else await field(scope, label).selectOption({ label: code[language] })
      return
    }
    case 'codes': {
      for (const id of value as string[]) {
        const code = findCode(fieldTables[row.value.table], id)
        if (code) await group(scope, label).getByRole('checkbox', { name: exactly(code[language]) }).check()
      }
      return
    }
    case 'division':
      await field(scope, label).selectOption({ label: divisionName(row.key, String(value), content, language) })
      return
    case 'ip-ranges':
      await fillRanges(group(scope, label), value as IpRange[], language)
      return
    case 'pre-approvals':
    case 'texts':
      return
    case 'date':
    case 'text':
    case 'long-text':
    case 'domain':
    case 'url':
    case 'package-name':
    case 'public-key':
    case 'fingerprint':
      // Two of them say “long-term” on one page; each belongs to the date above it.
      if (value === 'long-term') await scope.locator(`#${fieldId(row.path)}-long-term`).check()
      else if (String(value) !== '') await field(scope, label).fill(String(value))
  }
}

async function fillRanges(ranges: Locator, wanted: readonly IpRange[], language: Language): Promise<void> {
  const [from, to, add] = language === 'en' ? ['First IP', 'Last IP', 'Add IP range'] : ['起始 IP', '终止 IP', '添加 IP 段']
  for (const [index, range] of wanted.entries()) {
    const n = wanted.length > 1 ? ` ${index + 1}` : ''
    if (index > 0) await ranges.getByRole('button', { name: add }).click()
    await field(ranges, `${from}${index === 0 && (await ranges.getByLabel(`${from} 1`).count()) === 0 ? '' : n}`).fill(range.from)
    await ranges.page().keyboard.press('Tab')
    if (range.to !== range.from) await field(ranges, `${to}${index === 0 && (await ranges.getByLabel(`${to} 1`).count()) === 0 ? '' : n}`).fill(range.to)
  }
}
