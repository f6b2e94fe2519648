import { expect, test } from '@jest/globals'
import type { RegistrationContent, Subject } from '../filing/content.js'
import { cancellation, content, wang } from '../filing/filing.fixture.js'
import { FilingKind } from '../filing/kind.js'
import { type CodeEntry, type ParameterEntry, type RuleData, shippedRuleData, withPublished } from '../rule-data/entry.js'
import { rulesInForce } from '../rule-data/rules-in-force.js'
import { missingPapers } from './paper-rules.js'
import { kindsWithPapers, paperSlots } from './paper-slots.js'

const today = '2026-11-26'
const slotsOf = (given: RegistrationContent, kind: FilingKind = 'new-subject', day = today, data: RuleData = shippedRuleData) => paperSlots(given, kind, rulesInForce(data, given.subject.province, day))
const names = (slots: ReturnType<typeof paperSlots>) => slots.map(({ purpose, about, providerId, due }) => `${purpose} ${about}${providerId ? ` ${providerId}` : ''}${due ? '' : '?'}`)
const withSubject = (more: Partial<Subject>): RegistrationContent => ({ ...content, subject: { ...content.subject, ...more } })
const individual = (more: Partial<Subject> = {}) => withSubject({ nature: '5', certificateType: '2', certificateNumber: '110101189001010016', ...more })
const ofSubject = (given: RegistrationContent, kind?: FilingKind, day?: string, data?: RuleData) => names(slotsOf(given, kind, day, data).filter(({ about }) => about === 'subject'))

test('a first filing of a unit asks for certificate, ID of the person, that of a website’s own person, and of each provider its sheet and photo', () => {
  expect(names(slotsOf(content))).toEqual([
    '2 subject', '3 subject',
    '1 services.s1 p1', '1 services.s1 p2', '5 services.s1 p1', '5 services.s1 p2', 'domain-certificate services.s1?',
    '1 services.s2 p2', '4 services.s2', '5 services.s2 p2', 'domain-certificate services.s2?',
  ])
})

test('a new service asks nothing of its subject, a new access only what its provider brings, a change waits for nothing', () => {
  expect(new Set(slotsOf(content, 'new-service').map(({ about }) => about))).toEqual(new Set(['services.s1', 'services.s2']))
  expect(new Set(slotsOf(content, 'new-access').map(({ purpose }) => purpose))).toEqual(new Set(['1', '5']))
  expect(slotsOf(content, 'change').filter(({ due }) => due)).toEqual([])
  expect(ofSubject(content, 'change')).toEqual(['2 subject?', '3 subject?', 'name-change subject?'])
  for (const kind of FilingKind.options) expect([kind, paperSlots(cancellation(), kind, rulesInForce(shippedRuleData, '110000', today))]).toEqual([kind, []])
  expect(kindsWithPapers).toEqual(['new-subject', 'new-service', 'new-access', 'change'])
})

test('a person in charge who is not the legal representative needs a letter, where the province does not let anybody be it', () => {
  const own = { legalPersonSource: 'own' as const }
  expect(ofSubject(withSubject(own))).toContain('authorization subject')
  expect(ofSubject(withSubject({ ...own, province: '510000' }))).toContain('authorization subject')
  expect(ofSubject(withSubject({ ...own, province: '320000' }))).toContain('authorization subject?')
  expect(ofSubject(individual(own))).toEqual(['2 subject'])
})

test('an individual away from home shows a residence permit, where the province asks for one', () => {
  expect(ofSubject(individual())).toEqual(['2 subject'])
  expect(ofSubject(individual({ province: '330000' }))).toEqual(['2 subject', 'residence subject'])
  const entry: ParameterEntry = { of: 'parameter', id: 'individuals-away-need-permit', province: '330000', value: false, from: today, to: '', source: '浙通信〔2026〕1号', confirmed: true, others: [] }
  expect(ofSubject(individual({ province: '330000' }), 'new-subject', today, withPublished(shippedRuleData, [{ version: 1, entry }]))).toEqual(['2 subject'])
})

