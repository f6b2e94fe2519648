/// <reference types="node" />
import { domainToASCII } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { content, service } from '../filing/filing.fixture.js'
import type { RegistrationContent } from '../filing/content.js'
import { ruleCatalogue } from '../rules/catalogue.js'
import { findingsFor } from '../rules/findings-for.js'
import { entryFindings } from './entry-findings.js'
import { ParameterEntry, type RuleData, shippedRuleData, withPublished } from './entry.js'
import { isParameterId, type ParameterId, parameterIds, parameterOf } from './parameters.js'
import { rulesInForce, standingOn } from './rules-in-force.js'
import { shippedParameters } from './shipped-parameters.js'

const today = '2026-11-26'
const zhejiang = '330000'
const entry = (given: Partial<ParameterEntry>): ParameterEntry =>
  ({ of: 'parameter', id: 'youngest-individual', province: zhejiang, value: 20, from: today, to: '', source: '浙通信〔2026〕1号', confirmed: true, others: [], ...given })
const published = (...entries: Partial<ParameterEntry>[]): RuleData =>
  withPublished(shippedRuleData, entries.map((given, index) => ({ version: index + 1, entry: entry(given) })))
const youngest = (data: RuleData, province = zhejiang, day = today) => rulesInForce(data, province, day).value('youngest-individual')
const judge = (given: Partial<RegistrationContent>, ruleData?: RuleData, day = today) =>
  findingsFor('new-subject', { ...content, ...given }, { today: day, domainToAscii: domainToASCII, ...(ruleData ? { ruleData } : {}) })
const found = (rule: string, ...judged: Parameters<typeof judge>) => judge(...judged).filter((finding) => finding.rule === rule)

describe('what is shipped', () => {
  test('every parameter but the severities has a value for the whole country, its own kind of value, and a source', () => {
    for (const id of parameterIds) {
      const own = shippedParameters.filter((one) => one.id === id)
      expect([id, own.some(({ province }) => province === '')]).toEqual([id, !id.startsWith('severity-of-')])
      for (const one of own) {
        expect(ParameterEntry.safeParse(one).success).toBe(true)
        expect([id, one.province, parameterOf(id).value.safeParse(one.value).success]).toEqual([id, one.province, true])
        for (const other of one.others) expect(parameterOf(id).value.safeParse(other.value).success).toBe(true)
        expect(one.source).toMatch(/icp-filing §/)
      }
    }
    expect(shippedParameters.every(({ id }) => isParameterId(id))).toBe(true)
    expect(new Set(shippedParameters.map(({ id, province, from }) => `${id}/${province}/${from}`)).size).toBe(shippedParameters.length)
  })

  test('every parameter names rules of the catalogue, and a weighed rule decides by no law', () => {
    const ids = new Set(ruleCatalogue.map(({ id }) => id))
    for (const id of parameterIds) expect([id, parameterOf(id).rules.filter((rule) => !ids.has(rule))]).toEqual([id, []])
    for (const id of parameterIds.filter((one) => one.startsWith('severity-of-'))) {
      expect([id, ruleCatalogue.find((rule) => rule.id === parameterOf(id).rules[0])?.severity]).toEqual([id, 'reviewer'])
    }
  })

  test('where two sources differ the one that applies stands with the other beside it', () => {
    const beijing = standingOn(shippedRuleData, 'person-in-charge', '110000', today)
    expect(beijing?.entry).toMatchObject({ value: 'legal-representative', others: [{ value: 'anyone' }] })
  })

  test('a province has its own value from its day on, and the country’s before and elsewhere', () => {
    expect(youngest(shippedRuleData, '440000')).toBe(16)
    expect(youngest(shippedRuleData)).toBe(18)
    expect(youngest(shippedRuleData, '')).toBe(18)
    const letter = (day: string) => rulesInForce(shippedRuleData, '440000', day).value('commitment-letter')
    expect([letter('2021-06-20'), letter('2021-06-21')]).toEqual([false, true])
  })
})

