import fc from 'fast-check'
import { appCategories } from '../code-tables/app-categories.js'
import { natures } from '../code-tables/natures.js'
import { provinces } from '../code-tables/provinces.js'
import { emptyAccess, emptyLegalPerson, emptyPerson, emptyService, type RegistrationContent } from '../filing/content.js'
import { ServiceType } from '../filing/service-type.js'
import { residentIdCheckCharacter } from './resident-id.js'

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

const range = one({ from: '192.0.2.1', to: '192.0.2.9' }, { from: '192.0.2.9', to: '192.0.2.1' }, { from: '1.2.0.0', to: '1.9.255.255' }, { from: '2400:3200::', to: '2400:32ff::' }, { from: '10.0.0.1', to: '10.0.0.1' }, { from: 'x', to: '' }, { from: '', to: '' })
const access = fc.record({ providerId: one('p1', 'p2', ''), modes: one(['5'], ['99'], []), places: one(['110000'], ['990000'], []), ipRanges: fc.array(range, { maxLength: 3 }) })
  .map((given) => ({ ...emptyAccess(''), ...given, providerName: '示例云' }))

const key = 'a1b2c3d4'.repeat(16)
const platform = fc.record({ platform: one('android', 'ios', 'wechat', 'quick-app', 'none', ''), packageName: one('com.example.app', 'wx0123456789abcdef', '!', ''), publicKey: one(key, 'x', ''), fingerprint: one('0'.repeat(32), '0'.repeat(40), 'x', '') })

export const service = fc.record({
  type: fc.constantFrom(...ServiceType.options), name: one('示例科技官网', '示例App', '旅行', '中国示例网', '赌博示例网', '理财示例网', '示例商城', 'example.com', '示例甲', '甲!', ''),
  domain: one('example.com', 'a.example.com', 'example.gov.cn', 'com.cn', 'foo_bar.cn', 'example.invalid', 'https://example.com', ''), homePage: one('www.example.com', 'http://example.com', 'www.example.net', '!', ''),
  contents: one(['8'], ['6'], ['none'], ['3'], []), languages: one(['1'], ['none'], []), preApprovalAnswer: one('none', 'some', ''), remark: one('', '一'.repeat(20), '企业销售', '一'.repeat(1025)), person,
  preApprovals: one([{ item: '3', approvalNumber: '1' }], [{ item: '3', approvalNumber: '' }], []), personSource: one('own', 'subject'), accesses: fc.array(access, { maxLength: 3 }), platforms: fc.array(platform, { maxLength: 3 }),
  categories: fc.subarray(appCategories.slice(0, 8).map(({ id }) => id)), channel: one('store', ''),
}).map((given) => ({ ...emptyService(''), ...given }))

/** Filings of every sort, mostly wrong somewhere, for properties that hold of all. */
export const registration = fc.record({
  nature: one(...natures.map(({ id }) => id), '5', '5', '5', '5', '4', ''), name: one('北京示例科技有限公司', '示例甲', '<', ''), certificateType: one('1', '2', '1', '2', '12', '7', 'none', ''), certificateNumber: number,
  certificateAddress: one('北京市东城区示例路1号', ''), certificateValidFrom: day, certificateValidTo: day, investor: one('示例', ''), province: fc.constantFrom(...provinces.map(({ code }) => code), '', ...Array<string>(12).fill('130000'), ...Array<string>(12).fill('320000')), city: one('110100', '330100', ''),
  county: one('110101', '330106', '110103', ''), address: one('示例路1号', '北京市示例路1号', '示例@', ''), person, legalPersonSource: one('own', 'same'),
  legalPerson: fc.record({ name: one('示例丙', '3', ''), certificateType: one('2', '1', ''), certificateNumber: number }).map((given) => ({ ...emptyLegalPerson(), ...given })), filingMode: one('self'), remark: one('', '\u0000', '一'.repeat(1025)), fits: fc.boolean(),
}).map(({ fits, ...subject }) => ({ ...subject, ...(fits && { certificateType: subject.nature === '5' ? '2' : '1' }) })).chain((subject) => fc.array(service, { maxLength: 4 }).map((services): RegistrationContent => ({
  form: 'registration', subject: subject as RegistrationContent['subject'],
  services: services.map((given, at) => ({ ...given, id: `s${at}`, accesses: given.accesses.map((with_, no) => ({ ...with_, id: `a${no}` })), platforms: given.platforms.map((on, no) => ({ ...on, id: `p${no}` })) })) as RegistrationContent['services'],
})))
