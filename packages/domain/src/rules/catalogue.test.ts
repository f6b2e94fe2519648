/// <reference types="node" />
import { domainToASCII } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { newConflictRules } from '../conflicts/conflict-rules.js'
import type { Finding } from '../finding.js'
import {
  emptyAccess, emptyLegalPerson, emptyPerson, emptyRegistration, emptyService,
  type Access, type CancellationContent, type FilingContent, type Person, type Platform, type RegistrationContent, type Service, type Subject, type LegalPerson, type MigrationContent,
} from '../filing/content.js'
import { correctionRules } from '../filing/correction-rules.js'
import { entryScope } from '../filing/entry-scope.js'
import { FilingKind, formOf } from '../filing/kind.js'
import { paperRules } from '../papers/paper-rules.js'
import { registerCancellationRules } from '../register/cancellation-findings.js'
import { exclusionRules } from '../register/conflicting-filings.js'
import { registerProvincialRules } from '../register/provincial-findings.js'
import { registerMigrationRules } from '../register/migration-findings.js'
import { registerRegistrationRules } from '../register/registration-findings.js'
import { findRules, ruleCatalogue } from './catalogue.js'
import { findingsFor, findingsUnder } from './findings-for.js'
import { domainAlreadyFiled, domainInOpenFiling, domainIsTaken, packageAlreadyFiled, providerUnknown, registerRules, subjectAlreadyFiled, subjectHasOpenFiling } from './register-findings.js'
import { shippedRuleData, withPublished } from '../rule-data/entry.js'
import type { RuleContext } from './rule.js'
import { sheetChecks } from '../verification/sheet-checks.js'

const context: RuleContext = { today: '2026-11-23', domainToAscii: domainToASCII }

const person: Person = {
  name: '示例甲', certificateType: '2', certificateNumber: '110101189001010016', certificateValidFrom: '2020-01-01', certificateValidTo: 'long-term',
  mobile: '13800000001', emergencyPhone: '13800000002', officePhone: '010-66668888', email: 'jia@example.com',
}
const otherPerson: Person = {
  ...person, name: '示例乙', certificateNumber: '110101189003070020', mobile: '13800000003', emergencyPhone: '0571-88889999', email: 'yi@example.com',
}
const subject: Subject = {
  nature: '4', name: '北京示例科技有限公司', certificateType: '1', certificateNumber: '91110101000000019Y', certificateAddress: '北京市东城区示例路1号',
  certificateValidFrom: '2015-05-01', certificateValidTo: 'long-term', investor: '北京示例科技有限公司', province: '110000', city: '110100', county: '110101',
  address: '示例路1号院2号楼301室', person, legalPersonSource: 'same', legalPerson: emptyLegalPerson(), filingMode: 'self', remark: '',
}
const individual: Subject = {
  ...subject, nature: '5', name: '示例甲', certificateType: '2', certificateNumber: '110101189001010016', investor: '', person: { ...person, officePhone: '' },
}
const access: Access = {
  ...emptyAccess('a1'), providerId: 'p1', providerName: '示例云', modes: ['5'], places: ['110000'], ipRanges: [{ from: '192.0.2.1', to: '192.0.2.9' }, { from: '2001:db8::1', to: '2001:db8::1' }],
}
const service: Service = {
  ...emptyService('s1'), name: '示例科技官网', domain: 'example.com', homePage: 'www.example.com', contents: ['8'], languages: ['1', '12'],
  preApprovalAnswer: 'none', accesses: [access],
}
const blog: Service = { ...service, name: '甲的读书笔记', contents: ['6'] }

const publicKey = 'a1b2c3d4'.repeat(16)
const android: Platform = { id: 'p1', platform: 'android', packageName: 'com.example.app', publicKey, fingerprint: '0123456789abcdef0123456789abcdef' }
const ios: Platform = { id: 'p2', platform: 'ios', packageName: 'com.example.app', publicKey, fingerprint: '0123456789abcdef0123456789abcdef01234567' }
const app: Service = {
  ...emptyService('s1', 'app'), name: '示例App', domain: 'api.v2.example.com', preApprovalAnswer: 'none', platforms: [android, ios], categories: ['1', 'shop'],
  channel: 'store', accesses: [access],
}
const miniProgram: Service = {
  ...app, type: 'mini-program', name: '示例小程序', domain: '', platforms: [{ id: 'p3', platform: 'wechat', packageName: 'wx0123456789abcdef', publicKey: '', fingerprint: '' }],
  remark: '一二三四五六七八九十一二三四五六七八九十',
}
const quickApp: Service = { ...app, type: 'quick-app', name: '示例快应用', domain: '', platforms: [{ id: 'p4', platform: 'quick-app', packageName: 'com.example.quick', publicKey: '', fingerprint: '' }] }
const withApp = (more: Partial<Service> = {}) => filing({ services: [{ ...app, ...more }] })
const withPlatform = (more: Partial<Platform>, other: Partial<Platform> = {}) => withApp({ platforms: [{ ...android, ...more }, { ...ios, ...other }] })
const withTwoApps = (more: Partial<Service>) => filing({
  services: [app, { ...app, id: 's2', name: '示例助手', platforms: [{ ...android, packageName: 'com.example.helper' }], ...more }],
})

