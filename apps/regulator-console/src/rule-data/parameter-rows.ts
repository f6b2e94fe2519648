import { type Bilingual, findRules, type ParameterId, parameterIds, parameterOf, provinces, type RuleData, type Standing, standingOn } from '@icp/domain'
import type { ParameterSearch } from './parameter-search.js'

export interface ParameterRow {
  readonly id: ParameterId
  readonly title: Bilingual
  /** What applies in the place that is looked at: its own value, or the country's. */
  readonly standing: Standing | undefined
  /** True when the place has a value of its own. */
  readonly isOwn: boolean
  /** Provinces that have a value of their own. */
  readonly differing: readonly string[]
}

const isWeight = (id: ParameterId) => id.startsWith('severity-of-')

const wordsOf = (id: ParameterId): string => {
  const { title, about, rules } = parameterOf(id)
  return [id, title.zh, title.en, about.zh, about.en, ...rules, ...ruleTitles(rules).flatMap(({ zh, en }) => [zh, en])].join(' ').toLowerCase()
}

/** The rules that ask for a parameter, by their numbers. */
export const ruleTitles = (ids: readonly string[]): readonly (Bilingual & { readonly id: string })[] =>
  findRules('').filter((rule) => ids.includes(rule.id)).map(({ id, title }) => ({ id, zh: title.zh, en: title.en }))

/** The parameters that match, each with what applies in one place on a day. */
export const parameterRows = (data: RuleData, { q = '', province = '', group }: ParameterSearch, day: string): ParameterRow[] => {
  const words = q.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return parameterIds.filter((id) => (group === undefined || isWeight(id) === (group === 'weights')) && words.every((word) => wordsOf(id).includes(word))).map((id) => {
    const own = province === '' ? undefined : standingOn(data, id, province, day)
    return { id, title: parameterOf(id).title, standing: own ?? standingOn(data, id, '', day), isOwn: own !== undefined, differing: provinces.flatMap(({ code }) => (standingOn(data, id, code, day) ? [code] : [])) }
  })
}
