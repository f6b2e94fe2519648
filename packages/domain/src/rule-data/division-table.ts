import type { Bilingual } from '../bilingual.js'
import { divisionFounded, formerDivision, formerDivisions, inLetters, type NamedDivision, withCity } from '../code-tables/former-divisions.js'
import { cities, counties, type Division, divisionName } from '../code-tables/shipped-divisions.js'
import { cityOf, divisionEntryOn, divisionOn, type EndedDivision, isCityCode, publishedDivisions } from './divisions-in-force.js'
import type { RuleData } from './entry.js'

/** A city or county with what stands of it on a day. */
export interface StandingDivision {
  readonly row: Division
  /** Under which number it was published; 0 = as shipped. */
  readonly version: number
  readonly ended: EndedDivision | undefined
  /** Since when this stands; '' = not known. */
  readonly since: string
  readonly source: string
  readonly confirmed: boolean
}

/** The table of divisions on one day: what is shipped, with what was published since. */
export interface DivisionTable {
  /** What may be chosen under a province. */
  cities(province: string): readonly Division[]
  /** What may be chosen under a city; a city without counties is its own. */
  counties(city: string): readonly Division[]
  /** Also of what has ended: an old number or filing still has a name. */
  divisionName(code: string): Bilingual | undefined
  /** Everything under a province or a city, ended ones too. */
  under(code: string): readonly StandingDivision[]
  standing(code: string): StandingDivision | undefined
  /** How a place is named to somebody who has `code` before them: with its city, when that is another. */
  asSuccessor(code: string, successor: string): NamedDivision | undefined
}

const shippedSource = 'GB/T 2260（民政部，2024）'

const standingOf = (data: RuleData, day: string, code: string): StandingDivision | undefined => {
  const standing = divisionOn(data, code, day)
  if (standing.state === 'unknown') return undefined
  const ended = standing.state === 'ended' ? standing.ended : undefined
  const published = divisionEntryOn(data, code, day)
  if (published) {
    const { version, entry: { zh, en, from, source, confirmed } } = published
    return { row: { code, zh, en: inLetters(en, zh) }, version, ended, since: from, source, confirmed }
  }
  const former = formerDivision(code)
  if (former) return { row: { code, zh: former.zh, en: former.en }, version: 0, ended, since: ended ? former.ended : '', source: former.source, confirmed: former.confirmed }
  const name = divisionName(code)
  const founded = divisionFounded(code)
  return name && { row: { code, zh: name.zh, en: name.en }, version: 0, ended, since: founded?.day ?? '', source: founded?.source ?? shippedSource, confirmed: founded?.confirmed ?? true }
}

const isUnder = (parent: string) => (code: string): boolean =>
  (parent.endsWith('0000') ? isCityCode(code) && code.slice(0, 2) === parent.slice(0, 2) : !isCityCode(code) && cityOf(code) === parent)

const made = (data: RuleData, day: string): DivisionTable => {
  const known = new Map<string, StandingDivision | undefined>()
  const standing = (code: string) => {
    if (!known.has(code)) known.set(code, standingOf(data, day, code))
    return known.get(code)
  }
  const under = (parent: string): StandingDivision[] => {
    const shipped = parent.endsWith('0000') ? cities(parent) : counties(parent)
    const added = [...publishedDivisions(data).keys(), ...formerDivisions().map(({ code }) => code)]
    const codes = new Set([...shipped.map(({ code }) => code), ...added].filter(isUnder(parent)))
    return [...codes].sort().flatMap((code) => standing(code) ?? [])
  }
  const existing = (parent: string) => under(parent).filter(({ ended }) => !ended).map(({ row }) => row)
  return {
    standing, under,
    cities: existing,
    counties: (city) => {
      const found = existing(city)
      const itself = standing(city)
      return found.length > 0 || !itself || itself.ended || !isCityCode(city) || city.endsWith('0000') ? found : [itself.row]
    },
    divisionName: (code) => standing(code)?.row ?? divisionName(code),
    asSuccessor: (code, successor) => {
      const place = standing(successor)?.row
      const city = cityOf(successor)
      const cityName = standing(city)?.row
      return !place || isCityCode(successor) || cityOf(code) === city || !cityName ? place : withCity(place, cityName)
    },
  }
}

const held = new WeakMap<RuleData, Map<string, DivisionTable>>()

export const divisionsOn = (data: RuleData, day: string): DivisionTable => {
  const days = held.get(data) ?? new Map<string, DivisionTable>()
  held.set(data, days)
  const table = days.get(day) ?? made(data, day)
  days.set(day, table)
  return table
}