describe('what is published', () => {
  test('takes effect on its day, in its province, until its last day', () => {
    const data = published({ from: '2026-12-01', to: '2026-12-31' })
    expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((day) => youngest(data, zhejiang, day))).toEqual([18, 20, 20, 18])
    expect(youngest(data, '440000', '2026-12-15')).toBe(16)
  })

  test('the later beginning prevails whatever was published last, and of one day the later version', () => {
    const data = published({ from: '2027-01-01', value: 25 }, { from: '2026-12-01', value: 21 }, { from: '2026-12-01', value: 22 })
    expect(['2026-11-30', '2026-12-01', '2027-01-01'].map((day) => youngest(data, zhejiang, day))).toEqual([18, 22, 25])
  })

  test('a withdrawal brings back what is shipped, or the country’s value', () => {
    expect(youngest(published({}, { value: null }))).toBe(18)
    expect(youngest(published({ province: '440000' }, { province: '440000', value: null }), '440000')).toBe(16)
    expect(youngest(published({ province: '', value: 19 }, { value: null }))).toBe(19)
  })

  test('a province adds its words to those of the whole country', () => {
    const words = rulesInForce(published({ id: 'forbidden-words', value: ['养生'] }), zhejiang, today).value('forbidden-words')
    expect(words).toEqual(['赌博', '色情', '养生'])
  })

  test('an entry of a parameter that this release does not know, or with a value it cannot read, changes nothing', () => {
    expect(youngest(published({ id: 'of-tomorrow' }, { value: 'twenty' }, { value: 99 }))).toBe(18)
  })

  test('the same entries again change nothing, and what came later is added in order', () => {
    const data = published({ value: 19 })
    expect(withPublished(data, data.published)).toBe(data)
    const more = withPublished(data, [{ version: 3, entry: entry({ value: 21 }) }, { version: 2, entry: entry({ value: 20 }) }])
    expect([more.version, youngest(more)]).toEqual([3, 21])
  })
})

describe('the rules', () => {
  const named = (name: string, province = zhejiang): Partial<RegistrationContent> =>
    ({ subject: { ...content.subject, province }, services: [service('s1', 'example.com', ['p1'], { name })] })

  test('judge by what is in force in the province of the subject', () => {
    const data = published({ id: 'forbidden-words', value: ['养生'] })
    expect(found('W-06', named('示例养生网'), data)[0]).toMatchObject({ path: 'services.s1.name', severity: 'block' })
    expect(found('W-06', named('示例养 生网'), data)).toHaveLength(1)
    expect(found('W-06', named('示例养生网', '110000'), data)).toEqual([])
    expect(found('W-06', named('示例养生网'))).toEqual([])
  })

  test('are as strict as the data weigh them: blocking, advice, or not asked at all', () => {
    const many = { subject: { ...content.subject, province: zhejiang }, services: Array.from({ length: 11 }, (_, n) => service(`s${n}`, `n${n}.example.com`, ['p1'])) }
    const weighed = (value: string) => found('X-09', many, published({ id: 'severity-of-X-09', value })).map(({ severity }) => severity)
    expect([weighed('block'), weighed('warn'), weighed('off'), found('X-09', many).map(({ severity }) => severity)]).toEqual([['block'], ['warn'], [], ['reviewer']])
  })

  test('say whose rule it is and the value that decided', () => {
    const two = { ...named('示例网站甲', '430000'), services: ['a', 'b'].map((id) => service(id, `${id}.com`, ['p1'])) }
    expect(found('X-09', two)[0]?.text).toEqual({ zh: '一次提交了 2 个网站；湖南省要求单位不超过 1 个。', en: '2 services in one filing. Rule of Hunan: units hand in 1 at most.' })
  })
})

describe('an entry that is to be published', () => {
  const at = (given: Partial<ParameterEntry>) => entryFindings(entry(given), today).map(({ rule, path }) => `${rule} ${path}`)
  test.each<[string, Partial<ParameterEntry>, string[]]>([
    ['is in order', {}, []],
    ['may withdraw', { value: null }, []],
    ['names a parameter', { id: 'nothing' }, ['D-01 id']],
    ['names a province', { province: '990000' }, ['D-02 province']],
    ['holds a value within the limits', { value: 31 }, ['D-03 value']],
    ['holds a whole number', { value: 17.5 }, ['D-03 value']],
    ['holds words once', { id: 'forbidden-words', value: ['养生', '养生'] }, ['D-03 value']],
    ['holds words without signs', { id: 'forbidden-words', value: ['养.生'] }, ['D-03 value']],
    ['holds one of the answers', { id: 'person-in-charge', value: 'nobody' }, ['D-03 value']],
    ['begins today or later', { from: '2026-11-25' }, ['D-04 from']],
    ['has a day from which it applies', { from: '' }, ['D-04 from']],
    ['ends after it begins', { to: '2026-11-25' }, ['D-05 to']],
    ['has a source', { source: ' ' }, ['D-06 source']],
    ['has readable values of other sources', { others: [{ value: 16, source: 'y', confirmed: true }, { value: 'x', source: '', confirmed: false }] }, ['D-03 others.1.value', 'D-06 others.1.source']],
  ])('%s', (_, given, expected) => expect(at(given)).toEqual(expected))
})

test('a parameter of any id is described in both languages', () => {
  for (const id of parameterIds as readonly ParameterId[]) for (const text of [parameterOf(id).title, parameterOf(id).about]) expect([id, text.zh !== '' && text.en !== '']).toEqual([id, true])
})
