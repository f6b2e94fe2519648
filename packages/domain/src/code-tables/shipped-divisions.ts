import type { Bilingual } from '../bilingual.js'
import { divisionsData } from './shipped-divisions-data.js'
import { findProvince } from './provinces.js'

/**
 * Cities and counties (GB/T 2260) under the 31 provinces. Reached through its own entry, `@icp/domain/divisions`, because the table weighs more
 * than all rules together; the rules ask the bare codes (division-codes.ts) and do not need it.
 * Municipalities have one city of their own name (重庆 also 县), counties directly under a province hang on its `…9000` city, and a city
 * without counties (东莞, 中山, 儋州, 嘉峪关) is its own only county.
 */
export interface Division {
  /** Six digits. */
  readonly code: string
  readonly zh: string
  /** In letters, with the name as it is written: `Hangzhou (杭州市)`. */
  readonly en: string
}

interface CityRow {
  readonly city: Division
  readonly counties: readonly Division[]
}

const division = (prefix: string, text: string): Division => {
  const [, digits = '', zh = '', letters = ''] = /^(\d\d)(\p{Script=Han}+)(.*)$/u.exec(text) ?? []
  return { code: `${prefix}${digits}`.padEnd(6, '0'), zh, en: `${letters.replaceAll('_', ' ')} (${zh})` }
}

const read = (province: string): readonly CityRow[] =>
  (divisionsData[province] ?? '').split('\n').filter(Boolean).map((line) => {
    const [cityText = '', ...countyTexts] = line.split(' ')
    const city = division(province, cityText)
    const counties = countyTexts.map((text) => division(city.code.slice(0, 4), text))
    return { city, counties: counties.length > 0 ? counties : [city] }
  })

const known = new Map<string, readonly CityRow[]>()
const rowsOf = (province: string): readonly CityRow[] => {
  const rows = known.get(province) ?? read(province)
  known.set(province, rows)
  return rows
}

/** Of a province's code (`330000`); empty for an unknown one. */
export const cities = (provinceCode: string): Division[] => rowsOf(provinceCode.slice(0, 2)).map((row) => row.city)

/** Of a city's code (`330100`); empty for an unknown one. */
export const counties = (cityCode: string): readonly Division[] =>
  rowsOf(cityCode.slice(0, 2)).find((row) => row.city.code === cityCode)?.counties ?? []

/** The name of a province, city or county; undefined for an unknown code. */
export const divisionName = (code: string): Bilingual | undefined => {
  const province = findProvince(code)
  if (province) return { zh: province.full, en: province.en }
  for (const row of rowsOf(code.slice(0, 2))) {
    if (row.city.code === code) return row.city
    const county = row.counties.find((one) => one.code === code)
    if (county) return county
  }
  return undefined
}

/** `浙江省杭州市西湖区`; parts that repeat or only group (省直辖县级行政区划, 县) are left out. */
export const divisionPath = (provinceCode: string, cityCode: string, countyCode: string): string => {
  const names = [provinceCode, cityCode, countyCode].map((code) => divisionName(code)?.zh ?? '')
  return [...new Set(names)].filter((name) => name !== '' && name !== '县' && !name.includes('直辖县级')).join('')
}
