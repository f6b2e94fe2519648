/// <reference types="node" />
import { domainToASCII } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { displayFieldValue } from '../filing/display.js'
import { content, service } from '../filing/filing.fixture.js'
import type { RegistrationContent, Service } from '../filing/content.js'
import { findingsFor } from '../rules/findings-for.js'
import { codeTableIds, codeTableOf } from './code-tables.js'
import { codeNamesOn, offeredCodes, standingCodes } from './codes-in-force.js'
import { entryFindings } from './entry-findings.js'
import { type CodeEntry, keyOfEntry, type RuleData, shippedRuleData, withPublished } from './entry.js'
import { standingEntry } from './standing-entry.js'

const today = '2026-11-26'
const entry = (given: Partial<CodeEntry> = {}): CodeEntry =>
  ({ of: 'code', id: 'languages', code: '12', zh: '英文', en: 'English (any)', offered: true, from: today, to: '', source: '工信部公告2026年第9号', confirmed: true, ...given })
const published = (...entries: Partial<CodeEntry>[]): RuleData => withPublished(shippedRuleData, entries.map((given, index) => ({ version: index + 1, entry: entry(given) })))
const names = (data: RuleData, day = today) => offeredCodes(data, 'languages', day).map(({ id, zh }) => `${id} ${zh}`)
const judge = (rule: string, services: RegistrationContent['services'], ruleData: RuleData) =>
  findingsFor('new-subject', { ...content, services }, { today, domainToAscii: domainToASCII, ruleData }).flatMap((finding) => (finding.rule === rule ? [finding.path] : []))

describe('a code table', () => {
  test('holds what is shipped until something is published', () => {
    for (const table of codeTableIds) {
      const { rows, source } = codeTableOf(table)
      expect(standingCodes(shippedRuleData, table, today).map(({ row }) => row)).toEqual(rows)
      expect([new Set(rows.map(({ id }) => id)).size, source]).toEqual([rows.length, expect.stringMatching(/^icp-filing §/)])
    }
  })

  test('a code is renamed, retired and offered again, each from its day on', () => {
    const data = published({}, { offered: false, from: '2026-12-01' }, { from: '2027-01-01' })
    expect([today, '2026-12-01', '2027-01-01'].map((day) => names(data, day).includes('12 英文'))).toEqual([true, false, true])
    expect(names(data, '2026-11-25')).toContain('12 英语')
    expect(standingCodes(data, 'languages', '2026-12-01').find(({ row }) => row.id === '12')).toMatchObject({ row: { zh: '英文' }, offered: false, version: 2 })
  })

  test('of two changes of one day the later prevails, and one that has ended gives way to what stood before', () => {
    expect(names(published({ zh: '甲' }, { zh: '乙' }))).toContain('12 乙')
    const data = published({ zh: '甲' }, { zh: '乙', from: '2026-12-01', to: '2026-12-31' })
    expect([names(data, '2026-12-15').at(11), names(data, '2027-01-01').at(11)]).toEqual(['12 乙', '12 甲'])
  })

  test('an added code comes last and knows no more than its words', () => {
    const data = published({ id: 'serviceContents', code: 'ai-service', zh: '人工智能服务', en: 'AI service' })
    expect(offeredCodes(data, 'serviceContents', today).at(-1)).toEqual({ id: 'ai-service', zh: '人工智能服务', en: 'AI service', confirmed: true, forPersons: false, preApprovalItem: '' })
  })
})

const app: Partial<Service> = {
  type: 'app', categories: ['shop'], channel: 'store', platforms: [{ id: 'p1', platform: 'android', packageName: 'com.example.app', publicKey: 'a1b2c3d4'.repeat(16), fingerprint: '0123456789abcdef'.repeat(2) }],
}