const filing = (more: Partial<RegistrationContent> = {}): RegistrationContent => ({ form: 'registration', subject, services: [service], ...more })
const withSubject = (more: Partial<Subject>) => filing({ subject: { ...subject, ...more } })
const withIndividual = (more: Partial<Subject> = {}, of: Partial<Service> = {}) => filing({ subject: { ...individual, ...more }, services: [{ ...blog, ...of }] })
const withLegalPerson = (more: Partial<LegalPerson>, of: Partial<Subject> = {}) => withSubject({
  legalPersonSource: 'own', legalPerson: { name: '示例丙', certificateType: '2', certificateNumber: '330106188512310035', ...more }, ...of,
})
const withPerson = (more: Partial<Person>) => withSubject({ person: { ...person, ...more } })
const withOwnPerson = (more: Partial<Person>) => filing({ services: [{ ...service, personSource: 'own', person: { ...otherPerson, ...more } }] })
const withService = (more: Partial<Service>) => filing({ services: [{ ...service, ...more }] })
const withTwo = (more: Partial<Service>) => filing({ services: [service, { ...service, id: 's2', name: '示例科技商城', domain: 'example.net', homePage: 'example.net', ...more }] })
const withAccess = (more: Partial<Access>) => withService({ accesses: [{ ...access, ...more }] })
const withTwoAccesses = (more: Partial<Access>) => withService({ accesses: [access, { ...access, id: 'a2', providerId: 'p2', providerName: '示例网', ipRanges: [{ from: '198.51.100.1', to: '198.51.100.1' }], ...more }] })
const ip = (from: string, to = from) => withAccess({ ipRanges: [{ from, to }] })
const cancellation = (more: Partial<CancellationContent> = {}): CancellationContent =>
  ({ form: 'cancellation', subjectNumber: '京ICP备2026000001号', serviceNumbers: ['京ICP备2026000001号-1'], reason: '1', note: '', ...more })

/** Provinces that ask for something of their own. */
const liaoning = { province: '210000', city: '210100', county: '210102' }
const jiangsu = { province: '320000', city: '320100', county: '320102' }
const hebei = { province: '130000', city: '130100', county: '130102' }

const migration = (more: Partial<MigrationContent> = {}): MigrationContent => ({
  form: 'migration', subjectNumber: '浙ICP备2026000001号', serviceNumbers: ['浙ICP备2026000001号-1'], receivingNumber: '浙ICP备2026000002号', domainHolder: 'receiver', note: '',
  services: [service], ...more,
})

interface Row {
  readonly good: FilingContent
  readonly bad: FilingContent
  /** Where the bad one is found. */
  readonly at: string
  readonly kind?: FilingKind
  /** Ages are tried by an earlier today, since all sample persons were born before 1900. */
  readonly badOn?: string
}

