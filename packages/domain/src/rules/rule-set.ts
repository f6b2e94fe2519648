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

/**
 * Tells rules apart that differ in which there are, how severe they are, what they rest on or whom they are asked of. `data`: whatever names the state of the
 * rules' data, where that changes without a release; '' without such data.
 */
export const ruleSetVersion = (data = ''): string =>
  digest(`${JSON.stringify(ruleCatalogue.map(({ id, severity, source, kinds, toldBy }) => [id, severity, source, kinds, toldBy]))} ${data}`)
