import {
  type Access, emptyAccess, emptyPerson, emptyService, emptySubject, type Person, type RegistrationContent, type Service, type Subject,
} from '@icp/domain'
import { demoProvider } from './demo-providers.js'
import { creditCodeOf, residentIdOf } from './synthetic-numbers.js'

const person = (n: number, name: string, region: string, more: Partial<Person> = {}): Person => ({
  ...emptyPerson(), name, certificateType: '2', certificateNumber: residentIdOf(region, '18900307', 10 + n), certificateValidFrom: '2020-01-01',
  certificateValidTo: 'long-term', mobile: `1390013${String(7000 + n)}`, emergencyPhone: `1390013${String(7500 + n)}`, officePhone: '010-66668888',
  email: `person${n}@example.com`, ...more,
})

const enterprise = (n: number, name: string, [province, city, county]: readonly [string, string, string], more: Partial<Subject> & { person: Person }): Subject => ({
  ...emptySubject(), nature: '4', name, certificateType: '1', certificateNumber: creditCodeOf('91', county, 1000 + n), certificateAddress: '示例路 1 号',
  certificateValidFrom: '2020-01-01', certificateValidTo: 'long-term', investor: more.person.name, province, city, county, address: '示例街道示例路 1 号 101 室', ...more,
})

const access = (id: string, part: string, place: string, ip: string): Access => ({
  ...emptyAccess(id), providerId: demoProvider(part).id, providerName: demoProvider(part).name, modes: ['5'], places: [place], ipRanges: [{ from: ip, to: ip }],
})

const website = (id: string, name: string, domain: string, accesses: Access[], more: Partial<Service> = {}): Service => ({
  ...emptyService(id), name, domain, homePage: `www.${domain}`, contents: ['8'], languages: ['1'], preApprovalAnswer: 'none', accesses, ...more,
})

const beijing = ['110000', '110100', '110108'] as const
const hangzhou = ['330000', '330100', '330106'] as const
const shenzhen = ['440000', '440300', '440304'] as const

export const booksInBeijing: RegistrationContent = {
  form: 'registration',
  subject: enterprise(1, '北京示例书林文化有限公司', beijing, { person: person(1, '林志远', '110101') }),
  services: [
    website('s1', '示例书林官网', 'shulin-demo.cn', [access('a1', '云杉', '110000', '192.0.2.1')]),
    website('s2', '示例书林读者服务', 'shulin-readers-demo.cn', [access('a2', '云杉', '110000', '192.0.2.2')]),
  ],
}

export const teaInHangzhou: RegistrationContent = {
  form: 'registration',
  subject: enterprise(2, '杭州示例龙坞茶业有限公司', hangzhou, { person: person(2, '周明月', '330106') }),
  services: [website('s1', '示例龙坞茶业网', '示例龙坞.中国', [access('a1', '阿里山', '330000', '198.51.100.241')])],
}

export const robotsInShenzhen: RegistrationContent = {
  form: 'registration',
  subject: enterprise(3, '深圳示例智行机器人有限公司', shenzhen, { person: person(3, '吴国华', '440304') }),
  services: [
    website('s1', '示例智行机器人官网', 'zhixing-demo.com', [access('a1', '珠江', '440000', '198.51.100.33'), access('a2', '云杉', '110000', '192.0.2.3')]),
    website('s2', '示例智行机器人社区', 'zhixing-bbs-demo.com', [access('a3', '珠江', '440000', '198.51.100.34')],
      { personSource: 'own', person: person(4, '郑小帆', '440304', { officePhone: '0755-66668888' }) }),
  ],
}

const reader = person(5, '徐思琪', '110101', { officePhone: '' })
export const personalNotes: RegistrationContent = {
  form: 'registration',
  subject: {
    ...emptySubject(), nature: '5', name: reader.name, certificateType: '2', certificateNumber: reader.certificateNumber, certificateAddress: '示例胡同 5 号',
    certificateValidFrom: '2020-01-01', certificateValidTo: 'long-term', investor: reader.name, province: '110000', city: '110100', county: '110101',
    address: '示例胡同 5 号', person: reader,
  },
  services: [website('s1', '思琪的读书笔记', 'siqi-notes-demo.cn', [access('a1', '云杉', '110000', '192.0.2.4')], { contents: ['6'] })],
}

export const associationInZhejiang: RegistrationContent = {
  form: 'registration',
  subject: enterprise(6, '浙江示例湿地保护协会', hangzhou, {
    person: person(6, '何建国', '330106'), nature: '6', certificateType: '6', certificateNumber: creditCodeOf('51', '330000', 1006), investor: '浙江示例湿地保护协会',
    legalPersonSource: 'own', legalPerson: { name: '沈秋兰', certificateType: '2', certificateNumber: residentIdOf('330106', '18930308', 27) },
  }),
  services: [website('s1', '示例湿地保护网', 'shidi-demo.org', [access('a1', '阿里山', '330000', '198.51.100.242')])],
}
