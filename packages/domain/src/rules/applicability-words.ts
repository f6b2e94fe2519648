import type { Bilingual } from '../bilingual.js'
import { natures } from '../code-tables/natures.js'
import { provinces } from '../code-tables/provinces.js'
import { serviceWord } from '../filing/service-type.js'
import type { RuleData } from '../rule-data/entry.js'
import { parameterOf } from '../rule-data/parameters.js'
import { rulesInForce } from '../rule-data/rules-in-force.js'
import { valueInWords } from '../rule-data/value-in-words.js'
import { type Applicability, type Condition, holds, ofIndividuals, ofUnits } from './applicability.js'

const listed = (words: readonly Bilingual[]): Bilingual => ({ zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') })
const isSame = (some: readonly string[], others: readonly string[]): boolean => some.length === others.length && some.every((one) => others.includes(one))

const ofNatures = (ids: readonly string[]): Bilingual => {
  if (isSame(ids, ofIndividuals)) return { zh: '个人', en: 'individuals' }
  if (isSame(ids, ofUnits)) return { zh: '单位', en: 'units' }
  return listed(natures.filter(({ id }) => ids.includes(id)))
}

const ofCondition = ({ parameter, is, isNot }: Condition): Bilingual => {
  const { zh, en } = parameterOf(parameter).title
  const value = valueInWords(parameter, is ?? isNot ?? null)
  const [says, said] = is === undefined ? ['不为', 'is not'] : ['为', 'is']
  return { zh: `“${zh}”${says}“${value.zh}”的省份`, en: `provinces where “${en}” ${said} “${value.en}”` }
}

const partsOf = (rule: Applicability): Bilingual[] => [
  ...(rule.natures ? [ofNatures(rule.natures)] : []),
  ...(rule.types ? [listed(rule.types.map(serviceWord))] : []),
  ...(rule.where ?? []).map(ofCondition),
  ...(rule.from ? [{ zh: `自 ${rule.from} 起`, en: `since ${rule.from}` }] : []),
  ...(rule.to ? [{ zh: `至 ${rule.to} 止`, en: `until ${rule.to}` }] : []),
]

/** Of whom, of what, where and since when a rule is asked; undefined = of everybody, always. The kinds of filing are said apart. */
export const applicabilityInWords = (rule: Applicability): Bilingual | undefined => {
  const parts = partsOf(rule)
  return parts.length === 0 ? undefined : { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') }
}

/** Codes of the provinces in which a rule is asked on a day, as the data say. */
export const provincesAskedIn = ({ where = [] }: Applicability, ruleData: RuleData, day: string): string[] =>
  provinces.map(({ code }) => code).filter((code) => where.every((one) => holds(one, rulesInForce(ruleData, code, day))))
