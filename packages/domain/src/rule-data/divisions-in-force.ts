import { isShippedDivision, shippedCityHasCounties } from '../code-tables/division-codes.js'
import { formerDivision, inLetters, type NamedDivision } from '../code-tables/former-divisions.js'
import { findProvince } from '../code-tables/provinces.js'
import type { DivisionEntry, PublishedEntry, RuleData } from './entry.js'

export type PublishedDivision = PublishedEntry & { readonly entry: DivisionEntry }

/** A city or county that is not there any more, and where to. */
export interface EndedDivision extends NamedDivision {
  /** The first day without it. */
  readonly day: string
  readonly successors: readonly NamedDivision[]
}

/** Of a code on a day. `unknown`: the table does not hold it, or not yet. */
export type DivisionStanding = { readonly state: 'unknown' | 'exists' } | { readonly state: 'ended'; readonly ended: EndedDivision }

const isDivision = (one: PublishedEntry): one is PublishedDivision => one.entry.of === 'division'

/** A city's code; a county has its first four digits. */
export const cityOf = (code: string): string => `${code.slice(0, 4)}00`
export const isCityCode = (code: string): boolean => code.endsWith('00')

const byCode = new WeakMap<RuleData, ReadonlyMap<string, readonly PublishedDivision[]>>()

/** What was published of divisions, by code: few beside the shipped table. */
export const publishedDivisions = (data: RuleData): ReadonlyMap<string, readonly PublishedDivision[]> => {
  const known = byCode.get(data)
  if (known) return known
  const entries = new Map<string, PublishedDivision[]>()
  for (const one of data.published.filter(isDivision)) entries.set(one.entry.code, [...(entries.get(one.entry.code) ?? []), one])
  byCode.set(data, entries)
  return entries
}

/** The entry that stands for a code on a day: that which begins last, and of two with one day the one published later. */
export const divisionEntryOn = (data: RuleData, code: string, day: string): PublishedDivision | undefined =>
  publishedDivisions(data).get(code)?.filter(({ entry }) => entry.from <= day)
    .reduce<PublishedDivision | undefined>((held, one) => (held && (held.entry.from > one.entry.from || (held.entry.from === one.entry.from && held.version > one.version)) ? held : one), undefined)

export const divisionOn = (data: RuleData, code: string, day: string): DivisionStanding => {
  const published = divisionEntryOn(data, code, day)?.entry
  if (published) {
    const { exists, from, zh, en, successors } = published
    return exists ? { state: 'exists' } : { state: 'ended', ended: { code, zh, en: inLetters(en, zh), day: from, successors } }
  }
  const former = formerDivision(code)
  if (former) return day < former.ended ? { state: 'exists' } : { state: 'ended', ended: { ...former, day: former.ended } }
  return { state: isShippedDivision(code) || findProvince(code) ? 'exists' : 'unknown' }
}

/** Whether a city has counties on a day; one without is its own only county. */
export const cityHasCounties = (data: RuleData, city: string, day: string): boolean =>
  shippedCityHasCounties(city) || [...publishedDivisions(data).keys()].some((code) => code !== city && cityOf(code) === city && divisionOn(data, code, day).state === 'exists')
