import { provinces } from '../code-tables/provinces.js'
import type { Bilingual } from '../bilingual.js'
import type { DecidedBy } from '../rule-data/decided-by.js'
import { decidedByParameter } from '../rule-data/deciding-values.js'
import { type RuleData } from '../rule-data/entry.js'
import { type ParameterId, parameterIds, parameterOf } from '../rule-data/parameters.js'
import { type Standing, standingOn } from '../rule-data/rules-in-force.js'
import { valueInWords } from '../rule-data/value-in-words.js'

/** One value of a parameter, and where it applies: the country (`''`), or the provinces that say so from the same day by the same source. */
export interface ValueInForce extends Omit<DecidedBy, 'province'> {
  readonly provinces: readonly string[]
  /** What other sources say instead. */
  readonly others: readonly (Pick<DecidedBy, 'value' | 'source' | 'confirmed'>)[]
}

export interface DecidingParameterInForce {
  readonly id: ParameterId
  readonly title: Bilingual
  readonly values: readonly ValueInForce[]
}

const parametersOf = (rule: string): ParameterId[] => parameterIds.filter((id) => parameterOf(id).rules.includes(rule))

const places = ['', ...provinces.map(({ code }) => code)]

/** What a rule decides by on a day: of each parameter the country's value first, then those of provinces. A parameter without any value is left out. */
export const valuesInForce = (rule: string, ruleData: RuleData, day: string): DecidingParameterInForce[] => parametersOf(rule).flatMap((id) => {
  const groups = new Map<string, ValueInForce>()
  for (const place of places) {
    const standing: Standing | undefined = standingOn(ruleData, id, place, day)
    if (!standing) continue
    const { province, ...decided } = decidedByParameter(id, standing)
    const value = { ...decided, others: standing.entry.others.map((other) => ({ value: valueInWords(id, other.value), source: other.source, confirmed: other.confirmed })) }
    const key = JSON.stringify([province === '', value])
    groups.set(key, { ...value, provinces: [...(groups.get(key)?.provinces ?? []), province] })
  }
  return groups.size === 0 ? [] : [{ id, title: parameterOf(id).title, values: [...groups.values()] }]
})
