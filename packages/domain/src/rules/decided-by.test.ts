/// <reference types="node" />
import { domainToASCII } from 'node:url'
import { expect, test } from '@jest/globals'
import { emptyPerson, emptyRegistration, emptyService, type RegistrationContent, type Service, type Subject } from '../filing/content.js'
import type { FilingKind } from '../filing/kind.js'
import type { DecidedBy } from '../rule-data/decided-by.js'
import { decidedInWords } from '../rule-data/decided-in-words.js'
import { type CodeEntry, emptyParameterEntry, type ParameterEntry, type RuleData, type RuleEntry, shippedRuleData, withPublished } from '../rule-data/entry.js'
import { findingsFor } from './findings-for.js'
import { residentIdCheckCharacter } from './resident-id.js'

const child = `11010120150307001${residentIdCheckCharacter('11010120150307001')}`
const begun = emptyRegistration()
const filing = (subject: Partial<Subject>, ...services: Partial<Service>[]): RegistrationContent =>
  ({ ...begun, subject: { ...begun.subject, ...subject }, services: services.map((given, at) => ({ ...emptyService(`s${at}`), ...given })) })
const publish = (...entries: RuleEntry[]): RuleData => withPublished(shippedRuleData, entries.map((entry, at) => ({ version: at + 1, entry })))
const decided = (rule: string, content: RegistrationContent, ruleData: RuleData = shippedRuleData, kind: FilingKind = 'new-subject'): readonly DecidedBy[] | undefined =>
  findingsFor(kind, content, { today: '2026-11-26', domainToAscii: domainToASCII, ruleData }).find((finding) => finding.rule === rule)?.decidedBy

const youth = { nature: '5', certificateType: '2', certificateNumber: child }
const parameter = (id: string, province: string, more: Partial<ParameterEntry>): ParameterEntry => ({ ...emptyParameterEntry(id, province), source: '粤通管〔2026〕8号', ...more })

test('an age is decided by the province where it has one of its own, else by the country', () => {
  expect(decided('S-16', filing({ ...youth, province: '440000' }))).toEqual([{
    key: 'parameter/youngest-individual', title: { zh: '个人主办者的最低年龄', en: 'Youngest age of an individual' }, value: { zh: '16 周岁', en: '16 years' }, province: '440000', from: '', to: '',
    source: 'icp-filing §6 no 13 (HW)', confirmed: true, version: 0,
  }])
  expect(decided('S-16', filing({ ...youth, province: '310000' }))).toMatchObject([{ province: '', value: { en: '18 years' } }])
})

test('what was published decides with its day, its paper and its number, and so does a published severity', () => {
  const data = publish(parameter('youngest-individual', '440000', { value: 17, from: '2026-11-01', to: '2027-12-31' }), parameter('severity-of-S-16', '440000', { value: 'block', from: '2026-11-20', confirmed: false }))
  expect(decided('S-16', filing({ ...youth, province: '440000' }), data)).toMatchObject([
    { key: 'parameter/youngest-individual', value: { en: '17 years' }, province: '440000', from: '2026-11-01', to: '2027-12-31', source: '粤通管〔2026〕8号', confirmed: true, version: 1 },
    { key: 'parameter/severity-of-S-16', value: { en: 'stops the filing' }, from: '2026-11-20', confirmed: false, version: 2 },
  ])
})

test('a rule that the data ask for in a province is decided by that', () => {
  expect(decided('S-31', filing({ province: '440000' }))).toMatchObject([{ key: 'parameter/commitment-letter', province: '440000', from: '2021-06-21', value: { zh: '是' } }])
  expect(decided('P-16', filing({ province: '430000', person: { ...emptyPerson(), mobile: '13800000001' } }))).toMatchObject([{ key: 'parameter/local-mobile', province: '430000' }])
})

test('of a list the word that was met decides, whether the country has it or the province', () => {
  const data = publish(parameter('forbidden-words', '440000', { value: ['彩票'], from: '2026-11-01' }))
  const named = (name: string, province: string) => filing({ nature: '4', province }, { name })
  expect(decided('W-06', named('示例赌博网', '440000'), data)).toMatchObject([{ key: 'parameter/forbidden-words', value: { zh: '“赌博”' }, province: '', version: 0 }])
  expect(decided('W-06', named('示例彩票网', '440000'), data)).toMatchObject([{ key: 'parameter/forbidden-words', value: { zh: '“彩票”' }, province: '440000', version: 1 }])
  expect(decided('W-06', named('示例廉政网', '310000'), data)).toMatchObject([{ key: 'parameter/duty-words', value: { zh: '“廉政”' } }])
})

test('a code that is used no more is decided by the entry that ended it; one that nobody knows is not repeated', () => {
  const retired: CodeEntry = { of: 'code', id: 'cancellationReasons', code: '1', zh: '不再开办', en: 'Not run any more', offered: false, from: '2026-11-20', to: '', source: '示例', confirmed: true }
  const cancelled = (reason: string, ruleData: RuleData) => findingsFor('cancel-subject', { form: 'cancellation', subjectNumber: '京ICP备2026000001号', serviceNumbers: [], reason, note: '' },
    { today: '2026-11-26', domainToAscii: domainToASCII, ruleData }).find(({ rule }) => rule === 'C-02')?.decidedBy
  expect(cancelled('1', publish(retired))).toMatchObject([{ key: 'code/cancellationReasons/1', title: { zh: '注销原因“不再开办”', en: 'Reasons of cancellations: Not run any more' }, value: { zh: '不再使用' }, from: '2026-11-20', source: '示例', version: 1 }])
  expect(cancelled('13800000001', shippedRuleData)).toMatchObject([{ key: 'code/cancellationReasons', value: { zh: '代码表中没有此代码' } }])
  expect(JSON.stringify(cancelled('13800000001', shippedRuleData))).not.toContain('13800000001')
})

test('a district that has ended is decided by what ended it', () => {
  expect(decided('S-32', filing({ province: '110000', city: '110100', county: '110103' }))).toMatchObject([{ key: 'division/divisions/110103', value: { en: 'exists no more' }, version: 0 }])
})

test('a rule that decides by itself names no value', () => {
  expect(decided('S-02', filing({ name: '' }))).toBeUndefined()
})

test('what decided is said in a sentence of both languages: whose, what, since when, and whether it is confirmed', () => {
  const [value] = decided('S-16', filing({ ...youth, province: '440000' }), publish(parameter('youngest-individual', '440000', { value: 16, from: '2021-01-01', confirmed: false, source: 'icp-filing §6 no 13 (HW)' })))!
  expect(decidedInWords(value!)).toEqual({
    zh: '广东省 · 个人主办者的最低年龄：16 周岁，自 2021-01-01 起，依据华为云备案文档，待核实',
    en: 'Guangdong · Youngest age of an individual: 16 years, since 2021-01-01, by Huawei Cloud’s guide to filing, not confirmed',
  })
})
