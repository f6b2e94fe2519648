import type { Bilingual } from '../bilingual.js'
import type { CodeRow } from '../code-tables/code-row.js'
import { findProvince } from '../code-tables/provinces.js'
import type { Severity } from '../finding.js'
import type { CodeOf, CodeTableId } from './code-tables.js'
import { offeredCodes } from './codes-in-force.js'
import type { DecidedBy } from './decided-by.js'
import { decidedByCode, decidedByDivision, decidedByParameter } from './deciding-values.js'
import { cityHasCounties, divisionOn, type DivisionStanding, type EndedDivision } from './divisions-in-force.js'
import { keyOfEntry, type ParameterEntry, type PublishedEntry, type RuleData, shippedRuleData } from './entry.js'
import { type DecidingParameter, isParameterId, parameterOf, type ParameterId, type ValueOf } from './parameters.js'
import type { ParameterValue } from './parameter.js'
import { severityParameterOf, type Weight } from './severity-parameters.js'
import { shippedParameters } from './shipped-parameters.js'

/** An entry with the version under which it was published; 0 = shipped with the system. */
export interface Standing {
  readonly version: number
  readonly entry: ParameterEntry
}

const isParameter = (one: PublishedEntry): one is PublishedEntry & Standing => one.entry.of === 'parameter'

const shipped: readonly Standing[] = shippedParameters.map((entry) => ({ version: 0, entry }))

const holdsOn = ({ entry: { from, to } }: Standing, day: string): boolean => from <= day && (to === '' || day <= to)

/** A value that its parameter does not know, published by a newer release, is passed over. */
const isReadable = ({ entry: { id, value } }: Standing): boolean => isParameterId(id) && (value === null || parameterOf(id).value.safeParse(value).success)

/** The later beginning prevails, and of two with the same day the one published later: a change that is planned stays planned. */
const prevails = (one: Standing, other: Standing | undefined): boolean =>
  other === undefined || one.entry.from > other.entry.from || (one.entry.from === other.entry.from && one.version > other.version)

const allOf = (data: RuleData): readonly Standing[] => [...shipped, ...data.published.filter(isParameter)]

/** Every entry whose days a day is among, those too that a later one replaces. */
export const holdingOn = (data: RuleData, day: string): readonly Standing[] => allOf(data).filter((one) => holdsOn(one, day))

/** What stands for one parameter and place on a day; undefined = nothing of its own. */
export const standingOn = (data: RuleData, id: ParameterId, province: string, day: string): Standing | undefined => {
  const key = keyOfEntry({ of: 'parameter', id, province })
  let held: Standing | undefined
  for (const one of allOf(data)) if (keyOfEntry(one.entry) === key && holdsOn(one, day) && isReadable(one) && prevails(one, held)) held = one
  if (held?.entry.value !== null) return held
  return shipped.filter((one) => keyOfEntry(one.entry) === key && holdsOn(one, day)).reduce<Standing | undefined>((so, one) => (prevails(one, so) ? one : so), undefined)
}

/** What the rules decide by in one province on one day. */
export interface RulesInForce {
  /** '' where none is chosen. */
  readonly province: string
  readonly day: string
  value<Id extends DecidingParameter>(id: Id): ValueOf<Id>
  /** Whose value it is, for a sentence: a province's name, or most provinces. */
  whose(id: DecidingParameter): Bilingual
  /** The value with its source, for a finding that rests on it; `word`: of a list, the word that decided. */
  decided(id: DecidingParameter, word?: string): DecidedBy | undefined
  /** Of a rule whose severity was published: what makes it as strict as it is. */
  decidedWeight(rule: string): DecidedBy | undefined
  /** Why a code may be chosen or not. */
  decidedCode(table: CodeTableId, code: string): DecidedBy
  decidedDivision(ended: EndedDivision): DecidedBy
  /** A code that a filing may choose; undefined for one that its table does not hold, or not any more. */
  code<Table extends CodeTableId>(table: Table, code: string): CodeOf<Table> | undefined
  /** All that a filing may choose of a table. */
  codes<Table extends CodeTableId>(table: Table): readonly CodeOf<Table>[]
  /** A city or county by its code. */
  division(code: string): DivisionStanding
  hasCounties(city: string): boolean
  /** How strict a rule is: what the data say, or else its own severity. */
  weigh(rule: { readonly id: string; readonly severity: Severity }): Weight
}