/** One good and one bad filing per rule; the good one lies as near to the border as it can. */
const rows: Record<string, Row> = {
  'S-01': { good: filing(), bad: withSubject({ nature: '7' }), at: 'subject.nature' },
  'S-02': { good: filing(), bad: withSubject({ name: ' ' }), at: 'subject.name' },
  'S-03': { good: withSubject({ name: '示例（北京）科技·有限公司' }), bad: withSubject({ name: '示例<b>公司' }), at: 'subject.name' },
  'S-04': { good: withSubject({ certificateType: '12', certificateNumber: '00000001-9' }), bad: withSubject({ certificateType: '13' }), at: 'subject.certificateType' },
  'S-05': { good: filing(), bad: withSubject({ certificateNumber: '' }), at: 'subject.certificateNumber' },
  'S-06': { good: withSubject({ certificateNumber: '９１110101 000000019y' }), bad: withSubject({ certificateNumber: '91110101000000019X' }), at: 'subject.certificateNumber' },
  'S-07': { good: withSubject({ certificateNumber: '92440304000000035P' }), bad: withSubject({ certificateNumber: '121100000000000431' }), at: 'subject.certificateNumber' },
  'S-08': { good: withSubject({ certificateType: '12', certificateNumber: '000000019' }), bad: withSubject({ certificateType: '12', certificateNumber: '000000018' }), at: 'subject.certificateNumber' },
  'S-09': { good: withIndividual(), bad: withIndividual({ certificateNumber: '110101189001010015' }), at: 'subject.certificateNumber' },
  'S-10': { good: filing(), bad: withSubject({ certificateAddress: '' }), at: 'subject.certificateAddress' },
  'S-11': { good: withSubject({ certificateValidFrom: '2026-11-23' }), bad: withSubject({ certificateValidFrom: '2026-11-24' }), at: 'subject.certificateValidFrom' },
  'S-12': { good: withSubject({ certificateValidTo: '2026-11-23' }), bad: withSubject({ certificateValidTo: '2026-11-22' }), at: 'subject.certificateValidTo' },
  'S-13': { good: withSubject({ certificateValidTo: '2027-02-24' }), bad: withSubject({ certificateValidTo: '2027-02-23' }), at: 'subject.certificateValidTo' },
  'S-14': { good: withIndividual(), bad: withSubject({ investor: '' }), at: 'subject.investor' },
  'S-15': { good: filing(), bad: withSubject({ province: '330000', city: '330100', county: '330106' }), at: 'subject.province' },
  'S-16': { good: withIndividual(), bad: withIndividual(), badOn: '1907-12-31', at: 'subject.certificateNumber' },
  'S-17': { good: withIndividual(), bad: withIndividual({ person: otherPerson }), at: 'subject.person.name' },
  'S-18': { good: filing(), bad: withSubject({ county: '' }), at: 'subject.county' },
  'S-19': { good: withSubject({ province: '420000', city: '429000', county: '429004' }), bad: withSubject({ city: '330100' }), at: 'subject.city' },
  'S-32': { good: filing(), bad: withSubject({ county: '110103' }), at: 'subject.county' },
  'S-20': { good: filing(), bad: withSubject({ address: '' }), at: 'subject.address' },
  'S-21': { good: withSubject({ address: '北京路1号' }), bad: withSubject({ address: '北京市东城区示例路1号' }), at: 'subject.address' },
  'S-22': { good: withSubject({ address: '示例镇示例村三组' }), bad: withSubject({ address: '示例路@1号' }), at: 'subject.address' },
  'S-23': { good: withLegalPerson({}), bad: withLegalPerson({ name: '3' }), at: 'subject.legalPerson.name' },
  'S-24': { good: withLegalPerson({ certificateType: '7', certificateNumber: 'E12345678' }), bad: withLegalPerson({ certificateType: '1' }), at: 'subject.legalPerson.certificateType' },
  'S-25': { good: withSubject({ legalPersonSource: 'same' }), bad: withLegalPerson({ certificateNumber: '' }), at: 'subject.legalPerson.certificateNumber' },
  'S-26': { good: withLegalPerson({ certificateNumber: '３３0106 188512310035' }), bad: withLegalPerson({ certificateNumber: '330106188512310036' }), at: 'subject.legalPerson.certificateNumber' },
  'S-27': { good: withLegalPerson({ certificateNumber: '110101189003070020' }), bad: withLegalPerson({ certificateNumber: person.certificateNumber }), at: 'subject.legalPerson.certificateNumber' },
  'S-28': { good: withLegalPerson({}, liaoning), bad: withLegalPerson({}), at: 'subject.legalPersonSource' },
  'S-29': { good: withLegalPerson({}), bad: withLegalPerson({}, { province: '340000', city: '340100', county: '340102' }), at: 'subject.legalPersonSource' },
  'S-30': { good: withSubject(liaoning), bad: withSubject(hebei), at: 'subject.city' },
  'S-31': { good: filing(), bad: withSubject({ province: '440000', city: '440300', county: '440304' }), at: 'subject.province' },

  'S-33': { good: withIndividual({ ...jiangsu }), bad: withIndividual({ ...jiangsu }), badOn: '1907-12-31', at: 'subject.certificateNumber' },
  'S-34': { good: withIndividual(), bad: withIndividual(liaoning), at: 'subject.province' },

  'S-35': { good: withSubject({ remark: '字'.repeat(1024) }), bad: withSubject({ remark: '字'.repeat(1025) }), at: 'subject.remark' },

  'S-36': { good: withIndividual(), bad: withIndividual(), badOn: '1903-12-31', at: 'subject.certificateNumber' },
  'S-37': { good: withLegalPerson({}), bad: withLegalPerson({}), badOn: '1899-12-30', at: 'subject.legalPerson.certificateNumber' },
  'P-01': { good: withPerson({ name: '买买提·吐尔逊' }), bad: withPerson({ name: '甲1' }), at: 'subject.person.name' },
  'P-02': { good: filing(), bad: withPerson({ certificateType: '1' }), at: 'subject.person.certificateType' },
  'P-03': { good: filing(), bad: withOwnPerson({ certificateNumber: '' }), at: 'services.s1.person.certificateNumber' },
  'P-04': { good: withPerson({ certificateType: '41', certificateNumber: '81000018900101001X' }), bad: withPerson({ certificateType: '2', certificateNumber: '81000018900101001X' }), at: 'subject.person.certificateNumber' },
  'P-05': { good: withPerson({ certificateValidTo: '2030-01-01' }), bad: withPerson({ certificateValidTo: '2019-12-31' }), at: 'subject.person.certificateValidTo' },
  'P-06': { good: withPerson({ certificateValidTo: '2026-11-23' }), bad: withPerson({ certificateValidTo: '2026-01-01' }), at: 'subject.person.certificateValidTo' },
  'P-07': { good: withPerson({ certificateValidTo: '2027-02-24' }), bad: withPerson({ certificateValidTo: '2027-01-01' }), at: 'subject.person.certificateValidTo' },
  'P-08': { good: withPerson({ mobile: '+86 138 0000 0001' }), bad: withPerson({ mobile: '010-66668888' }), at: 'subject.person.mobile' },
  'P-09': { good: withPerson({ emergencyPhone: '010-66667777' }), bad: withPerson({ emergencyPhone: '110' }), at: 'subject.person.emergencyPhone' },
  'P-10': { good: filing(), bad: withPerson({ emergencyPhone: '138 0000 0001' }), at: 'subject.person.emergencyPhone' },
  'P-11': { good: withIndividual(), bad: withPerson({ officePhone: '' }), at: 'subject.person.officePhone' },
  'P-12': { good: filing(), bad: withPerson({ email: 'jia@example' }), at: 'subject.person.email' },
  'P-13': { good: withOwnPerson({}), bad: withOwnPerson({ mobile: '13800000001' }), at: 'services.s1.person.mobile' },
  'P-14': { good: withOwnPerson({ ...person }), bad: withOwnPerson({ ...person, mobile: '13800000009' }), at: 'services.s1.person' },
  'P-15': { good: withPerson({ certificateType: '7', certificateNumber: 'E12345678' }), bad: withSubject({ province: '140000', city: '140100', county: '140105', person: { ...person, certificateType: '7', certificateNumber: 'E12345678' } }), at: 'subject.person.certificateType' },
  'P-16': { good: filing(), bad: withSubject({ province: '430000', city: '430100', county: '430102' }), at: 'subject.person.mobile' },
  'P-17': { good: filing(), bad: filing(), badOn: '1903-12-31', at: 'subject.person.certificateNumber' },

  'W-01': { good: filing(), bad: withService({ name: '' }), at: 'services.s1.name' },
  'W-02': { good: withService({ name: 'Example示例网' }), bad: withService({ name: 'Example示例' }), at: 'services.s1.name' },
  'W-03': { good: withService({ name: '示例·科技官网' }), bad: withService({ name: '示例科技官网!' }), at: 'services.s1.name' },
  'W-04': { good: filing(), bad: withService({ name: '示例科技网example.com' }), at: 'services.s1.name' },
  'W-05': { good: filing(), bad: withService({ name: '中国示例科技网' }), at: 'services.s1.name' },
  'W-06': { good: filing({ subject: { ...subject, nature: '2' }, services: [{ ...service, name: '示例廉政网' }] }), bad: withService({ name: '示例廉政网' }), at: 'services.s1.name' },
  'W-07': { good: withIndividual(), bad: withIndividual({}, { name: '甲的科技公司' }), at: 'services.s1.name' },
  'W-08': { good: filing(), bad: withService({ name: '旅行日记网' }), at: 'services.s1.name' },
  'W-09': { good: withTwo({}), bad: withTwo({ name: '示例科技官网' }), at: 'services.s2.name' },
  'W-10': { good: filing(), bad: withService({ domain: '' }), at: 'services.s1.domain' },
  'W-11': { good: withService({ domain: 'ＥＸＡＭＰＬＥ。com' }), bad: withService({ domain: 'https://example.com' }), at: 'services.s1.domain' },
  'W-12': { good: withService({ domain: '例子.中国', homePage: 'www.例子.中国' }), bad: withService({ domain: 'foo_bar.cn' }), at: 'services.s1.domain' },
  'W-13': { good: withService({ domain: 'example.org', homePage: 'example.org' }), bad: withService({ domain: 'example.test' }), at: 'services.s1.domain' },
  'W-14': { good: withService({ domain: 'foo.bj.cn', homePage: 'foo.bj.cn' }), bad: withService({ domain: 'www.example.com' }), at: 'services.s1.domain' },
  'W-15': { good: withTwo({}), bad: withTwo({ domain: 'EXAMPLE.com' }), at: 'services.s2.domain' },
  'W-16': { good: withService({ domain: 'example.cn' }), bad: withService({ domain: 'foo.gov.cn' }), at: 'services.s1.domain' },
  'W-17': { good: filing(), bad: withService({ homePage: '' }), at: 'services.s1.homePage' },
  'W-18': { good: withService({ homePage: 'www.example.com/index.html' }), bad: withService({ homePage: 'https://www.example.com' }), at: 'services.s1.homePage' },
  'W-19': { good: withService({ homePage: 'example.com' }), bad: withService({ homePage: 'www.notexample.com' }), at: 'services.s1.homePage' },
  'W-20': { good: withTwo({}), bad: withTwo({ homePage: 'WWW.example.com/' }), at: 'services.s2.homePage' },
  'W-21': { good: filing(), bad: withService({ contents: ['8', '99'] }), at: 'services.s1.contents' },
  'W-22': { good: filing(), bad: withService({ languages: [] }), at: 'services.s1.languages' },
  'W-23': { good: withIndividual({}, { contents: ['6', '24'] }), bad: withIndividual({}, { contents: ['9'] }), at: 'services.s1.contents' },
  'W-24': { good: filing(), bad: withService({ preApprovalAnswer: '' }), at: 'services.s1.preApprovalAnswer' },
  'W-25': { good: withService({ preApprovalAnswer: 'some', preApprovals: [{ item: '2', approvalNumber: '示例批〔2026〕1号' }] }), bad: withService({ preApprovalAnswer: 'some', preApprovals: [{ item: '2', approvalNumber: '' }] }), at: 'services.s1.preApprovals' },
  'W-26': { good: withService({ contents: ['5'], preApprovalAnswer: 'some', preApprovals: [{ item: '1', approvalNumber: '示例1号' }] }), bad: withService({ contents: ['5'] }), at: 'services.s1.preApprovalAnswer' },
  'W-27': { good: withIndividual(), bad: withIndividual({}, { preApprovalAnswer: 'some', preApprovals: [{ item: '2', approvalNumber: '示例1号' }] }), at: 'services.s1.preApprovalAnswer' },
  'W-28': { good: withService({ type: 'mini-program', remark: '一二三四五六七八九十一二三四五六七八九十' }), bad: withService({ type: 'mini-program', remark: '太短' }), at: 'services.s1.remark' },
  'W-29': { good: filing(), bad: withService({ accesses: [] }), at: 'services.s1.accesses' },

  'W-40': { good: filing(), bad: withApp({ homePage: 'www.example.com' }), at: 'services.s1.homePage' },
  'W-41': { good: withApp(), bad: withApp({ platforms: [] }), at: 'services.s1.platforms' },
  'W-42': { good: withPlatform({ platform: 'harmonyos' }), bad: withPlatform({ platform: 'wechat' }), at: 'services.s1.platforms.p1.platform' },
  'W-43': { good: withApp(), bad: withPlatform({ packageName: ' ' }), at: 'services.s1.platforms.p1.packageName' },
  'W-44': { good: withPlatform({}, { packageName: 'com.example-shop.App' }), bad: withPlatform({ packageName: 'com.example-shop.App' }), at: 'services.s1.platforms.p1.packageName' },
  'W-45': { good: withPlatform({ publicKey: `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----` }), bad: withPlatform({ publicKey: publicKey.slice(0, 63) }), at: 'services.s1.platforms.p1.publicKey' },
  'W-46': { good: withPlatform({ fingerprint: '01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF' }), bad: withPlatform({}, { fingerprint: android.fingerprint }), at: 'services.s1.platforms.p2.fingerprint' },
  'W-47': { good: withPlatform({}), bad: withTwoApps({ platforms: [{ ...android, packageName: 'com.example.APP' }] }), at: 'services.s2.platforms.p1.packageName' },
  'W-48': { good: withApp({ categories: ['1', '2', 'shop', 'office', 'other'] }), bad: withApp({ categories: ['1', '2', 'shop', 'office', 'other', 'bank'] }), at: 'services.s1.categories' },
  'W-49': { good: withApp({ channel: 'access-provider' }), bad: withApp({ channel: '' }), at: 'services.s1.channel' },
  'W-50': { good: withTwoApps({}), bad: withTwoApps({ name: '示例App' }), at: 'services.s2.name' },

  'W-51': { good: withIndividual({}, { remark: '记录读书心得' }), bad: withIndividual({}, { remark: '销售手工饰品' }), at: 'services.s1.remark' },

  'A-01': { good: filing(), bad: withAccess({ providerId: '' }), at: 'services.s1.accesses.a1.providerId' },
  'A-02': { good: withAccess({ modes: ['1', '5'] }), bad: withAccess({ modes: [] }), at: 'services.s1.accesses.a1.modes' },
  'A-03': { good: withAccess({ places: ['110000', '330000'] }), bad: withAccess({ places: ['990000'] }), at: 'services.s1.accesses.a1.places' },
  'A-04': { good: filing(), bad: withAccess({ ipRanges: [{ from: '', to: '' }] }), at: 'services.s1.accesses.a1.ipRanges' },
  'A-05': { good: ip('203.0.113.255'), bad: ip('203.0.113.256'), at: 'services.s1.accesses.a1.ipRanges' },
  'A-06': { good: ip('192.0.2.1', '192.0.2.1'), bad: ip('192.0.2.9', '192.0.2.1'), at: 'services.s1.accesses.a1.ipRanges' },
  'A-07': { good: ip('172.32.0.0'), bad: ip('172.16.0.0', '172.32.0.0'), at: 'services.s1.accesses.a1.ipRanges' },
  'A-08': { good: filing(), bad: withAccess({ ipRanges: [{ from: '192.0.2.5', to: '192.0.2.5' }, { from: '192.0.2.1', to: '192.0.2.9' }] }), at: 'services.s1.accesses.a1.ipRanges' },
  'A-09': { good: ip('203.0.0.0', '203.0.255.255'), bad: ip('203.0.0.0', '203.1.0.0'), at: 'services.s1.accesses.a1.ipRanges' },
  'A-10': { good: withTwoAccesses({}), bad: withTwoAccesses({ providerId: 'p1' }), at: 'services.s1.accesses.a2.providerId' },
  'A-11': { good: withTwoAccesses({ providerId: 'p1' }), bad: withTwoAccesses({ providerId: 'p1', ipRanges: [{ from: '192.0.2.9', to: '192.0.2.20' }] }), at: 'services.s1.accesses.a2.ipRanges' },
  'A-12': { good: withTwo({ accesses: [{ ...access, id: 'a2' }] }), bad: withTwo({ accesses: [{ ...access, id: 'a2', providerId: 'p2' }] }), at: 'services.s2.accesses.a2.ipRanges' },

  'X-06': { good: filing(), bad: filing({ services: [] }), at: 'services' },
  'X-07': { good: filing(), bad: cancellation(), at: '' },
  'X-08': { good: withSubject({ remark: '第一行\n第二行' }), bad: withPerson({ name: '示\u0000例' }), at: 'subject.person.name' },
  'X-09': { good: withIndividual(), bad: filing({ subject: individual, services: [blog, { ...blog, id: 's2' }] }), at: 'services' },

  'C-01': { kind: 'cancel-service', good: cancellation(), bad: cancellation({ subjectNumber: '京ICP备2026000001号-1' }), at: 'subjectNumber' },
  'C-02': { kind: 'cancel-service', good: cancellation(), bad: cancellation({ reason: '' }), at: 'reason' },
  'C-03': { kind: 'cancel-service', good: cancellation({ reason: '99', note: '公司合并' }), bad: cancellation({ reason: '99' }), at: 'note' },
  'C-04': { kind: 'cancel-subject', good: cancellation({ serviceNumbers: [] }), bad: cancellation(), at: 'serviceNumbers' },
  'T-01': { kind: 'migrate-service', good: migration(), bad: migration({ serviceNumbers: ['浙ICP备2026000009号-1'] }), at: 'serviceNumbers' },
  'T-02': { kind: 'migrate-service', good: migration(), bad: migration({ receivingNumber: '浙ICP备2026000002号-1' }), at: 'receivingNumber' },
  'T-03': { kind: 'migrate-service', good: migration(), bad: migration({ receivingNumber: '浙ICP备2026000001号' }), at: 'receivingNumber' },
  'T-04': { kind: 'migrate-service', good: migration({ receivingNumber: '浙ICP备15000001号' }), bad: migration({ receivingNumber: '京ICP备2026000002号' }), at: 'receivingNumber' },
  'T-05': { kind: 'migrate-service', good: migration(), bad: migration({ domainHolder: '' }), at: 'domainHolder' },
  'T-06': { kind: 'migrate-service', good: migration(), bad: migration({ services: [{ ...service, type: 'app' }] }), at: 'serviceNumbers' },
  'T-07': {
    kind: 'migrate-service', good: migration(), at: 'subjectNumber',
    bad: migration({ subjectNumber: '京ICP备2026000001号', serviceNumbers: ['京ICP备2026000001号-1'], receivingNumber: '京ICP备2026000002号' }),
  },
  'T-08': { kind: 'migrate-service', good: migration(), bad: migration({ services: [{ ...service, accesses: [] }] }), at: 'serviceNumbers' },

  'C-05': { kind: 'cancel-service', good: cancellation(), bad: cancellation({ serviceNumbers: ['京ICP备2026000002号-1'] }), at: 'serviceNumbers' },
}

