import { expect, test } from '@jest/globals'
import { type ParameterEntry, type RuleData, shippedRuleData, withPublished } from '../rule-data/entry.js'
import { findRules, ruleCatalogue } from './catalogue.js'
import { mendingFilings } from './mending/filings.js'
import { howToMend } from './mending/how-to-mend.js'
import { mendingServices } from './mending/services.js'
import { mendingSubjects } from './mending/subjects-and-persons.js'
import { valuesInForce } from './rule-values.js'

const day = '2026-11-26'
const entry: ParameterEntry = { of: 'parameter', id: 'youngest-individual', province: '330000', value: 20, from: '2026-12-01', to: '', source: '浙通管〔2026〕3号', confirmed: true, others: [] }
const published: RuleData = withPublished(shippedRuleData, [{ version: 4, entry }])
const ids = (query: string, on = day, data = shippedRuleData) => findRules(query, on, data).map(({ id }) => id)

test('of every rule it is said in both languages how to mend what it finds, and of nothing else', () => {
  for (const { id } of ruleCatalogue) {
    const words = howToMend(id)
    expect([id, words?.zh]).toEqual([id, expect.stringMatching(/\p{Script=Han}/u)])
    expect([id, words?.en]).toEqual([id, expect.stringMatching(/[a-z]/)])
  }
  const known = new Set(ruleCatalogue.map(({ id }) => id))
  expect(Object.keys({ ...mendingSubjects, ...mendingServices, ...mendingFilings }).filter((id) => !known.has(id))).toEqual([])
})

test('the values of a rule stand with the country first, and with provinces that say the same by the same source together', () => {
  const [ages] = valuesInForce('S-16', shippedRuleData, day)
  expect(ages?.values.map(({ provinces, value, source }) => [provinces, value.en, source])).toEqual([
    [[''], '18 years', 'icp-filing §6 no 13 (HW: mostly)'],
    [['120000', '130000', '150000', '350000', '430000'], '18 years', 'icp-filing §6 no 13 (HW)'],
    [['320000'], '16 years', 'icp-filing §6 no 13 (HW: with proof of income)'],
    [['370000'], '17 years', 'icp-filing §6 no 13 (HW)'],
    [['440000'], '16 years', 'icp-filing §6 no 13 (HW)'],
  ])
  expect(valuesInForce('S-02', shippedRuleData, day)).toEqual([])
})

test('what other sources say stands beside the value that applies, and where they disagree about what is no value, what each says', () => {
  const hainan = valuesInForce('S-29', shippedRuleData, day)[0]?.values.find(({ provinces }) => provinces.includes('460000'))
  expect(hainan?.others).toEqual([{ value: expect.objectContaining({ en: 'need not be the legal representative' }), source: 'icp-filing §6 no 14 (TC, older)', confirmed: true }])
  expect(valuesInForce('W-28', shippedRuleData, day).filter(({ id }) => id.endsWith('mini-program')).map(({ values: [value] }) => [value?.value.en, value?.others.map((other) => other.value.en)]))
    .toEqual([['20 characters', ['0 characters']], ['200 characters', ['1024 characters']]])
  for (const id of ['X-13', 'T-04', 'K-02']) expect(ruleCatalogue.find((rule) => rule.id === id)?.disputed?.map(({ confirmed }) => confirmed)).toEqual([true, false])
})

test('a published value stands from its day on, with its paper', () => {
  const zhejiang = (on: string) => valuesInForce('S-16', published, on)[0]?.values.find(({ provinces }) => provinces.includes('330000'))
  expect(zhejiang('2026-11-30')).toBeUndefined()
  expect(zhejiang('2026-12-01')).toMatchObject({ value: { zh: '20 周岁' }, from: '2026-12-01', source: '浙通管〔2026〕3号', version: 4 })
})

test('a published severity stands among the values of its rule', () => {
  const strict: ParameterEntry = { ...entry, id: 'severity-of-S-16', value: 'block', from: '2026-11-01' }
  expect(valuesInForce('S-16', withPublished(shippedRuleData, [{ version: 4, entry: strict }]), day).map(({ id }) => id)).toEqual(['youngest-individual', 'severity-of-S-16'])
})

test('rules are found by what is read of them: a province with a value of its own, a value, a paper that was published, how to mend', () => {
  expect(ids('广东 周岁')).toEqual(['S-16', 'S-33'])
  expect(ids('guangdong years')).toContain('S-16')
  expect(ids('居住证')).toEqual(expect.arrayContaining(['S-34', 'V-06']))
  expect(ids('浙通管 2026', '2026-11-30', published)).toEqual([])
  expect(ids('浙通管 2026', '2026-12-01', published)).toEqual(['S-16', 'S-33'])
})
