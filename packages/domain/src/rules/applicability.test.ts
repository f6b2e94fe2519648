/// <reference types="node" />
import { domainToASCII } from 'node:url'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { appCategories } from '../code-tables/app-categories.js'
import { isPersonal, natures } from '../code-tables/natures.js'
import { provinces } from '../code-tables/provinces.js'
import { emptyAccess, emptyLegalPerson, emptyPerson, emptyService, type FilingContent, type MigrationContent, type RegistrationContent } from '../filing/content.js'
import { FilingKind, registrationKinds } from '../filing/kind.js'
import { ServiceType } from '../filing/service-type.js'
import type { Finding } from '../finding.js'
import { type ParameterEntry, type RuleData, shippedRuleData, withPublished } from '../rule-data/entry.js'
import { shippedParameters } from '../rule-data/shipped-parameters.js'
import { ofUnits } from './applicability.js'
import { provincesAskedIn } from './applicability-words.js'
import { ruleCatalogue } from './catalogue.js'
import { findingsFor } from './findings-for.js'
import { residentIdCheckCharacter } from './resident-id.js'
import type { RuleContext } from './rule.js'

const context: RuleContext = { today: '2026-11-23', domainToAscii: domainToASCII }
const seed = 20261126

const one = <Item>(...items: Item[]) => fc.constantFrom(...items)
const youth = `11010120090307001${residentIdCheckCharacter('11010120090307001')}`
const child = `11010120150307001${residentIdCheckCharacter('11010120150307001')}`
/** Mostly somebody whose certificate fits, since the rest is hardly judged without; numbers of people who do not exist. */
const number = one('91110101000000019Y', '110101189001010016', child, youth, youth, '91110101000000019X', '12110000000000043T', '000000019', '000000018', '')
const day = one('2015-05-01', 'long-term', '2026-12-01', '2026-01-01', '2026-02-30', '')

const person = fc.record({
  name: one('示例甲', '甲1', ''), certificateType: one('2', '7', '1', 'none', ''), certificateNumber: number, certificateValidFrom: day, certificateValidTo: day,
  mobile: one('13800000001', '010-66668888', ''), emergencyPhone: one('13800000002', '13800000001', '110', ''), officePhone: one('010-66668888', '1', ''), email: one('jia@example.com', 'jia', ''),
}).map((given) => ({ ...emptyPerson(), ...given }))

const range = one({ from: '192.0.2.1', to: '192.0.2.9' }, { from: '192.0.2.9', to: '192.0.2.1' }, { from: '1.2.0.0', to: '1.9.255.255' }, { from: '10.0.0.1', to: '10.0.0.1' }, { from: 'x', to: '' }, { from: '', to: '' })
const access = fc.record({ providerId: one('p1', 'p2', ''), modes: one(['5'], ['99'], []), places: one(['110000'], ['990000'], []), ipRanges: fc.array(range, { maxLength: 3 }) })
  .map((given) => ({ ...emptyAccess(''), ...given, providerName: '示例云' }))

const key = 'a1b2c3d4'.repeat(16)
const platform = fc.record({ platform: one('android', 'ios', 'wechat', 'quick-app', 'none', ''), packageName: one('com.example.app', 'wx0123456789abcdef', '!', ''), publicKey: one(key, 'x', ''), fingerprint: one('0'.repeat(32), '0'.repeat(40), 'x', '') })

const service = fc.record({
  type: fc.constantFrom(...ServiceType.options), name: one('示例科技官网', '示例App', '旅行', '中国示例网', '赌博示例网', '理财示例网', '示例商城', 'example.com', '示例甲', '甲!', ''),
  domain: one('example.com', 'a.example.com', 'example.gov.cn', 'com.cn', 'foo_bar.cn', 'example.invalid', 'https://example.com', ''), homePage: one('www.example.com', 'http://example.com', 'www.example.net', '!', ''),
  contents: one(['8'], ['6'], ['none'], ['3'], []), languages: one(['1'], ['none'], []), preApprovalAnswer: one('none', 'some', ''), remark: one('', '一'.repeat(20), '企业销售', '一'.repeat(1025)), person,
  preApprovals: one([{ item: '3', approvalNumber: '1' }], [{ item: '3', approvalNumber: '' }], []), personSource: one('own', 'subject'), accesses: fc.array(access, { maxLength: 3 }), platforms: fc.array(platform, { maxLength: 3 }),
  categories: fc.subarray(appCategories.slice(0, 8).map(({ id }) => id)), channel: one('store', ''),
}).map((given) => ({ ...emptyService(''), ...given }))

