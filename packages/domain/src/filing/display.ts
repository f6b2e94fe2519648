import type { Bilingual, Language } from '../bilingual.js'
import { findCode } from '../code-tables/code-row.js'
import { findProvince } from '../code-tables/provinces.js'
import { fieldAt } from './changes.js'
import type { FilingContent, IpRange, PreApproval } from './content.js'
import { fieldTables, type FieldTable, type ValueKind } from './field-table.js'
import { valueKindAt } from './fields.js'

/** Divisions are a large table that a page loads on its own, so the reader hands in how to name one. */
export interface Names {
  divisionName?(code: string): Bilingual | undefined
  /** What a code of a table is called now; without an answer the shipped name is shown. */
  codeName?(table: FieldTable, code: string): Bilingual | undefined
}

const list = (texts: readonly string[], language: Language): string => texts.filter((text) => text !== '').join(language === 'zh' ? '、' : ', ')

/** A code that the table no longer knows is shown as it is stored, so that old filings stay readable. */
const word = (table: FieldTable, id: string, language: Language, names: Names): string => (names.codeName?.(table, id) ?? findCode(fieldTables[table], id))?.[language] ?? id

const division = (code: string, language: Language, names: Names): string => {
  const name = findProvince(code) ?? names.divisionName?.(code)
  return name?.[language] ?? code
}

const range = ({ from, to }: IpRange): string => (from === to || to === '' ? from : `${from}–${to}`)

const approval = ({ item, approvalNumber }: PreApproval, language: Language, names: Names): string => {
  const name = word('preApprovalItems', item, language, names)
  return approvalNumber === '' ? name : language === 'zh' ? `${name}（${approvalNumber}）` : `${name} (${approvalNumber})`
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

const shown = (kind: ValueKind, value: unknown, language: Language, names: Names): string => {
  switch (kind.type) {
    case 'code': return value === '' ? '' : word(kind.table, String(value), language, names)
    case 'codes': return list(texts(value).map((id) => word(kind.table, id, language, names)), language)
    case 'division': return value === '' ? '' : division(String(value), language, names)
    case 'date': return value === 'long-term' ? (language === 'zh' ? '长期' : 'Long-term') : String(value)
    case 'ip-ranges': return list((value as IpRange[]).map(range), language)
    case 'pre-approvals': return list((value as PreApproval[]).map((one) => approval(one, language, names)), language)
    case 'texts': return list(texts(value), language)
    default: return String(value)
  }
}

/** A value of the field at `path` as people read it, also one from an earlier revision. '' = not given. */
export const displayFieldValue = (path: string, value: unknown, language: Language, names: Names = {}): string => {
  if (value === undefined || value === null) return ''
  const kind = valueKindAt(path)
  return kind ? shown(kind, value, language, names) : typeof value === 'string' ? value : ''
}

export const displayValue = (path: string, content: FilingContent, language: Language, names: Names = {}): string =>
  displayFieldValue(path, fieldAt(content, path), language, names)