describe('the rules', () => {
  const one = (given: Partial<RegistrationContent['services'][number]>) => [service('s1', 'example.com', ['p1'], given)]

  test('refuse a code from the day on which it is retired, and take an added one', () => {
    const chosen = one({ languages: ['12'] })
    const at = ['services.s1.languages']
    expect(judge('W-22', chosen, shippedRuleData)).toEqual([])
    expect(judge('W-22', chosen, published({ offered: false }))).toEqual(at)
    expect(judge('W-22', chosen, published({ offered: false, from: '2026-12-01' }))).toEqual([])
    expect(judge('W-22', one({ languages: ['90'] }), shippedRuleData)).toEqual(at)
    expect(judge('W-22', one({ languages: ['90'] }), published({ code: '90' }))).toEqual([])
  })

  test.each([
    ['natures', '4', 'S-01', 'subject.nature'], ['certificateTypes', '1', 'S-04', 'subject.certificateType'], ['certificateTypes', '2', 'P-02', 'subject.person.certificateType'],
    ['serviceContents', '8', 'W-21', 'services.s1.contents'], ['accessModes', '5', 'A-02', 'services.s1.accesses.s1-a1.modes'], ['topLevelDomains', 'com', 'W-13', 'services.s1.domain'],
    ['serverPlaces', '110000', 'A-03', 'services.s1.accesses.s1-a1.places'], ['appCategories', 'shop', 'W-48', 'services.s1.categories', app],
    ['appPlatforms', 'android', 'W-42', 'services.s1.platforms.p1.platform', app], ['channels', 'store', 'W-49', 'services.s1.channel', app],
  ] as const)('a retired code of %s (%s) is not taken', (id, code, rule, path, given: Partial<Service> = {}) => {
    expect(judge(rule, one(given), shippedRuleData)).toEqual([])
    expect(judge(rule, one(given), published({ id, code, offered: false }))).toEqual([path])
  })

  test('a top-level domain that was approved meanwhile may be filed', () => {
    const chosen = one({ domain: 'www.example.dev', homePage: 'www.example.dev' })
    expect([judge('W-13', chosen, shippedRuleData), judge('W-14', chosen, shippedRuleData)]).toEqual([['services.s1.domain'], []])
    const approved = published({ id: 'topLevelDomains', code: 'dev', zh: '.dev', en: '.dev' })
    expect([judge('W-13', chosen, approved), judge('W-14', chosen, approved)]).toEqual([[], ['services.s1.domain']])
  })
})

test('what was filed with a retired code is still called by its name', () => {
  const shown = (data: RuleData) => displayFieldValue('services.s1.languages', ['1', '12'], 'zh', { codeName: codeNamesOn(data, today) })
  expect([shown(shippedRuleData), shown(published({ offered: false })), shown(published({ code: '90' }))]).toEqual(['中文简体、英语', '中文简体、英文', '中文简体、英语'])
})

test('what stands is shown beside what would stand', () => {
  expect(standingEntry(shippedRuleData, entry(), today)).toMatchObject({ zh: '英语', offered: true, from: '', source: 'icp-filing §2.8' })
  expect(standingEntry(published({ zh: '甲' }), entry(), today)).toMatchObject({ zh: '甲' })
  expect(standingEntry(shippedRuleData, entry({ code: '90' }), today)).toBeUndefined()
  expect(keyOfEntry(entry())).toBe('code/languages/12')
})

describe('a change of a code that is to be published', () => {
  test.each<[string, Partial<CodeEntry>, string[]]>([
    ['is in order', {}, []],
    ['names a table', { id: 'nothing' }, ['D-01 id']],
    ['has a code of small letters, digits and hyphens', { code: 'A 1' }, ['D-07 code']],
    ['may add to an open table', { code: '90' }, []],
    ['adds nothing to natures', { id: 'natures', code: '90' }, ['D-07 code']],
    ['adds no place abroad', { id: 'serverPlaces', code: '810000' }, ['D-07 code']],
    ['may rename a place', { id: 'serverPlaces', code: '110000' }, []],
    ['adds no platform', { id: 'appPlatforms', code: 'new' }, ['D-07 code']],
    ['has a code that a filing can hold', { code: 'a-code-of-17-char' }, ['D-07 code']],
    ['may have a longer one where no filing holds it', { id: 'returnReasons', code: 'a-code-of-17-char' }, []],
    ['names a category under its heading', { id: 'appCategories', code: 'pets', zh: '宠物', en: 'Pets' }, ['D-08 zh']],
    ['names it in both languages', { id: 'appCategories', code: 'pets', zh: '生活服务 - 宠物', en: 'Everyday life – Pets' }, []],
    ['has both names', { zh: ' ', en: '' }, ['D-08 zh', 'D-08 en']],
    ['begins today or later', { from: '2026-11-25' }, ['D-04 from']],
    ['has a source', { source: '' }, ['D-06 source']],
  ])('%s', (_, given, expected) => expect(entryFindings(entry(given), today).map(({ rule, path }) => `${rule} ${path}`)).toEqual(expected))
})