const registration = fc.record({
  nature: one(...natures.map(({ id }) => id), '5', '5', '5', '5', '4', ''), name: one('北京示例科技有限公司', '示例甲', '<', ''), certificateType: one('1', '2', '1', '2', '12', '7', 'none', ''), certificateNumber: number,
  certificateAddress: one('北京市东城区示例路1号', ''), certificateValidFrom: day, certificateValidTo: day, investor: one('示例', ''), province: fc.constantFrom(...provinces.map(({ code }) => code), '', ...Array<string>(12).fill('130000'), ...Array<string>(12).fill('320000')), city: one('110100', '330100', ''),
  county: one('110101', '330106', '110103', ''), address: one('示例路1号', '北京市示例路1号', '示例@', ''), person, legalPersonSource: one('own', 'same'),
  legalPerson: fc.record({ name: one('示例丙', '3', ''), certificateType: one('2', '1', ''), certificateNumber: number }).map((given) => ({ ...emptyLegalPerson(), ...given })), filingMode: one('self'), remark: one('', '\u0000', '一'.repeat(1025)), fits: fc.boolean(),
}).map(({ fits, ...subject }) => ({ ...subject, ...(fits && { certificateType: subject.nature === '5' ? '2' : '1' }) })).chain((subject) => fc.array(service, { maxLength: 4 }).map((services): RegistrationContent => ({
  form: 'registration', subject: subject as RegistrationContent['subject'],
  services: services.map((given, at) => ({ ...given, id: `s${at}`, accesses: given.accesses.map((with_, no) => ({ ...with_, id: `a${no}` })), platforms: given.platforms.map((on, no) => ({ ...on, id: `p${no}` })) })) as RegistrationContent['services'],
})))

interface Found {
  readonly kind: FilingKind
  readonly content: RegistrationContent
  readonly finding: Finding
}

const found: Found[] = fc.sample(fc.tuple(fc.constantFrom(...registrationKinds), registration), { seed, numRuns: 2500 })
  .flatMap(([kind, content]) => findingsFor(kind, content, context).map((finding) => ({ kind, content, finding })))

const ruleOf = (id: string) => ruleCatalogue.find((rule) => rule.id === id)
const typeAt = ({ content, finding: { path } }: Found) => content.services.find(({ id }) => path.startsWith(`services.${id}.`) || path === `services.${id}`)?.type
/** What is shipped, read without the code that rules ask. */
const shippedIn = (id: string, province: string) =>
  (shippedParameters.find((row) => row.id === id && row.province === province) ?? shippedParameters.find((row) => row.id === id && row.province === ''))?.value

test('outside of what a rule declares nothing is found: neither in another kind, nor of another nature, type of service or province, nor where the data say otherwise', () => {
  expect(found.length).toBeGreaterThan(10_000)
  const outside = found.filter((each) => {
    const { kind, content: { subject }, finding } = each
    const rule = ruleOf(finding.rule)
    const [type, nature] = [typeAt(each), natures.some(({ id }) => id === subject.nature) ? subject.nature : '4']
    const kept = [
      rule?.kinds.includes(kind), rule?.natures?.includes(nature) ?? true, type === undefined || (rule?.types?.includes(type) ?? true), 
      ...(rule?.where ?? []).map(({ parameter, is, isNot }) => {
        const value = shippedIn(parameter, subject.province)
        return (is === undefined || value === is) && (isNot === undefined || value !== isNot)
      }),
    ]
    return !kept.every((so) => so === true)
  })
  expect(outside.map(({ kind, content: { subject }, finding: { rule, path } }) => [rule, path, kind, subject.nature, subject.province])).toEqual([])
})

