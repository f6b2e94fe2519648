import { findCode } from '../code-tables/code-row.js'
import { formerDivision } from '../code-tables/former-divisions.js'
import { type CodeTableId, codeTableOf } from './code-tables.js'
import { standingCodes } from './codes-in-force.js'
import type { DecidedBy } from './decided-by.js'
import { divisionEntryOn, type EndedDivision } from './divisions-in-force.js'
import { keyOfEntry, type RuleData } from './entry.js'
import { type ParameterId, parameterOf } from './parameters.js'
import type { ParameterValue } from './parameter.js'
import type { Standing } from './rules-in-force.js'
import { valueInWords } from './value-in-words.js'

/** `value`: what of a long list decided; left out, the whole value. */
export const decidedByParameter = (id: ParameterId, { version, entry: { province, from, to, source, confirmed, value: standing } }: Standing, value?: ParameterValue): DecidedBy =>
  ({ key: `parameter/${id}`, title: parameterOf(id).title, value: valueInWords(id, value ?? standing), province, from, to, source, confirmed, version })

const notInTable = { zh: '代码表中没有此代码', en: 'not in the table' }
const notOffered = { zh: '不再使用', en: 'not in use any more' }
const offered = { zh: '可以选择', en: 'may be chosen' }

/** A code that nobody knows is not repeated: it is whatever somebody has typed. */
export const decidedByCode = (data: RuleData, table: CodeTableId, code: string, day: string): DecidedBy => {
  const { title, source, rows } = codeTableOf(table)
  const standing = standingCodes(data, table, day).find(({ row }) => row.id === code)
  const known = standing?.row ?? findCode(rows, code)
  if (!known) return { key: `code/${table}`, title, value: notInTable, province: '', from: '', to: '', source, confirmed: true, version: 0 }
  const of = { zh: `${title.zh}“${known.zh}”`, en: `${title.en}: ${known.en}` }
  return {
    key: `code/${table}/${code}`, title: of, value: standing?.offered ? offered : notOffered, province: '',
    from: standing?.entry?.from ?? known.from ?? '', to: standing?.entry?.to ?? known.to ?? '',
    source: standing?.entry?.source ?? source, confirmed: standing?.entry?.confirmed ?? known.confirmed, version: standing?.version ?? 0,
  }
}

/** The announcement behind a city or county that has ended. */
export const decidedByDivision = (data: RuleData, { code, zh, en, day }: EndedDivision, on: string): DecidedBy => {
  const published = divisionEntryOn(data, code, on)
  const { source, confirmed } = published?.entry ?? formerDivision(code) ?? { source: 'GB/T 2260', confirmed: false }
  const key = published ? keyOfEntry(published.entry) : `division/divisions/${code}`
  return {
    key, title: { zh: `行政区划“${zh}”`, en: `Division ${en}` }, value: { zh: '已撤销', en: 'exists no more' }, province: '', from: day, to: '',
    source, confirmed, version: published?.version ?? 0,
  }
}
