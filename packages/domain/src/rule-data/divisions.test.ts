/// <reference types="node" />
import { domainToASCII } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { isShippedDivision, shippedCityHasCounties } from '../code-tables/division-codes.js'
import { formerDivisions } from '../code-tables/former-divisions.js'
import { provinces } from '../code-tables/provinces.js'
import { cities, counties } from '../code-tables/shipped-divisions.js'
import { content } from '../filing/filing.fixture.js'
import type { Subject } from '../filing/content.js'
import { findingsFor } from '../rules/findings-for.js'
import { ruleSetVersion } from '../rules/rule-set.js'
import { divisionEntryFindings } from './division-entry-findings.js'
import { divisionsOn } from './division-table.js'
import { divisionOn } from './divisions-in-force.js'
import { entryFindings } from './entry-findings.js'
import { type DivisionEntry, keyOfEntry, type RuleData, shippedRuleData, withPublished } from './entry.js'

const today = '2026-11-26'
const later = '2027-01-01'
const entry = (given: Partial<DivisionEntry> = {}): DivisionEntry => ({
  of: 'division', id: 'divisions', code: '330115', zh: '示例区', en: 'Shili', exists: true, successors: [], from: today, to: '', source: '国函〔2026〕1号', confirmed: true, ...given,
})
const xihu = { code: '330106', zh: '西湖区', en: 'Xihu (西湖区)' }
const ended = (given: Partial<DivisionEntry> = {}) => entry({ code: '330102', zh: '上城区', en: 'Shangcheng', exists: false, successors: [xihu], ...given })
const published = (...entries: readonly DivisionEntry[]): RuleData => withPublished(shippedRuleData, entries.map((one, at) => ({ version: at + 1, entry: one })))
const names = (data: RuleData, city: string, day = today) => divisionsOn(data, day).counties(city).map(({ zh }) => zh)

describe('the shipped table', () => {
  test('has the same codes with and without names', () => {
    for (const province of provinces) {
      for (const city of cities(province.code)) {
        const under = counties(city.code)
        expect([city.code, isShippedDivision(city.code), shippedCityHasCounties(city.code)]).toEqual([city.code, true, under[0]?.code !== city.code])
        expect(under.filter(({ code }) => !isShippedDivision(code))).toEqual([])
      }
    }
    expect(['330100', '330106', '330199', '330000', '', '339900', '33010'].map(isShippedDivision)).toEqual([true, true, false, false, false, false, false])
  })

  test('knows what ended before it, under a code that is not given again, with successors that exist under their names', () => {
    const table = divisionsOn(shippedRuleData, today)
    expect(formerDivisions().length).toBeGreaterThanOrEqual(20)
    for (const { code, zh, en, ended: day, successors, source } of formerDivisions()) {
      expect([code, isShippedDivision(code), day < today, source === '']).toEqual([code, false, true, false])
      expect(successors.length).toBeGreaterThan(0)
      for (const successor of successors) expect(table.asSuccessor(code, successor.code)).toEqual(successor)
      expect(table.divisionName(code)).toMatchObject({ zh, en })
    }
  })

  test('says of a day what existed on it', () => {
    expect(divisionOn(shippedRuleData, '330104', '2021-04-08')).toEqual({ state: 'exists' })
    expect(divisionOn(shippedRuleData, '330104', '2021-04-09')).toMatchObject({ state: 'ended', ended: { zh: '江干区', day: '2021-04-09', successors: [{ code: '330102' }, { code: '330114' }] } })
    expect(divisionOn(shippedRuleData, '330199', today)).toEqual({ state: 'unknown' })
    expect(divisionsOn(shippedRuleData, today).standing('330113')).toMatchObject({ row: { zh: '临平区' }, since: '2021-04-09', source: '国函〔2021〕29号', confirmed: true })
  })

  test('offers the same as without anything published, and lists beside it what has ended', () => {
    const table = divisionsOn(shippedRuleData, today)
    for (const province of provinces) {
      expect(table.cities(province.code)).toEqual(cities(province.code))
      for (const city of cities(province.code)) expect(table.counties(city.code)).toEqual(counties(city.code))
    }
    expect(table.under('330100').filter((one) => one.ended).map(({ row }) => row.zh)).toEqual(['下城区', '江干区'])
    expect(table.under('370000').find(({ row }) => row.code === '371200')).toMatchObject({ row: { zh: '莱芜市' }, ended: { successors: [{ zh: '济南市' }] } })
    expect(table.counties('371200')).toEqual([])
    expect([table.counties('999900'), table.cities('990000'), table.standing('999999')]).toEqual([[], [], undefined])
  })
})

