import { type CataloguedRule, ruleCatalogue } from '../rules/catalogue.js'
import type { Demand } from './demand.js'
import { demandedFields } from './demanded-fields.js'
import { demandedRows } from './demanded-rows.js'
import { resultCodes } from './result-codes.js'

export const demands: readonly Demand[] = [...demandedRows, ...demandedFields, ...resultCodes]

/** `15, 16` and `1–3` as single numbers. */
const numbersIn = (list: string): number[] => list.split(',').flatMap((part) => {
  const [first = 0, last = first] = part.split('–').map(Number)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
})

/** What a source names: `icp-filing §6 nos 15, 16, §2.1 (SPEC3 1010, 1031)` → `§6 no 15`, `§6 no 16`, `§2.1`, `1010`, `1031`. */
export function citedIn(source: string): string[] {
  const sections = [...source.matchAll(/§(?<section>\d+(?:\.\d+)?)(?: nos? (?<numbers>\d+(?:(?:, |–)\d+)*))?/g)].flatMap(({ groups }) =>
    groups?.numbers ? numbersIn(groups.numbers).map((number) => `§${groups.section} no ${number}`) : [`§${groups?.section}`])
  const codes = [...source.matchAll(/SPEC3 (?<codes>\d{4}(?:(?:, |–)\d{4})*)/g)].flatMap(({ groups }) => numbersIn(groups?.codes ?? '').map(String))
  return [...sections, ...codes]
}

export interface CoverageLine extends Demand {
  readonly covering: readonly CataloguedRule[]
}

const cited = new Map<string, Set<string>>()
for (const { id, source } of ruleCatalogue) for (const named of citedIn(source)) cited.set(named, (cited.get(named) ?? new Set()).add(id))

const coveringOf = ({ id, rules = [] }: Demand): CataloguedRule[] =>
  ruleCatalogue.filter((rule) => rules.includes(rule.id) || cited.get(id)?.has(rule.id))

/** Every demand with the rules that judge it: those whose source names it, and those that are about its field. */
export const coverage: readonly CoverageLine[] = demands.map((demand) => ({ ...demand, covering: coveringOf(demand) }))

/** Rules that are about no row, field or code of their own; where they come from, their source says. */
export const rulesAlone: readonly CataloguedRule[] = ruleCatalogue.filter(({ id }) => !coverage.some(({ covering }) => covering.some((rule) => rule.id === id)))

/** The demands that a query names: a result code (`1005`), a row (`§6 no 12`, `6.12`, `第12项`), a section or a field (`2.2`, `2.1 Zjhm`). */
export const findDemands = (query: string): readonly CoverageLine[] => {
  const asked = query.normalize('NFKC').trim().toLowerCase().replace(/^§\s*/, '')
  const row = /^(?:6\s*(?:\.|no\.?|第)|row|第)\s*(?<number>\d{1,2})\s*(?:项|行)?$/.exec(asked)?.groups?.number
  if (row) return coverage.filter(({ id }) => id === `§6 no ${Number(row)}`)
  if (/^\d{4}$/.test(asked)) return coverage.filter(({ id }) => id === asked)
  if (!/^2\.\d+(?: \S.*)?$/.test(asked)) return []
  const [section, ...tags] = asked.split(/\s+/)
  return coverage.filter(({ of, id }) => {
    const [own, ...names] = id.toLowerCase().split(' ')
    return of === 'field' && own === `§${section}` && tags.every((tag) => names.includes(tag))
  })
}

/** The rules that judge any of the demands, in the order of the catalogue. */
export const rulesCovering = (asked: readonly CoverageLine[]): readonly CataloguedRule[] =>
  ruleCatalogue.filter((rule) => asked.some(({ covering }) => covering.includes(rule)))
