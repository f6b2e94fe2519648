import { expect, test } from '@jest/globals'
import { ruleCatalogue } from '../rules/catalogue.js'
import { citedIn, coverage, demands, findDemands, rulesAlone, rulesCovering } from './coverage.js'

const idsOf = (of: 'row' | 'field' | 'code') => demands.filter((demand) => demand.of === of).map(({ id }) => id)

test('every row, every section of fields and every result code of the field stands there exactly once', () => {
  expect(idsOf('row')).toEqual(Array.from({ length: 30 }, (_, index) => `§6 no ${index + 1}`))
  expect([...new Set(idsOf('field').map((id) => id.split(' ')[0]))]).toEqual(['§2.1', '§2.2', '§2.3', '§2.5', '§2.6', '§2.7', '§2.8', '§2.9', '§2.10', '§2.11', '§2.12'])
  const spans = [[1001, 1011], [1014, 1027], [1029, 1051], [1055, 1068], [1999, 1999], [5001, 5001], [5003, 5004], [5008, 5010]] as const
  expect(idsOf('code')).toEqual(spans.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => String(first + index))))
  expect(new Set(demands.map(({ id }) => id)).size).toBe(demands.length)
})

test('whatever the field asks for is judged by a rule, or says why none does', () => {
  expect(coverage.filter(({ covering, otherwise }) => covering.length === 0 && !otherwise).map(({ id }) => id)).toEqual([])
})

test('what a rule judges is excused only where a person looks as well', () => {
  expect(coverage.filter(({ covering, otherwise }) => covering.length > 0 && otherwise && otherwise.by !== 'person').map(({ id }) => id)).toEqual([])
})

test('a demand names only rules of the catalogue, in both languages', () => {
  const known = new Set(ruleCatalogue.map(({ id }) => id))
  for (const { id, title, rules = [], otherwise } of demands) {
    expect([id, rules.filter((rule) => !known.has(rule))]).toEqual([id, []])
    for (const words of otherwise ? [title, otherwise.how] : [title]) expect([id, words.zh !== '' && words.en !== '']).toEqual([id, true])
    if (otherwise) expect(otherwise.how.zh).toMatch(/\p{Script=Han}.*。$/u)
  }
})

test('every rule is about a row, a field or a code, or comes from how filings, numbers and cancellations go', () => {
  const others = /§(?:3|4\.[23]|5|7|8|9|11|12)(?: |$|,|:)/
  expect(rulesAlone.filter(({ source }) => !others.test(`${source} `)).map(({ id, source }) => `${id} ${source}`)).toEqual([])
})

test.each([
  ['icp-filing §6 nos 15, 16 (TC, HW; many provinces)', ['§6 no 15', '§6 no 16']],
  ['icp-filing §6 nos 1–2 (SPEC3 1005, N633)', ['§6 no 1', '§6 no 2', '1005']],
  ['icp-filing §2.1, §2.2 (HW; SPEC3 1007)', ['§2.1', '§2.2', '1007']],
  ['icp-filing §6 no 23, §7 (SPEC3 1064: the list of domains is public)', ['§6 no 23', '§7', '1064']],
  ['icp-filing §3 nos 5–7, §8 (HW)', ['§3 no 5', '§3 no 6', '§3 no 7', '§8']],
  ['icp-filing §2.3 (SPEC3 1037–1039)', ['§2.3', '1037', '1038', '1039']],
])('%s names %j', (source, named) => {
  expect(citedIn(source)).toEqual(named)
})

test('a result code, a row or a field leads to its rules, and words do not', () => {
  const rules = (query: string) => rulesCovering(findDemands(query)).map(({ id }) => id)
  expect(rules('1005')).toEqual(['W-15', 'X-01'])
  for (const query of ['§6 no 13', '6.13', '6 no 13', '第13项', 'row 13', '§6 第13项']) expect([query, rules(query)]).toEqual([query, rules('6.13')])
  expect(rules('6.13')).toContain('S-16')
  expect(rules('2.1 zjlx')).toContain('S-04')
  expect(findDemands('2.1').length).toBeGreaterThan(findDemands('2.10').length)
  expect(findDemands('5001')[0]?.otherwise?.by).toBe('exchange')
  for (const query of ['', '域名', 'S-06', '9999', '6.31', '2026']) expect([query, findDemands(query)]).toEqual([query, []])
})