describe('what is published of divisions', () => {
  test('adds a county from its day on, in the order of codes', () => {
    const data = published(entry({ from: later }))
    expect(names(data, '330100')).not.toContain('示例区')
    expect(names(data, '330100', later)).toEqual(['上城区', '拱墅区', '西湖区', '滨江区', '萧山区', '余杭区', '富阳区', '临安区', '临平区', '钱塘区', '示例区', '桐庐县', '淳安县', '建德市'])
    expect(divisionsOn(data, later).divisionName('330115')).toEqual({ code: '330115', zh: '示例区', en: 'Shili (示例区)' })
  })

  test('renames one, keeps the name of one that ended, and lets the later entry prevail', () => {
    const renamed = entry({ code: '330102', zh: '新上城区', en: 'Xinshangcheng' })
    expect(names(published(renamed), '330100')[0]).toBe('新上城区')
    const data = published(renamed, ended({ from: later }))
    expect(names(data, '330100', later)[0]).toBe('拱墅区')
    expect(divisionsOn(data, later).divisionName('330102')?.zh).toBe('上城区')
    expect(names(published(ended(), renamed), '330100')[0]).toBe('新上城区')
  })

  test('adds a city, which is its own county until it has one', () => {
    const city = entry({ code: '331200', zh: '示例市' })
    expect(divisionsOn(published(city), today).cities('330000').at(-1)?.zh).toBe('示例市')
    expect(names(published(city), '331200')).toEqual(['示例市'])
    expect(names(published(city, entry({ code: '331202' })), '331200')).toEqual(['示例区'])
    expect(names(published(entry({ code: '441902' })), '441900')).toEqual(['示例区'])
  })

  test('makes other rules from its day on', () => {
    const data = published(ended({ from: later }))
    expect(ruleSetVersion(today, data)).toBe(ruleSetVersion(today))
    expect(ruleSetVersion(later, data)).not.toBe(ruleSetVersion(later))
  })
})

describe('rules by the divisions in force', () => {
  const judge = (given: Partial<Subject>, data = shippedRuleData, day = today) => {
    const filing = content
    const subject = { ...filing.subject, province: '330000', city: '330100', county: '330106', ...given }
    return findingsFor('new-subject', { ...filing, subject }, { today: day, domainToAscii: domainToASCII, ruleData: data }).filter(({ rule }) => rule === 'S-19' || rule === 'S-32')
  }
  const told = (...given: Parameters<typeof judge>) => judge(...given).map(({ rule, path }) => `${rule} ${path}`)

  test.each<[string, Partial<Subject>, string[]]>([
    ['a county of the table is taken', {}, []],
    ['a county that no table holds is not', { county: '330199' }, ['S-19 subject.county']],
    ['nor a city', { city: '339900', county: '339901' }, ['S-19 subject.city']],
    ['nor a city in place of its county', { county: '330100' }, ['S-19 subject.county']],
    ['a city without counties is its own', { province: '440000', city: '441900', county: '441900' }, []],
    ['a county that has ended is told', { county: '330104' }, ['S-32 subject.county']],
    ['and so is a city, with its county', { province: '370000', city: '371200', county: '371202' }, ['S-32 subject.city', 'S-32 subject.county']],
    ['what is empty is another rule’s', { city: '', county: '' }, []],
  ])('%s', (_, given, expected) => expect(told(given)).toEqual(expected))

  test('what has ended is named with its day and its successors, in both languages', () => {
    expect(judge({ county: '330104' })[0]).toMatchObject({
      text: { zh: '所选区县“江干区”已自 2021-04-09 起撤销。', en: 'The chosen county, Jianggan (江干区), exists no more since 2021-04-09.' },
      fix: { zh: '请改选“上城区”或“钱塘区”。', en: 'Choose Shangcheng (上城区) or Qiantang (钱塘区) instead.' },
    })
    expect(judge({ province: '340000', city: '341400', county: '341402' })[1]?.fix.zh).toBe('请改选“合肥市巢湖市”。')
  })

  test('an added county is taken from its day on, and an ended one refused from its day on', () => {
    const data = published(entry({ from: later }), ended({ from: later }))
    expect([told({ county: '330115' }, data), told({ county: '330115' }, data, later)]).toEqual([['S-19 subject.county'], []])
    expect([told({ county: '330102' }, data), told({ county: '330102' }, data, later)]).toEqual([[], ['S-32 subject.county']])
  })

  test('a certificate from a division that has ended belongs to the city of its successor', () => {
    const filing = content
    const judged = (certificateNumber: string, city: string) => findingsFor('new-subject', {
      ...filing, subject: { ...filing.subject, nature: '4', certificateType: '1', certificateNumber, province: '370000', city, county: `${city.slice(0, 4)}02` },
    }, {
      today, domainToAscii: domainToASCII,
      ruleData: withPublished(shippedRuleData, [{ version: 1, entry: { of: 'parameter', id: 'address-in-city-of-certificate', province: '370000', value: true, from: today, to: '', source: '鲁通信', confirmed: true, others: [] } }]),
    }).filter(({ rule }) => rule === 'S-30').length
    expect([judged(uscc('371202'), '370100'), judged(uscc('371202'), '370200'), judged(uscc('370202'), '370100')]).toEqual([0, 1, 1])
  })
})

