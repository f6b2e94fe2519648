import { keyOfEntry, type RuleData, shippedRuleData } from '../rule-data/entry.js'
import { holdingOn } from '../rule-data/rules-in-force.js'
import { applicabilityOf } from './applicability.js'
import { ruleCatalogue } from './catalogue.js'

/** A short digest that tells two texts apart (cyrb53); nothing secret depends on it. */
const digest = (text: string): string => {
  let [one, two] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 2654435761)
    two = Math.imul(two ^ code, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36)
}

/** What the rules' data say on a day; by value, since another release may ship others. */
const saidOn = (data: RuleData, day: string) => [
  ...holdingOn(data, day).map(({ version, entry: { id, province, value } }) => [version, id, province, value]),
  ...data.published.filter(({ entry }) => entry.of !== 'parameter' && entry.from <= day && (entry.to === '' || day <= entry.to)).map(({ version, entry }) => [version, keyOfEntry(entry)]),
]

/**
 * Tells rules apart that differ in which there are, how severe they are, what they rest on or whom they are asked of, or in the data that they decide by on
 * `day`: an entry that was published long ago makes other rules on the day from which it applies.
 */
export const ruleSetVersion = (day: string, data: RuleData = shippedRuleData): string =>
  digest(JSON.stringify([ruleCatalogue.map(({ id, severity, source, kinds, toldBy, ...rule }) => [id, severity, source, kinds, toldBy, applicabilityOf(rule)]), saidOn(data, day)]))