const mostProvinces: Bilingual = { zh: '多数省份', en: 'most provinces' }

const read = (data: RuleData, province: string, day: string): RulesInForce => {
  const provincial = (id: ParameterId) => (province === '' ? undefined : standingOn(data, id, province, day))
  const found = (id: ParameterId): ParameterValue | undefined => {
    const [own, common] = [provincial(id)?.entry.value ?? undefined, standingOn(data, id, '', day)?.entry.value ?? undefined]
    return parameterOf(id).shape.type === 'words' ? [...new Set([...((common ?? []) as string[]), ...((own ?? []) as string[])])] : own ?? common
  }
  const known = new Map<ParameterId, ParameterValue | undefined>()
  const lookUp = (id: ParameterId) => {
    if (!known.has(id)) known.set(id, found(id))
    return known.get(id)
  }
  const owners = new Map<ParameterId, Bilingual>()
  // Every rule asks for every service and person of a filing.
  const weights = new Map<string, Weight | undefined>()
  const weightOf = (rule: string) => {
    const parameter = severityParameterOf(rule)
    return parameter && (lookUp(parameter) as Weight | undefined)
  }
  const tables = new Map<CodeTableId, ReadonlyMap<string, CodeRow>>()
  const tableOf = (table: CodeTableId) => {
    const rows = tables.get(table) ?? new Map(offeredCodes(data, table, day).map((row) => [row.id, row] as const))
    tables.set(table, rows)
    return rows
  }
  const holdsWord = (standing: Standing | undefined, word: string) => Array.isArray(standing?.entry.value) && standing.entry.value.includes(word)
  const decided = (id: ParameterId, word?: string): DecidedBy | undefined => {
    const [own, common] = [provincial(id), standingOn(data, id, '', day)]
    const standing = word === undefined ? own ?? common : holdsWord(common, word) ? common : own
    return standing && decidedByParameter(id, standing, word)
  }
  return {
    province, day, decided,
    decidedWeight: (rule) => {
      const parameter = severityParameterOf(rule)
      return parameter && decided(parameter)
    },
    decidedCode: (table, code) => decidedByCode(data, table, code, day),
    decidedDivision: (ended) => decidedByDivision(data, ended, day),
    code: <Table extends CodeTableId>(table: Table, code: string) => tableOf(table).get(code) as CodeOf<Table> | undefined,
    codes: <Table extends CodeTableId>(table: Table) => [...tableOf(table).values()] as CodeOf<Table>[],
    division: (code) => divisionOn(data, code, day),
    hasCounties: (city) => cityHasCounties(data, city, day),
    value: <Id extends DecidingParameter>(id: Id) => lookUp(id) as ValueOf<Id>,
    whose: (id) => {
      const known = owners.get(id) ?? (provincial(id) ? findProvince(province) : undefined) ?? mostProvinces
      owners.set(id, known)
      return known
    },
    weigh: ({ id, severity }) => {
      if (!weights.has(id)) weights.set(id, weightOf(id))
      return weights.get(id) ?? severity
    },
  }
}

/** One filing is judged at every key press, so what holds in a province on a day is worked out once for each data. */
const held = new WeakMap<RuleData, Map<string, RulesInForce>>()

export const rulesInForce = (data: RuleData = shippedRuleData, province: string, day: string): RulesInForce => {
  const known = held.get(data) ?? new Map<string, RulesInForce>()
  held.set(data, known)
  const key = `${findProvince(province) ? province : ''}/${day}`
  const rules = known.get(key) ?? read(data, findProvince(province) ? province : '', day)
  known.set(key, rules)
  return rules
}