test('letters of commitment are due in Guangdong and Jiangsu from their days on, and name the province', () => {
  const due = (province: string, day: string) => ofSubject(withSubject({ province }), 'new-subject', day).includes('commitment subject')
  expect([due('440000', '2021-06-20'), due('440000', '2021-06-21'), due('320000', '2021-05-31'), due('320000', '2021-06-01'), due('110000', today)]).toEqual([false, true, false, true, false])
  expect(slotsOf(withSubject({ province: '440000' })).find(({ purpose }) => purpose === 'commitment')).toMatchObject({ why: { zh: '广东省要求提交承诺书。' }, decidedBy: { province: '440000', from: '2021-06-21' } })
})

test('an individual between the two ages hands in a proof of income, and a unit in Shanghai may hand in a plan', () => {
  const jiangsu = (day: string) => ofSubject(individual({ province: '320000' }), 'new-subject', day)
  expect(['1905-12-31', '1906-01-01', '1907-12-31', '1908-01-01'].map((day) => jiangsu(day).includes('income subject'))).toEqual([false, true, true, false])
  expect(ofSubject(withSubject({ province: '310000' }))).toContain('plan subject?')
})

test('of each pre-approval up to ten scans are taken, as JPG; an app hands in its icon', () => {
  const services = [{ ...content.services[0]!, preApprovalAnswer: 'some' as const, preApprovals: [{ item: '1', approvalNumber: 'a' }, { item: '2', approvalNumber: 'b' }] }]
  expect(slotsOf({ ...content, services }).find(({ purpose }) => purpose === 'pre-approval')).toMatchObject({ due: true, most: 20, formats: ['1'], mostBytes: 102_400 })
  expect(names(slotsOf({ ...content, services: [{ ...content.services[0]!, type: 'app' as const, personSource: 'own', person: wang }] }))).toContain('icon services.s1')
  expect(slotsOf(content).filter(({ purpose }) => purpose === '1').map(({ mostBytes, most }) => [mostBytes, most])).toEqual([[153_600, 1], [153_600, 1], [153_600, 1]])
})

test('what an operator renames or offers no more is called so, or not asked', () => {
  const entry: CodeEntry = { of: 'code', id: 'paperPurposes', code: '5', zh: '现场照片', en: 'Photo', offered: true, from: today, to: '', source: '工信部公告', confirmed: true }
  const published = (more: Partial<CodeEntry>) => withPublished(shippedRuleData, [{ version: 1, entry: { ...entry, ...more } }])
  expect(slotsOf(content, 'new-subject', today, published({})).find(({ purpose }) => purpose === '5')?.title).toEqual({ zh: '现场照片', en: 'Photo' })
  expect(slotsOf(content, 'new-subject', today, published({ offered: false })).filter(({ purpose }) => purpose === '5')).toEqual([])
})

test('what is due and not there is told to reviewers, as strictly as the province was published to ask it', () => {
  const data = rulesInForce(shippedRuleData, '110000', today)
  const slots = slotsOf(content)
  const missing = missingPapers(slots, [{ purpose: '2', about: 'subject', providerId: null }, { purpose: '1', about: 'services.s1', providerId: 'p1' }], data)
  expect(missing.map(({ path }) => path)).toEqual([
    'papers.3.subject', 'papers.1.services.s1', 'papers.5.services.s1', 'papers.5.services.s1', 'papers.1.services.s2', 'papers.4.services.s2', 'papers.5.services.s2',
  ])
  expect(new Set(missing.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(new Set(['F-06 reviewer']))
  const strict = (value: string) => withPublished(shippedRuleData, [{ version: 1, entry: { of: 'parameter', id: 'severity-of-F-06', province: '110000', value, from: today, to: '', source: '京通信〔2026〕1号', confirmed: true, others: [] } as ParameterEntry }])
  expect(missingPapers(slots, [], rulesInForce(strict('block'), '110000', today))[0]).toMatchObject({ severity: 'block', decidedBy: [{ key: 'parameter/severity-of-F-06' }] })
  expect(missingPapers(slots, [], rulesInForce(strict('off'), '110000', today))).toEqual([])
})