const judge = (content: FilingContent, kind: FilingKind = 'new-subject', today = context.today): Finding[] =>
  findingsFor(kind, content, { ...context, today })

describe.each(Object.entries(rows))('%s', (id, { good, bad, at, kind, badOn }) => {
  test('passes the good filing', () => expect(judge(good, kind).filter((finding) => finding.rule === id)).toEqual([]))
  test('finds the bad filing, at the field', () => {
    expect(judge(bad, kind, badOn).filter((finding) => finding.rule === id).map((finding) => finding.path)).toContain(at)
  })
  test('says in both languages what is wrong and how to mend it', () => {
    for (const { text, fix } of judge(bad, kind, badOn)) {
      // What is missing says by itself how to mend it.
      for (const words of fix.zh === '' && /尚未(填写|选择)/.test(text.zh) ? [text] : [text, fix]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u)
        expect(words.en).toMatch(/[a-z]/)
        expect(`${words.zh}${words.en}`).not.toMatch(/undefined|null|NaN|\[object/)
      }
    }
  })
})

test('every rule of the catalogue has a good and a bad filing, or is one that only the register, a correction, a paper or a person can tell', () => {
  const known = [...Object.keys(rows), ...[...sheetChecks, ...Object.values(correctionRules), ...Object.values(paperRules), ...registerRules, ...registerRegistrationRules, ...registerProvincialRules, ...exclusionRules, ...registerCancellationRules, ...registerMigrationRules, ...newConflictRules.map(({ rule }) => rule)].map((rule) => rule.id)]
  expect([...known].sort()).toEqual(ruleCatalogue.map((rule) => rule.id).sort())
  expect(new Set(ruleCatalogue.map((rule) => rule.id)).size).toBe(ruleCatalogue.length)
})