const uscc = (region: string): string => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const body = `91${region}000000019`
  return body + alphabet[(31 - weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(body[at]!), 0) % 31) % 31]
}

describe('an entry about a division that is to be published', () => {
  const told = (given: DivisionEntry, data = shippedRuleData) => {
    const form = entryFindings(given, today)
    return (form.length > 0 ? form : divisionEntryFindings(given, data)).map(({ rule, path }) => `${rule} ${path}`)
  }
  test.each<[string, DivisionEntry, string[]]>([
    ['adds a county', entry(), []],
    ['adds a city', entry({ code: '331200', zh: '示例市' }), []],
    ['renames one', entry({ code: '330102' }), []],
    ['ends one', ended(), []],
    ['lets one that has ended exist again', entry({ code: '330104', zh: '江干区', en: 'Jianggan' }), []],
    ['has six digits', entry({ code: '33011' }), ['D-07 code']],
    ['is not about a province', entry({ code: '330000' }), ['D-07 code']],
    ['lies in a province that is there', entry({ code: '990100' }), ['D-07 code']],
    ['lies in a city that is there', entry({ code: '339902' }), ['D-07 code']],
    ['lies in no city that has ended', entry({ code: '371204' }), ['D-07 code']],
    ['ends only what is there', ended({ code: '330199' }), ['D-07 code']],
    ['has its names', entry({ zh: '', en: ' ' }), ['D-08 zh', 'D-08 en']],
    ['has its name in characters and its letters in letters', entry({ zh: 'Shili', en: '示例' }), ['D-08 zh', 'D-08 en']],
    ['names a successor of what ends', ended({ successors: [] }), ['D-09 successors']],
    ['names one that is there', ended({ successors: [{ code: '330104', zh: '江干区', en: 'Jianggan (江干区)' }] }), ['D-09 successors.0']],
    ['names another than itself', ended({ successors: [xihu, { ...xihu, code: '330102' }] }), ['D-09 successors.1']],
    ['names it as the table does', ended({ successors: [{ ...xihu, zh: '东湖区' }] }), ['D-09 successors.0']],
    ['names the city of a successor elsewhere', ended({ successors: [{ code: '330206', zh: '宁波市北仑区', en: 'Beilun (北仑区), Ningbo (宁波市)' }] }), []],
    ['ends no city before its counties', ended({ code: '330100', zh: '杭州市', en: 'Hangzhou', successors: [{ code: '330200', zh: '宁波市', en: 'Ningbo (宁波市)' }] }), ['D-10 exists']],
    ['begins today or later', entry({ from: '2026-11-25' }), ['D-04 from']],
    ['has no end of its own', entry({ to: '2027-12-31' }), ['D-05 to']],
    ['has a source', entry({ source: '' }), ['D-06 source']],
  ])('%s', (_, given, expected) => expect(told(given)).toEqual(expected))

  test('a county may follow a city that was published before it', () => {
    expect(told(entry({ code: '331202' }), published(entry({ code: '331200', zh: '示例市' })))).toEqual([])
  })

  test('has a key of its own', () => expect(keyOfEntry(entry())).toBe('division/divisions/330115'))
})