test('no rule keeps from a nature or a type of service what it does not declare', () => {
  const seen = new Map<string, Set<string>>()
  for (const each of found) {
    const { nature } = each.content.subject
    const told = seen.get(each.finding.rule) ?? new Set()
    seen.set(each.finding.rule, told.add(isPersonal(nature) ? 'individual' : 'unit').add(typeAt(each) ?? 'none'))
  }
  const ofRegistrations = ruleCatalogue.filter(({ toldBy, kinds, id }) => toldBy === 'content' && kinds.some((kind) => registrationKinds.includes(kind)) && id !== 'X-07')
  const hidden = ofRegistrations.flatMap(({ id, natures: of, types }) => {
    const [told, ofServices] = [seen.get(id) ?? new Set(), /^[WA]/.test(id)]
    const declared = [...(!of || of.some(isPersonal) ? ['individual'] : []), ...(!of || of.some((nature) => ofUnits.includes(nature)) ? ['unit'] : []), ...(ofServices ? types ?? ServiceType.options : [])]
    return declared.filter((whom) => !told.has(whom)).map((whom) => `${id}: ${whom}`)
  })
  // Somebody without a nature is no individual.
  expect(hidden).toEqual(['S-01: individual'])
})

const spring: ParameterEntry = { of: 'parameter', id: 'commitment-letter', province: '330000', value: true, from: '2026-12-01', to: '2026-12-31', source: '示例', confirmed: true, others: [] }
const published: RuleData = withPublished(shippedRuleData, [{ version: 7, entry: spring }])
const subjectIn = (province: string): FilingContent => {
  const [first] = fc.sample(registration, { seed, numRuns: 1 })
  return { ...first!, subject: { ...first!.subject, nature: '4', province } }
}

test('a rule that the data ask for in one province is asked there, from the first day to the last', () => {
  const asked = (province: string, today: string) => findingsFor('new-subject', subjectIn(province), { ...context, today, ruleData: published }).some(({ rule }) => rule === 'S-31')
  expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((today) => asked('330000', today))).toEqual([false, true, true, false])
  expect(['2026-11-30', '2026-12-01'].map((today) => asked('310000', today))).toEqual([false, false])
  expect(['2021-06-20', '2021-06-21'].map((today) => asked('440000', today))).toEqual([false, true])
})

test('a rule with a first day is not asked before it', () => {
  const [website, app] = ['website', 'app'].map((type) => fc.sample(service, { seed, numRuns: 1 }).map((given) => ({ ...given, type, domain: 'example.com', platforms: [] }))[0]!)
  const rules = (today: string, ...services: object[]) => findingsFor('new-subject', {
    ...subjectIn('110000'), services: services.map((given, at) => ({ ...given, id: `s${at}` })),
  } as RegistrationContent, { ...context, today }).map(({ rule }) => rule)
  expect(['2019-04-21', '2019-04-22'].map((today) => rules(today, website!, website!).includes('W-15'))).toEqual([false, true])
  expect(['2023-08-31', '2023-09-01'].map((today) => rules(today, app!).includes('W-41'))).toEqual([false, true])
})

test('whether a province takes moves is asked of those that no source names', () => {
  const move = (character: string): MigrationContent => ({ form: 'migration', subjectNumber: `${character}ICP备2026000001号`, serviceNumbers: [], receivingNumber: '', domainHolder: '', note: '', services: [] })
  const asked = provinces.filter(({ icpCharacter }) => findingsFor('migrate-service', move(icpCharacter), context).some(({ rule }) => rule === 'T-07')).map(({ code }) => code)
  expect(asked).toEqual(provinces.map(({ code }) => code).filter((code) => shippedIn('takes-moves', code) !== 'yes'))
  expect(asked).toEqual(provincesAskedIn(ruleOf('T-07')!, shippedRuleData, context.today))
  expect(asked).toHaveLength(13)
})