test('a rule of a registration is asked of exactly the kinds that the catalogue names', () => {
  for (const [id, { bad, badOn, at }] of Object.entries(rows)) {
    if (bad.form !== 'registration') continue
    const asked = FilingKind.options.filter((kind) => formOf(kind) === 'registration' && judge(bad, kind, badOn).some((finding) => finding.rule === id))
    const named = ruleCatalogue.find((rule) => rule.id === id)?.kinds.filter((kind) => formOf(kind) === 'registration')
    // The person in charge of a filed subject is not judged again, that of a new website is.
    expect([id, asked]).toEqual([id, id.startsWith('P') && at.startsWith('subject.') ? named?.filter((kind) => entryScope(kind).subject) : named])
  }
})

test('every rule is asked of some kind, and what is told by content needs no register', () => {
  const byRegister = new Set([...registerRules, ...registerRegistrationRules, ...registerProvincialRules, ...exclusionRules, ...registerCancellationRules, ...registerMigrationRules, ...newConflictRules.map(({ rule }) => rule)].map((rule) => rule.id))
  for (const rule of ruleCatalogue) {
    expect([rule.id, rule.kinds.length > 0]).toEqual([rule.id, true])
    const otherwise = { V: 'person', K: 'correction', F: 'paper' }[rule.id[0] ?? ''] ?? (byRegister.has(rule.id) ? 'register' : 'content')
    expect([rule.id, rule.toldBy]).toEqual([rule.id, otherwise])
  }
})

