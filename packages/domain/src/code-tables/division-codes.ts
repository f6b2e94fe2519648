import { divisionCodesData } from './division-codes-data.js'

/** Of each shipped city its counties; a city without any is its own only county (东莞, 中山, 儋州, 嘉峪关). */
const read = (): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(divisionCodesData).flatMap(([province, words]) => words.split(' ').map((word) => {
    const city = `${province}${word.slice(0, 2)}`
    return [`${city}00`, new Set(word.slice(2).match(/../g)?.map((county) => `${city}${county}`) ?? [])] as const
  })))

let known: ReadonlyMap<string, ReadonlySet<string>> | undefined
const codes = () => (known ??= read())

/** Whether the shipped table has this city (`330100`) or county (`330106`). The names stand in `@icp/domain/divisions`, which is too heavy for the rules. */
export const isShippedDivision = (code: string): boolean => codes().has(code) || codes().get(`${code.slice(0, 4)}00`)?.has(code) === true

export const shippedCityHasCounties = (cityCode: string): boolean => (codes().get(cityCode)?.size ?? 0) > 0