test('rules are found by their id, or by words of either language in any order', () => {
  expect(findRules(' s-06 ').map((rule) => rule.id)).toEqual(['S-06'])
  expect(findRules('域名 一次').map((rule) => rule.id)).toContain('X-01')
  expect(findRules('twice domain once').length).toBe(0)
  const once = findRules('country once').map((rule) => rule.id)
  expect([once.includes('X-01'), once.includes('S-06')]).toEqual([true, false])
  expect(findRules('')).toEqual(ruleCatalogue)
  expect(findRules('Ｓ－０６').map((rule) => rule.id)).toEqual(['S-06'])
})

test('every rule names its source', () => {
  for (const rule of ruleCatalogue) expect(rule.source).toMatch(/^(icp-filing|owner-journey) /)
})

test('the sample filings of a unit and of an individual are without any finding', () => {
  expect(judge(filing())).toEqual([])
  expect(judge(withTwo({}))).toEqual([])
  expect(judge(withIndividual())).toEqual([])
  expect(judge(withOwnPerson({}))).toEqual([])
  expect(judge(withTwoAccesses({}))).toEqual([])
  expect(judge(withTwoApps({}))).toEqual([])
  expect(judge(filing({ services: [service, { ...app, id: 's2', domain: 'example.com' }, { ...miniProgram, id: 's3' }, { ...quickApp, id: 's4' }] }))).toEqual([])
  expect(judge(cancellation(), 'cancel-service')).toEqual([])
  expect(judge(migration(), 'migrate-service')).toEqual([])
})

test('a program stands in one service of a filing on whatever platform, since the register tells services apart by its name; one app may have the same name on two platforms', () => {
  const named = (more: Partial<Platform>) => filing({ services: [app, { ...quickApp, id: 's4', platforms: [{ ...quickApp.platforms![0]!, ...more }] }] })
  expect(judge(named({ packageName: 'com.Example.app' })).map(({ rule, path }) => [rule, path])).toContainEqual(['W-47', 'services.s4.platforms.p4.packageName'])
  const harmony = { ...android, id: 'p9', platform: 'harmonyos' as const }
  expect(judge(withApp({ platforms: [android, harmony] })).map(({ rule }) => rule)).not.toContain('W-47')
  expect(judge(withApp({ platforms: [android, { ...android, id: 'p9' }] })).map(({ rule }) => rule)).toContain('W-47')
})

test('an empty draft names every required field once', () => {
  const empty = { ...emptyRegistration(), services: [{ ...emptyService('s1'), personSource: 'own' as const, person: emptyPerson(), accesses: [emptyAccess('a1')] }] }
  const paths = judge(empty).map((finding) => finding.path)
  expect(new Set(paths).size).toBe(paths.length)
  for (const path of ['subject.nature', 'subject.name', 'subject.person.mobile', 'services.s1.domain', 'services.s1.person.name', 'services.s1.accesses.a1.providerId']) {
    expect(paths).toContain(path)
  }
  for (const finding of judge(empty)) expect(finding.severity).toBe('block')
})

test('a site and an app of one subject may share their domain, and an app may go below it, but is never a public suffix alone', () => {
  const blockedAt = (domain: string, type: Service['type']) =>
    judge(filing({ services: [service, { ...(type === 'website' ? service : app), id: 's2', name: '示例科技商城', homePage: type === 'website' ? `shop.${domain}` : '', domain }] }))
      .filter(({ path }) => path === 'services.s2.domain').map(({ rule }) => rule)
  expect([blockedAt('example.com', 'app'), blockedAt('a.b.example.com', 'app'), blockedAt('com.cn', 'app')]).toEqual([[], [], ['W-14']])
  expect([blockedAt('example.com', 'website'), blockedAt('a.b.example.com', 'website')]).toEqual([['W-15'], ['W-14']])
})

test('under gov.cn a sub-domain is filed by itself, without www; elsewhere it is covered by the registrable domain, and the way out names the new access', () => {
  const at = (domain: string) => judge(filing({ subject: { ...subject, nature: '2' }, services: [{ ...service, domain, homePage: domain }] })).filter(({ rule }) => rule === 'W-14')
  for (const domain of ['foo.gov.cn', 'tax.foo.gov.cn', 'a.tax.foo.gov.cn']) expect([domain, at(domain)]).toEqual([domain, []])
  expect(at('www.tax.foo.gov.cn')[0]?.fix.en).toMatch(/^Enter tax\.foo\.gov\.cn\./)
  expect(at('gov.cn')).toHaveLength(1)
  expect(at('shop.example.com.cn')[0]?.fix.en).toMatch(/^Enter example\.com\.cn\..*file a new access of example\.com\.cn\.$/)
})

test.each(['读书公司', '旅游攻略本', '我在海南的日子', '一帆风顺小站', '示例甲', '甲的'])('an individual’s website is not called %s', (name) => {
  expect(judge(withIndividual({}, { name })).map(({ rule }) => rule)).toContain('W-07')
})

test('a remark is as long as its type of service asks for', () => {
  const found = (more: Partial<Service>) => judge(filing({ services: [{ ...more.type === 'mini-program' ? miniProgram : service, ...more }] })).filter(({ rule }) => rule === 'W-28').map(({ text, decidedBy }) => [text.en, decidedBy?.[0]?.key])
  const remark = (length: number) => '字'.repeat(length)
  expect([0, 1024].flatMap((length) => found({ remark: remark(length) }))).toEqual([])
  expect(found({ remark: remark(1025) })).toEqual([['The remark of this website has 1024 characters at most; it has 1025.', 'parameter/longest-remark-of-website']])
  expect([20, 200].flatMap((length) => found({ type: 'mini-program', remark: remark(length) }))).toEqual([])
  expect([19, 201].map((length) => found({ type: 'mini-program', remark: remark(length) })[0])).toEqual([
    ['The remark of this mini program has 20–200 characters; it has 19.', 'parameter/shortest-remark-of-mini-program'],
    ['The remark of this mini program has 20–200 characters; it has 201.', 'parameter/longest-remark-of-mini-program'],
  ])
})

test('names of an individual’s app or mini program speak of no business either, those of a unit may', () => {
  expect(judge(filing({ subject: individual, services: [{ ...miniProgram, name: '甲的商城' }] })).map(({ rule, path }) => `${rule} ${path}`)).toContain('W-51 services.s1.name')
  expect(judge(withApp({ name: '示例商城' })).map(({ rule }) => rule)).not.toContain('W-51')
})

test('an individual between the two ages needs proof of income where the province says so, and none once of age', () => {
  const told = (province: object, day: string) => judge(withIndividual(province), 'new-subject', day).map(({ rule }) => rule).filter((rule) => rule === 'S-33' || rule === 'S-16')
  expect(['1905-12-31', '1906-01-01', '1907-12-31', '1908-01-01'].map((day) => told(jiangsu, day))).toEqual([['S-16'], ['S-33'], ['S-33'], []])
  expect(told({}, '1907-12-31')).toEqual(['S-16'])
})

test('an operator’s word that a province takes no moves is what both sides read', () => {
  const entry = { of: 'parameter', id: 'takes-moves', province: '330000', value: 'no', from: '2026-11-01', to: '', source: '浙通信〔2026〕2号', confirmed: true, others: [] } as const
  const [finding] = findingsFor('migrate-service', migration(), { ...context, ruleData: withPublished(shippedRuleData, [{ version: 1, entry: { ...entry, others: [] } }]) })
  expect(finding).toMatchObject({ rule: 'T-07', text: { zh: '浙江省不受理网站迁移。' } })
})

test('names are said to be those of an app where they are', () => {
  const [finding] = judge(withApp({ name: '' }))
  expect(finding?.text.zh).toBe('尚未填写APP 名称。')
})

test('a new service is not judged by the subject it joins, a new access not by its service', () => {
  const broken = filing({ subject: { ...subject, name: '', person: emptyPerson() }, services: [{ ...service, name: '', accesses: [emptyAccess('a1')] }] })
  const letters = (kind: FilingKind) => new Set(judge(broken, kind).map((finding) => finding.rule[0]))
  expect(letters('change')).toEqual(new Set(['S', 'P', 'W', 'A']))
  expect(letters('new-service')).toEqual(new Set(['W', 'A']))
  expect(letters('new-access')).toEqual(new Set(['A']))
})

test('an individual is asked for no legal representative, whatever was typed before the nature was chosen', () => {
  const typed = withIndividual({ legalPersonSource: 'own', legalPerson: { name: '3', certificateType: '1', certificateNumber: '1' } })
  expect(judge(typed)).toEqual([])
  expect(judge(withLegalPerson({})).map((finding) => finding.rule)).toEqual(['S-28'])
})

test('findings under a path do not spill over to ids that begin alike', () => {
  const findings = judge(filing({ services: [{ ...service, id: 'a', name: '' }, { ...service, id: 'ab', name: '' }] }))
  expect(findingsUnder(findings, 'services.a').every((finding) => finding.path.startsWith('services.a.'))).toBe(true)
  expect(findingsUnder(findings, 'services.a').length).toBeGreaterThan(0)
  expect(findingsUnder(findings, '')).toEqual(findings)
})

test('findings of the register stand at the given path and name nobody', () => {
  for (const build of [domainAlreadyFiled, domainInOpenFiling, packageAlreadyFiled, subjectAlreadyFiled, subjectHasOpenFiling, providerUnknown]) {
    const finding = build('services.s1.domain')
    expect(finding).toMatchObject({ path: 'services.s1.domain', severity: 'block' })
    expect(finding.rule).toMatch(/^X-(0[1-5]|41)$/)
  }
})

test('a domain in force keeps off every other subject, and of the same subject only a second website', () => {
  const taken = (asking: Service['type'], type: Service['type'], own: boolean) => domainIsTaken(asking, { type, own })
  for (const type of ['website', 'app'] as const) expect([taken('website', type, false), taken('app', type, false)]).toEqual([true, true])
  expect([taken('website', 'website', true), taken('website', 'app', true), taken('app', 'website', true), taken('app', 'app', true)]).toEqual([true, false, false, false])
})
